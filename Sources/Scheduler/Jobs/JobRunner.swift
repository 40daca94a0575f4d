import Database
package import Telemetry

/// Does the jobs of all kinds it knows, as the worker does messages: it leases lanes, and holds them while it works.
package struct JobRunner: Sendable {
  private let runner: LaneRunner<JobQueue>

  /// - Parameter worker: this process's name in the lease, unique among all servers and other than that of messages.
  package init(
    queue: JobQueue, worker: String, routines: [JobRoutine], limits: LaneLimits = .jobs, bell: Doorbell, log: Log,
    metrics: Metrics
  ) {
    let known = Dictionary(uniqueKeysWithValues: routines.map { ($0.name, $0) })
    runner = LaneRunner(
      queue: queue, worker: worker, limits: limits, bell: bell, log: log, metrics: metrics,
      perform: { job, isLast in
        if job.isCancelled { return try await queue.drop(job, isLast: isLast) }
        guard let routine = known[job.kind] else {
          log.warning("a job that only another release knows waits for it", ["kind": .text(job.kind)])
          return try await queue.finish(job, .again(after: Self.otherReleaseSeconds), isLast: isLast)
        }
        do {
          try await Self.hold(job.lease, in: queue, seconds: limits.leaseSeconds, for: routine.limit) {
            try await queue.perform(job, routine, isLast: isLast)
          }
        } catch let error as DatabaseError where error.sqlState == "RM003" {
          try await queue.drop(job, isLast: isLast)
        }
      },
      giveUp: { job, reason in try await queue.bury(job, reason: reason) })
  }

  /// Runs until `stop()`, then ends what is under way and gives the rest back.
  package func run() async { await runner.run() }

  package func stop() { runner.stop() }

  private static let otherReleaseSeconds = 300.0

  /// Does `work` while its lease is renewed, and cuts it off after `limit` or when the lease is lost.
  private static func hold(
    _ lease: Lease, in queue: JobQueue, seconds: Double, for limit: JobLimit,
    _ work: @escaping @Sendable () async throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await work() }
      group.addTask {
        try await Task.sleep(for: .seconds(limit.seconds))
        throw JobTookTooLong(limit: limit)
      }
      group.addTask {
        while true {
          try await Task.sleep(for: .seconds(seconds / 3))
          try await queue.renew(lease, seconds: seconds)
        }
      }
      defer { group.cancelAll() }
      try await group.next()
    }
  }
}

extension LaneLimits {
  /// Jobs are longer than messages and nobody waits at the counter for them. A killed one is taken over after the lease.
  package static var jobs: LaneLimits {
    var limits = LaneLimits()
    limits.lanesMax = 4
    limits.messagesPerLane = 5
    limits.retrySeconds = 5
    return limits
  }
}

/// Cut off at its limit.
struct JobTookTooLong: Error, CustomStringConvertible {
  let limit: JobLimit

  var description: String { "took more than \(limit.rawValue) s" }
}
