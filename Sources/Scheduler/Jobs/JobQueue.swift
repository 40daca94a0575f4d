package import Database
package import Foundation
import Telemetry

/// The jobs of the one queue: `Migrations/0020_schedules.sql` holds its statements.
package struct JobQueue: LaneSource {
  private let database: Postgres
  /// Business time: when jobs are due.
  private let now: @Sendable () -> Date
  /// From 0 to 1, for waits that do not end together.
  private let chance: @Sendable () -> Double

  package init(database: Postgres, now: @escaping @Sendable () -> Date, chance: @escaping @Sendable () -> Double) {
    self.database = database
    self.now = now
    self.chance = chance
  }

  /// The notification that says that something may be due.
  package static let notification = "jobs"

  package static let metrics = LaneMetrics(
    seconds: .init("retailmind_job_seconds", .histogram, help: "Time to do a job, from its turn to its commit."),
    failures: .init("retailmind_job_failures_total", .counter, help: "Attempts at a job that failed."),
    dead: .init("retailmind_jobs_dead_total", .counter, help: "Jobs given up after the last attempt."))

  package func lease(by worker: String, lanes: Int, messagesPerLane: Int, seconds: Double, careful: Bool) async throws
    -> [[QueuedJob]]
  {
    let now = now()
    return try await database.query(
      """
      select lane_id, token, careful, job_id, kind, shop_id, payload, slot, attempts, is_cancelled
      from lease_jobs(\(worker), \(lanes), \(messagesPerLane), \(seconds), \(careful), \(now))
      """
    ).map { try QueuedJob($0, at: now) }.byLane()
  }

  package func renew(_ lease: Lease, seconds: Double) async throws {
    _ = try await database.query("select renew_lease(\(lease.lane), \(lease.token), \(seconds))")
  }

  package func returnLanes(of worker: String) async throws {
    _ = try await database.query("select return_lanes(\(worker))")
  }

  /// Half of a wait is certain, the other half is chance: what failed together is not tried again together.
  package func putOff(_ job: QueuedJob, failedAttempts: Int, waitSeconds: Double, reason: String) async throws {
    let due = now() + waitSeconds * (0.5 + chance())
    try await database.transaction { transaction in
      try transaction.leave(job, as: "waiting", due: due, attempts: failedAttempts, reason, isLast: true, at: now())
    }
  }

  package func bury(_ job: QueuedJob, reason: String) async throws {
    try await database.transaction { transaction in
      try transaction.leave(
        job, as: "dead", due: nil, attempts: job.failedAttempts + 1, reason, isLast: true, at: now())
    }
  }

  /// Lets a cancelled job go out of its lane.
  func drop(_ job: QueuedJob, isLast: Bool) async throws {
    try await database.transaction { transaction in
      try transaction.leave(
        job, as: "cancelled", due: nil, attempts: job.failedAttempts, nil, isLast: isLast, at: now())
    }
  }

  /// Does a job and finishes it, in one transaction.
  package func perform(_ job: QueuedJob, _ routine: JobRoutine, isLast: Bool) async throws {
    let body: @Sendable (Transaction) async throws -> Void = { transaction in
      let outcome = try await routine.perform(job, transaction)
      try transaction.finish(job, outcome, isLast: isLast, at: now())
    }
    if let shop = job.shop {
      try await database.books(of: shop, at: job.startedAt) { try await body($0.transaction) }
    } else {
      try await database.transaction(body)
    }
  }

  func finish(_ job: QueuedJob, _ outcome: JobOutcome, isLast: Bool) async throws {
    try await database.transaction { try $0.finish(job, outcome, isLast: isLast, at: now()) }
  }

  /// Forgets what ended long ago; false when there is no more of it.
  package func forgetOld() async throws -> Bool {
    let now = now()
    return try await database.query("select forget_jobs(\(now), \(Self.forgottenMax))").only().decode(Int64.self) > 0
  }

  private static let forgottenMax = 1_000

  package func depth() async throws -> JobDepth {
    let (waiting, due, dead) = try await database.query("select waiting, due, dead from job_depth()").only()
      .decode(Int.self, Int.self, Int.self)
    return JobDepth(waiting: waiting, due: due, dead: dead)
  }
}

package struct JobDepth: Hashable, Sendable {
  package let waiting: Int
  package let due: Int
  package let dead: Int
}

extension Transaction {
  fileprivate func finish(_ job: QueuedJob, _ outcome: JobOutcome, isLast: Bool, at now: Date) throws {
    switch outcome {
    case .done: try leave(job, as: "done", due: nil, attempts: job.failedAttempts, nil, isLast: isLast, at: now)
    case .again(let seconds):
      try leave(job, as: "waiting", due: now + seconds, attempts: 0, nil, isLast: isLast, at: now)
    case .never(let reason):
      try leave(job, as: "dead", due: nil, attempts: job.failedAttempts + 1, reason, isLast: isLast, at: now)
    }
  }

  /// Goes along with the commit, which fails when the lease was lost (RM001) or the job was cancelled (RM003).
  fileprivate func leave(
    _ job: QueuedJob, as state: String, due: Date?, attempts: Int, _ failure: String?, isLast: Bool, at now: Date
  ) throws {
    try later(
      """
      select leave_lane(
        \(job.lease.lane), \(job.lease.token), \(job.id), \(state), \(due), \(attempts), \(failure), \(isLast), \(now))
      """)
  }
}
