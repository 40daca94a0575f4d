import Database
import Foundation
import Telemetry

@testable import Scheduler

extension QueueDatabase {
  func jobs(at now: Date = QueueDatabase.now) -> JobQueue {
    JobQueue(database: application, now: { now }, chance: { 0.5 })
  }

  @discardableResult
  func enqueue<Payload>(_ kind: JobKind<Payload>, _ payload: Payload, key: String? = nil, due: Date? = nil) async throws
    -> Int64?
  {
    try await application.transaction {
      try await $0.enqueue(kind, payload, key: key, due: due, at: QueueDatabase.now)
    }
  }

  func letWaitsOfJobsPass() async throws {
    try await owner.execute("update jobs set due_at = \(Self.now) where state = 'waiting'")
  }
}

/// Runners at work on the jobs of one database.
struct JobShift: Sendable {
  private let runners: [JobRunner]
  private let bells: [Doorbell]

  init(_ database: QueueDatabase, _ routines: [JobRoutine], runners count: Int = 1) {
    var limits = LaneLimits.jobs
    (limits.attemptsMax, limits.retrySeconds) = (3, 0)
    let bells = (0..<count).map { _ in Doorbell() }
    self.bells = bells
    runners = bells.enumerated().map { [limits] number, bell in
      JobRunner(
        queue: database.jobs(), worker: "worker \(number)", routines: routines, limits: limits, bell: bell,
        log: .silent, metrics: Metrics())
    }
  }

  /// Works until something holds.
  func work(until holds: @Sendable () async throws -> Bool) async throws {
    try await withThrowingDiscardingTaskGroup { group in
      for runner in runners { group.addTask { await runner.run() } }
      defer { for runner in runners { runner.stop() } }
      while try await !holds() {
        try Task.checkCancellation()
        for bell in bells { bell.ring() }
      }
    }
  }
}
