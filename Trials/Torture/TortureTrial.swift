import Database
import Foundation
import Simulator
import TestSupport

/// The whole of it: people write, everything is killed, and when all is quiet every promise is counted after.
struct TortureTrial: Sendable {
  let plan: Plan
  let seed: UInt64
  let home: URL
  /// What is left when nothing is killed any more takes no longer.
  private static let drainSecondsMax = 120.0

  func run() async throws -> Verdict {
    let (talk, messages) = (plan.talk, plan.talk.messagesInAll)
    say(
      "\(Machine.words)\nTorture with seed \(seed): \(talk.conversations) conversations of \(talk.messages) messages.")
    let cluster = try await startDisposableCluster(
      // After a kill the whole file system is flushed at once, instead of one file after the other.
      durability: .full, settings: ["recovery_init_sync_method": "syncfs"])
    let stage = try await stage(on: cluster)
    let havoc = Havoc(plan, on: stage, cluster)
    let evidence = try await stage.playing {
      for server in stage.servers + [stage.worker] { try await server.start() }
      try await suffer(havoc, on: stage)
      stage.report("Nothing is killed any more; waiting for the last replies.")
      try await stage.drain(plan.waits, secondsMax: Self.drainSecondsMax)
      return try await stage.evidence()
    }
    let facts = await [
      "\(messages) messages in \(talk.conversations) conversations, seed \(seed), \(stage.seconds) s",
      "servers killed \(havoc.tally.kills) times, PostgreSQL \(havoc.tally.databaseKills) times, "
        + "a worker frozen \(havoc.tally.freezes) times (lease: \(plan.waits.lease) s)",
      "completions of the frozen worker that came late and were refused: \(evidence.lateCompletions)",
    ]
    let verdict = await Verdict(
      facts: facts + stage.facts, promises: evidence.promises(repeatsMax: talk.repeatsMax))
    await stage.database.close()
    return verdict
  }

  private func stage(on cluster: PrivateCluster) async throws -> Stage {
    try await createDatabase(in: cluster)
    var settings = Stage.Settings(
      build: plan.build, ownerURL: cluster.url(database: Stage.databaseName),
      serverURL: cluster.url(database: Stage.databaseName, user: "retailmind_app"))
    settings.trouble = Phones.badDay
    settings.variables.merge(plan.waits.environment) { $1 }
    return try await Stage(Script(plan.talk, seed: seed), settings, home: home)
  }

  /// Until all that is said is handled.
  private func suffer(_ havoc: Havoc, on stage: Stage) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await havoc.run(seed: seed) }
      let deadline = ContinuousClock.now + .seconds(plan.havocSecondsMax)
      try await stage.talk(plan.talk, seed: seed)
      while ContinuousClock.now < deadline, !(await stage.isHandled) { await pause(milliseconds: 100) }
      group.cancelAll()
      try await group.waitForAll()
    }
  }
}
