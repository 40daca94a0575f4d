import Database
import Foundation
import TestSupport

/// The primary dies while people write, and a standby takes its place: nothing that was acknowledged may be missing
/// there. Before it dies its standbys listen to nothing for a while: whatever is acknowledged then is a lie.
struct FailoverTrial: Sendable {
  struct Size: Sendable {
    var build: String
    var runs: Int
    var talk: Talk
    /// How long the standbys do not listen.
    var deafSeconds: Double

    static let full = Size(
      build: "release", runs: 3, talk: Talk(conversations: 100, messages: 40, pauseMilliseconds: 0...700),
      deafSeconds: 4)
    static let short = Size(
      build: "debug", runs: 1, talk: Talk(conversations: 20, messages: 8, pauseMilliseconds: 0...600), deafSeconds: 1.5)
  }

  let size: Size
  let seed: UInt64
  let home: URL
  private let waits = Waits(lease: 2, sending: 2, resend: 5)
  private static let drainSecondsMax = 120.0

  func run() async throws -> Verdict {
    say(
      "\(Machine.words)\nFailover with seed \(seed): \(size.runs) runs with \(size.talk.messagesInAll) messages each.")
    do {
      var verdict = Verdict(facts: [], promises: [])
      for number in 1...size.runs { verdict += try await run(number) }
      return verdict
    } catch PrivateClusterError.programsMissing(let reason) {
      return Verdict(facts: ["SKIPPED: \(reason)"], promises: [])
    }
  }

  private func run(_ number: Int) async throws -> Verdict {
    let trio = try await Trio.start()
    try await createDatabase(in: trio.primary.cluster)
    var settings = Stage.Settings(
      build: size.build, ownerURL: trio.url(), serverURL: trio.url(user: "retailmind_app"))
    settings.variables.merge(waits.environment) { $1 }
    let seed = seed &+ UInt64(number)
    let stage = try await Stage(Script(size.talk, seed: seed), settings, home: home)
    let (evidence, disaster) = try await stage.playing {
      for server in stage.servers { try await server.start() }
      async let talk: Void = stage.talk(size.talk, seed: seed)
      while await stage.witness.acknowledgedCount * 3 < size.talk.messagesInAll { await pause(milliseconds: 20) }
      let disaster = try await Disaster.strike(trio, stage, deafSeconds: size.deafSeconds)
      stage.report("The primary is dead, \(disaster.leader) leads.")
      try await talk
      try await stage.drain(waits, secondsMax: Self.drainSecondsMax)
      return (try await stage.evidence(), disaster)
    }
    await stage.database.close()
    let facts = [
      "run \(number): \(size.talk.messagesInAll) messages, \(disaster.acknowledgedBefore) acknowledged before the "
        + "primary died; \(disaster.leader) led after \(disaster.gapSeconds.formatted(.number.precision(.fractionLength(1)))) s",
      "run \(number): \(disaster.cutOff) commits cut off while they waited for a standby, \(disaster.lies) acknowledged",
    ]
    let honesty = Promise(
      title: "nothing is acknowledged that no standby has", isKept: disaster.lies == 0,
      numbers: "\(disaster.lies) acknowledged while none listened")
    await stop(trio)
    return Verdict(facts: facts, promises: [honesty] + evidence.promises(repeatsMax: size.talk.repeatsMax))
  }

  private func stop(_ trio: Trio) async {
    for member in [trio.primary] + trio.standbys { await member.cluster.stop() }
  }
}

/// How the primary dies.
struct Disaster: Sendable {
  var leader = ""
  var acknowledgedBefore = 0
  /// Commits whose wait for a standby was ended by force: PostgreSQL calls them done.
  var cutOff = 0
  /// What was acknowledged while no standby listened.
  var lies = 0
  var gapSeconds = 0.0

  static func strike(_ trio: Trio, _ stage: Stage, deafSeconds: Double) async throws -> Disaster {
    var disaster = Disaster()
    try await trio.stopReceiving()
    await pause(milliseconds: 300)  // answers to what the standbys had are still on their way
    disaster.acknowledgedBefore = await stage.witness.acknowledged.count
    await pause(seconds: deafSeconds / 3)
    // A trap: what is cut off is seen by all, and no standby has it. Now WhatsApp repeats exactly that.
    await stage.witness.passRepeatsOnly(true)
    let end = ContinuousClock.now + .seconds(deafSeconds)
    while ContinuousClock.now < end {
      disaster.cutOff += try await trio.cutOffWaitingCommits()
      await pause(milliseconds: 300)
    }
    for server in stage.servers {
      await server.kill()
      try await server.start()
    }
    await pause(seconds: deafSeconds / 3)
    disaster.lies = await stage.witness.acknowledged.count - disaster.acknowledgedBefore
    try trio.killPrimary()
    await stage.witness.passRepeatsOnly(false)
    let died = ContinuousClock.now
    try await trio.loseWhatWasNotReceived()
    disaster.leader = try await trio.promoteFurthest()
    disaster.gapSeconds = (ContinuousClock.now - died) / .seconds(1)
    return disaster
  }
}
