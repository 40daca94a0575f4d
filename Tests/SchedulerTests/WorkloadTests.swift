import Database
import Foundation
import Testing

@testable import Scheduler

/// Two workers on one queue, messages that fail now and then, some for ever: against the plainest model there is, each
/// message once and each lane in order.
@Suite(.timeLimit(.minutes(5)))
struct WorkloadTests {
  private static let (lanes, messagesPerLane) = (20, 20)

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `each message has one effect, in the order of its lane`(seed: UInt64) async throws {
    var dice = Dice(seed: seed)
    let work = (0..<Self.lanes).map { lane in
      (0..<Self.messagesPerLane).map { Job(id: "\(lane).\($0)", failures: dice.failures()) }
    }
    let failures = Dictionary(uniqueKeysWithValues: work.joined().map { ($0.id, $0.failures) })
    let batches = dice.batches(of: work)
    try await QueueDatabase.with { database in
      for batch in batches { try await database.queue.keep(batch, events: [], at: QueueDatabase.now) }
      let shift = Shift(database, runners: 2, lanesMax: 4, messagesPerLane: 5, attemptsMax: 3) { message in
        if message.attempts < failures[message.messageID] ?? 0 { throw LaneRunnerTests.Trouble() }
      }
      _ = await shift.work(untilEnded: Self.lanes * Self.messagesPerLane)
      let effects = try await database.effects()
      for lane in work {
        #expect(effects.filter { $0.hasPrefix(lane[0].lane + ".") } == lane.map(\.id))
      }
      #expect(effects.count == Self.lanes * Self.messagesPerLane)
      let poison = failures.values.count { $0 > 2 }
      #expect(try await database.value("select count(*) from effects where is_burial") == poison)
      #expect(try await database.queue.depth().waiting == 0)
      #expect(try await database.leasedLanes() == 0)
    }
  }
}

/// A message that fails so many times before it succeeds.
private struct Job: Sendable {
  let id: String
  let failures: Int

  var lane: String { String(id.prefix { $0 != "." }) }
}

/// Chance that is the same in each run.
private struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Mostly none, sometimes one or two, rarely more than anybody has patience for.
  mutating func failures() -> Int {
    switch Int.random(in: 0..<100, using: &self) {
    case ..<80: 0
    case ..<90: 1
    case ..<96: 2
    default: 99
    }
  }

  /// The lanes shuffled into each other, each in its own order, cut into batches of up to 50, some messages twice.
  mutating func batches(of work: [[Job]]) -> [[Arrival]] {
    var rest = work.map { $0[...] }
    var batches: [[Arrival]] = [[]]
    while let lane = rest.indices.filter({ !rest[$0].isEmpty }).randomElement(using: &self) {
      let job = rest[lane].removeFirst()
      let arrival = Arrival(job.id, from: "9198000\(10_000 + lane)")
      batches[batches.count - 1] += Int.random(in: 0..<10, using: &self) == 0 ? [arrival, arrival] : [arrival]
      if batches[batches.count - 1].count > Int.random(in: 1...50, using: &self) { batches.append([]) }
    }
    return batches
  }
}
