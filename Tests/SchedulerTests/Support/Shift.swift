import Telemetry
import Testing

@testable import Scheduler

/// Runners at work on one queue, and what they report while they work.
struct Shift: Sendable {
  enum Event: Sendable, Equatable {
    case began(String, attempts: Int)
    case ended(String)
    case buried(String, reason: String)
  }

  let database: QueueDatabase
  let runners: [LaneRunner<Queue>]
  private let bells: [Doorbell]
  let events: AsyncStream<Event>

  /// Each message does `work` before its effect is written; what it throws is a failed attempt.
  init(
    _ database: QueueDatabase, runners count: Int = 1, lanesMax: Int = 16, messagesPerLane: Int = 10,
    attemptsMax: Int = 5,
    work: @escaping @Sendable (QueuedMessage) async throws -> Void = { _ in }
  ) {
    let (events, report) = AsyncStream.makeStream(of: Event.self)
    var limits = LaneLimits()
    limits.lanesMax = lanesMax
    limits.messagesPerLane = messagesPerLane
    (limits.attemptsMax, limits.crashesMax) = (attemptsMax, attemptsMax)
    limits.retrySeconds = 0
    let bells = (0..<count).map { _ in Doorbell() }
    self.database = database
    self.events = events
    self.bells = bells
    runners = bells.enumerated().map { [limits] number, bell in
      LaneRunner(
        queue: database.queue, worker: "worker \(number)", limits: limits, bell: bell, log: .silent, metrics: Metrics(),
        perform: { message, isLast in
          report.yield(.began(message.messageID, attempts: message.attempts))
          try await work(message)
          try await database.perform(message, isLast: isLast)
          report.yield(.ended(message.messageID))
        },
        giveUp: { message, reason in
          try await database.bury(message, reason: reason)
          report.yield(.buried(message.messageID, reason: reason))
        })
    }
  }

  func ring() { for bell in bells { bell.ring() } }

  /// Works until `count` messages came to their end, stops, and returns all that happened.
  func work(untilEnded count: Int) async -> [Event] {
    await withDiscardingTaskGroup { group in
      for runner in runners { group.addTask { await runner.run() } }
      ring()
      var (seen, ended): ([Event], Int) = ([], 0)
      for await event in events {
        seen.append(event)
        if case .began = event { continue }
        ended += 1
        if ended == count { break }
      }
      for runner in runners { runner.stop() }
      return seen
    }
  }
}

/// A door that stays shut until somebody opens it.
struct Gate: Sendable {
  private let passages: AsyncStream<Void>
  private let passage: AsyncStream<Void>.Continuation

  init() { (passages, passage) = AsyncStream.makeStream() }

  func open() { passage.finish() }

  /// Returns when it is open, or when the task is cancelled.
  func pass() async { for await _ in passages {} }
}
