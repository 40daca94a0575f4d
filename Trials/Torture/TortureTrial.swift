import Database
import Foundation
import Simulator

/// The whole of it: people write, everything is killed, and when all is quiet every promise is counted after.
struct TortureTrial: Sendable {
  private let plan: Plan
  private let seed: UInt64
  private let home: URL
  private let clock = ContinuousClock.now
  /// What is left when nothing is killed any more takes no longer.
  private static let drainSecondsMax = 120.0

  init(plan: Plan, seed: UInt64, home: URL) {
    self.plan = plan
    self.seed = seed
    self.home = home
  }

  func run() async throws -> Verdict {
    let script = Script(plan, seed: seed)
    let messages = plan.messagesInAll
    say(
      "\(Machine.words)\nTorture with seed \(seed): \(plan.conversations) conversations of \(plan.messages) messages.")
    let stage = try await Stage(plan, script, home: home)
    let tally = Havoc.Tally()
    let evidence = try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { await stage.phones.run() }
      group.addTask { await reportProgress(script, stage, tally) }
      for server in stage.servers + [stage.worker] { try await server.start() }
      try await suffer(script, stage, tally)
      report("Nothing is killed any more; waiting for the last replies.")
      try await drain(script, stage)
      for server in stage.servers + [stage.worker] { await server.stop() }
      let evidence = try await Evidence(from: stage)
      try await Histories.write(evidence, from: stage, to: stage.logs.appending(path: "histories.txt"))
      group.cancelAll()
      return evidence
    }
    let seen = await stage.phones.simulator.counters
    let facts = [
      "\(messages) messages in \(plan.conversations) conversations, seed \(seed), \(seconds) s",
      "servers killed \(await tally.kills) times, PostgreSQL \(await tally.databaseKills) times, "
        + "a worker frozen \(await tally.freezes) times for \(plan.freezeSeconds) s (lease: \(plan.leaseSeconds) s)",
      "completions of the frozen worker that came late and were refused: \(evidence.lateCompletions)",
      "webhooks: \(seen.postsTaken) taken, \(seen.postsRefused) refused, \(seen.copies) of them copies, "
        + "\(seen.heldBack) held back",
      "sends: \(seen.sends) taken, \(seen.sendsRefused) refused, \(seen.answersLost) with their answer lost",
    ]
    await stage.database.close()
    return Verdict(facts: facts, promises: evidence.promises(repeatsMax: plan.repeatsMax))
  }

  /// Until all that is said is handled.
  private func suffer(_ script: Script, _ stage: Stage, _ tally: Havoc.Tally) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await Havoc(plan, on: stage, tally: tally).run(seed: seed) }
      let deadline = ContinuousClock.now + .seconds(plan.havocSecondsMax)
      try await talk(script, stage)
      while ContinuousClock.now < deadline {
        let acknowledged = await stage.witness.acknowledgedCount
        if acknowledged == plan.messagesInAll, await count(Self.waiting, stage) == 0 { break }
        await pause(milliseconds: 100)
      }
      group.cancelAll()
      try await group.waitForAll()
    }
  }

  /// Everybody writes at their own pace and waits for nobody.
  private func talk(_ script: Script, _ stage: Stage) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (number, speaker) in script.speakers.enumerated() {
        group.addTask {
          var dice = Dice(seed: seed &+ UInt64(number))
          for line in speaker.lines {
            await pause(milliseconds: Int.random(in: plan.pauseMilliseconds, using: &dice))
            let id = try await stage.phones.write(line.text, from: speaker.phone)
            await stage.witness.note(said: line, as: id)
          }
        }
      }
      try await group.waitForAll()
    }
  }

  /// Until all is handled and no reply is on its way. What became unknown is sent again only after others' statuses
  /// have come, so the bystander goes on asking.
  private func drain(_ script: Script, _ stage: Stage) async throws {
    let deadline = ContinuousClock.now + .seconds(plan.sendingSeconds + plan.resendSeconds + Self.drainSecondsMax)
    while ContinuousClock.now < deadline {
      let acknowledged = await stage.witness.acknowledgedCount
      if acknowledged == plan.messagesInAll, await count(Self.waiting, stage) == 0,
        await count(open(besides: script.bystander), stage) == 0
      {
        return
      }
      try await stage.phones.write("how much sugar is left?", from: script.bystander.phone)
      await pause(milliseconds: 500)
    }
  }

  private static let waiting: SQL = "select count(*) from inbox where state = 'waiting'"

  /// What was sent again and is unknown once more has no hope after a while.
  private func open(besides bystander: Script.Speaker) -> SQL {
    """
    select count(*) from outbox
    where address <> \(bystander.phone) and (state in ('ready', 'sending') or state = 'unknown' and (
      resends = 0 or unknown_since > clock_timestamp() - make_interval(secs => \(plan.resendSeconds + 2))))
    """
  }

  /// Nil while PostgreSQL is away.
  private func count(_ sql: SQL, _ stage: Stage) async -> Int? {
    do { return try await stage.database.query(sql).only().decode(Int.self) } catch { return nil }
  }

  private func reportProgress(_ script: Script, _ stage: Stage, _ tally: Havoc.Tally) async {
    while !Task.isCancelled {
      await pause(milliseconds: 2_000)
      let waiting = await count(Self.waiting, stage).map { "\($0)" } ?? "?"
      let open = await count(open(besides: script.bystander), stage).map { "\($0)" } ?? "?"
      await report(
        "said \(stage.witness.said.count), acknowledged \(stage.witness.acknowledgedCount), waiting \(waiting), "
          + "replies on their way \(open), seen \(stage.phones.simulator.counters.sends); killed \(tally.kills) servers"
      )
    }
  }

  private var seconds: Int { Int((ContinuousClock.now - clock) / .seconds(1)) }

  private func report(_ text: String) { say("[\(seconds) s] \(text)") }
}
