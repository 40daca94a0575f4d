import Database
import Foundation
import Simulator
import TestSupport

/// Two servers share one number, and hundreds of people write at once: together they keep to WhatsApp's limits, so
/// that nothing is refused, and use them up, so that nobody waits for nothing.
struct LimitsTrial: Sendable {
  let home: URL
  private let talk = Talk(conversations: 400, messages: 6, pauseMilliseconds: 0...50, messagesOfTheEager: 60)
  private let waits = Waits(lease: 60, sending: 60, resend: 600)
  /// As Meta documents them.
  private let rates = WhatsAppSimulator.Rates(perNumber: 80, pairBurst: 45, pairInterval: .seconds(6))
  /// The last message of whoever gets 60 comes after a minute and a half.
  private static let secondsMax = 240.0
  /// How much of the number's limit is used while there is enough to say.
  private static let usedPercentMin = 85

  func run() async throws -> Verdict {
    say("\(Machine.words)\nLimits: \(talk.messagesInAll) messages, 80 a second a number, 45 and then 1 in 6 s a pair.")
    let cluster = try await startDisposableCluster(durability: .full)
    try await createDatabase(in: cluster)
    var settings = Stage.Settings(
      build: "release", ownerURL: cluster.url(database: Stage.databaseName),
      serverURL: cluster.url(database: Stage.databaseName, user: "retailmind_app"))
    settings.rates = rates
    settings.variables = ["RETAILMIND_SENDER_PER_MINUTE": "0"]
    let script = Script(talk, seed: 1)
    let stage = try await Stage(script, settings, home: home)
    let evidence = try await stage.playing {
      for server in stage.servers { try await server.start() }
      try await stage.talk(talk, seed: 1)
      let deadline = ContinuousClock.now + .seconds(Self.secondsMax)
      while await stage.phones.simulator.counters.sends < talk.messagesInAll, ContinuousClock.now < deadline {
        await pause(milliseconds: 100)
      }
      try await stage.drain(waits, secondsMax: 0)
      return try await stage.evidence()
    }
    let verdict = await Verdict(
      facts: ["\(talk.messagesInAll) messages in \(stage.seconds) s"] + stage.facts,
      promises: limits(evidence, script, refused: stage.phones.simulator.counters.sendsRefused)
        + evidence.promises(repeatsMax: 0))
    await stage.database.close()
    return verdict
  }

  private func limits(_ evidence: Evidence, _ script: Script, refused: Int) -> [Promise] {
    let sent = evidence.arrivals.map(\.at).sorted()
    let pace = Pace(sent)
    let eager = Pace(evidence.arrivals.filter { $0.phone == script.speakers.last?.phone }.map(\.at).sorted())
    return [
      Promise(title: "WhatsApp refused nothing", isKept: refused == 0, numbers: "\(refused) refused"),
      Promise(
        title: "the number's limit is used", isKept: pace.usual * 100 >= 80 * Self.usedPercentMin,
        numbers: "\(pace.usual) in the usual second of the busy time, \(pace.most) in the fullest one"),
      Promise(
        title: "nobody gets more than WhatsApp lets through", isKept: eager.inWindow(seconds: 60) <= 45 + 10,
        numbers: "\(eager.inWindow(seconds: 60)) to one person in the fullest minute"),
    ]
  }
}

/// How many moments fall into a time.
struct Pace {
  private let moments: [Date]

  init(_ sorted: [Date]) { moments = sorted }

  /// In the fullest second, wherever it begins.
  var most: Int { inWindow(seconds: 1) }

  func inWindow(seconds: Double) -> Int {
    var first = 0
    var most = 0
    for (index, moment) in moments.enumerated() {
      while moment.timeIntervalSince(moments[first]) >= seconds { first += 1 }
      most = max(most, index - first + 1)
    }
    return most
  }

  /// The median of the seconds, as long as nine tenths are still to come or under way.
  var usual: Int {
    guard let start = moments.first else { return 0 }
    let busy = moments.prefix(moments.count * 9 / 10)
    let counts = Dictionary(grouping: busy) { Int($0.timeIntervalSince(start)) }.values.map(\.count).sorted()
    return counts.isEmpty ? 0 : counts[counts.count / 2]
  }
}
