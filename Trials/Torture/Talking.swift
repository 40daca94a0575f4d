import Database
import Simulator

/// What people do on the stage, and how far our servers are with it.
extension Stage {
  /// Everybody writes at their own pace and waits for nobody.
  func talk(_ talk: Talk, seed: UInt64) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (number, speaker) in script.speakers.enumerated() {
        group.addTask {
          var dice = Dice(seed: seed &+ UInt64(number))
          for line in speaker.lines {
            await pause(milliseconds: Int.random(in: talk.pauseMilliseconds, using: &dice))
            let id = try await phones.write(line.text, from: speaker.phone)
            await witness.note(said: line, as: id)
          }
        }
      }
      try await group.waitForAll()
    }
  }

  /// Whether every message of people who count is acknowledged and nothing waits.
  var isHandled: Bool {
    get async {
      guard await witness.acknowledgedCount == script.messages else { return false }
      return await count("select count(*) from inbox where state = 'waiting'") == 0
    }
  }

  /// Until all is handled and no reply is on its way. What became unknown is sent again only after others' statuses
  /// have come, so the bystander goes on asking.
  func drain(_ waits: Waits, secondsMax: Double) async throws {
    let deadline = ContinuousClock.now + .seconds(waits.sending + waits.resend + secondsMax)
    while ContinuousClock.now < deadline {
      if await isHandled, await count(open) == 0 { return }
      try await phones.write("how much sugar is left?", from: script.bystander.phone)
      await pause(milliseconds: 500)
    }
    report("It is still not quiet.")
  }

  /// Of those who count.
  private var open: SQL {
    """
    select count(*) from outbox
    where address <> \(script.bystander.phone) and state in ('ready', 'sending', 'unknown')
    """
  }

  /// Every two seconds.
  func reportProgress() async {
    while !Task.isCancelled {
      await pause(milliseconds: 2_000)
      let (waiting, open) = await (count("select count(*) from inbox where state = 'waiting'"), count(open))
      await report(
        "said \(witness.said.count), acknowledged \(witness.acknowledgedCount), waiting \(words(waiting)), "
          + "replies on their way \(words(open)), sent \(phones.simulator.counters.sends)")
    }
  }

  private func words(_ count: Int?) -> String { count.map(String.init) ?? "?" }

  /// Nil while PostgreSQL is away.
  private func count(_ sql: SQL) async -> Int? {
    do { return try await database.query(sql).only().decode(Int.self) } catch { return nil }
  }

  /// What WhatsApp counted.
  var facts: [String] {
    get async {
      let seen = await phones.simulator.counters
      return [
        "webhooks: \(seen.postsTaken) taken, \(seen.postsRefused) refused, \(seen.copies) of them copies, "
          + "\(seen.heldBack) held back",
        "sends: \(seen.sends) taken, \(seen.sendsRefused) refused, \(seen.answersLost) with their answer lost",
      ]
    }
  }
}
