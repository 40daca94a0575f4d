import Database
import Foundation
package import Telemetry

/// How much a runner takes on at once, and its patience.
package struct LaneLimits: Sendable {
  package var lanesMax = 32
  /// Those of one lane that are leased together.
  package var messagesPerLane = 10
  package var leaseSeconds = 60.0
  package var attemptsMax = 5
  /// Attempts that nobody saw the end of, because the process died. More than failures: a server that is killed again
  /// and again takes innocent messages with it.
  package var crashesMax = 12
  /// The first wait after a failure; each further one is four times as long.
  package var retrySeconds = 1.0

  package init() {}
}

/// Works on many lanes in parallel, and on the messages or jobs of one lane strictly one after the other.
///
/// It knows nothing of what they mean: `perform` does the work and finishes it in one transaction, `giveUp` buries it in
/// the transaction of whatever is to be said about that.
package struct LaneRunner<Source: LaneSource>: Sendable {
  package typealias Perform = @Sendable (_ entry: Source.Entry, _ isLast: Bool) async throws -> Void
  package typealias GiveUp = @Sendable (_ entry: Source.Entry, _ reason: String) async throws -> Void

  private let queue: Source
  private let worker: String
  private let limits: LaneLimits
  private let bell: Doorbell
  private let log: Log
  private let metrics: Metrics
  private let perform: Perform
  private let giveUp: GiveUp
  private let slots = Slots()

  /// - Parameter worker: this process's name in the lease, unique among all servers.
  /// - Parameter bell: rung when something arrived.
  package init(
    queue: Source, worker: String, limits: LaneLimits = LaneLimits(), bell: Doorbell, log: Log, metrics: Metrics,
    perform: @escaping Perform, giveUp: @escaping GiveUp
  ) {
    self.queue = queue
    self.worker = worker
    self.limits = limits
    self.bell = bell
    self.log = log
    self.metrics = metrics
    self.perform = perform
    self.giveUp = giveUp
  }

  /// Runs until `stop()`, then ends the messages under way and gives the other ones back.
  package func run() async {
    await withDiscardingTaskGroup { group in
      for await _ in bell.rings {
        while !slots.isStopping, await leaseMore(into: &group) {}
        if slots.isStopping { break }
      }
    }
    // In a task of its own: a worker that was cut off must give its lanes back too.
    await Task { await returnLanes() }.value
  }

  /// No new messages from here on; `run()` returns when those under way are done.
  package func stop() {
    slots.stop()
    bell.silence()
  }

  private func returnLanes() async {
    do {
      try await queue.returnLanes(of: worker)
    } catch {
      log.warning("leases were not given back and will run out", ["error": .text("\(error)")])
    }
  }

  /// True when there may be more to lease at once.
  private func leaseMore(into group: inout DiscardingTaskGroup) async -> Bool {
    let free = limits.lanesMax - slots.taken
    // Under load it waits until many are free: to lease one lane at a time would cost a commit for each.
    guard free >= max(1, limits.lanesMax / 4) else { return false }
    let lanes: [[Source.Entry]]
    do {
      lanes = try await queue.lease(
        by: worker, lanes: free, messagesPerLane: limits.messagesPerLane, seconds: limits.leaseSeconds,
        careful: !slots.isCarefulTaken)
    } catch {
      log.warning("no lanes could be leased", ["error": .text("\(error)")])
      return false
    }
    let leasedAt = ContinuousClock.now
    for lane in lanes {
      guard let lease = lane.first?.lease else { continue }
      slots.take(careful: lease.isCareful)
      group.addTask {
        await work(lane, leasedAt: leasedAt)
        slots.give(careful: lease.isCareful)
        bell.ring()
      }
    }
    return lanes.count == free
  }

  /// The messages of one lane, in order. After a failure the rest of the lane waits with the failed one.
  private func work(_ lane: [Source.Entry], leasedAt: ContinuousClock.Instant) async {
    var heldSince = leasedAt
    for (index, message) in lane.enumerated() {
      let log = log.with(message.logFields)
      do {
        if message.failedAttempts >= limits.crashesMax {
          // It was never seen to fail: the process died with it, each time.
          try await end(message, because: "out of attempts", log: log)
          return
        }
        if heldSince.duration(to: .now) > .seconds(limits.leaseSeconds / 2) {
          try await queue.renew(message.lease, seconds: limits.leaseSeconds)
          heldSince = .now
        }
        let began = ContinuousClock.now
        try await perform(message, index == lane.count - 1 || slots.isStopping)
        let seconds = (ContinuousClock.now - began) / .seconds(1)
        metrics.observe(Source.metrics.seconds, seconds: seconds)
        log.info("handled", ["ms": .real(seconds * 1000)])
      } catch let error as DatabaseError where error.isLostLease {
        log.warning("the lane was lost to another worker; nothing was written")
        return
      } catch {
        guard !Task.isCancelled else { return }  // cut off, which is nobody's fault; `run` gives the lane back
        await putOff(message, because: error, log: log)
        return
      }
      if slots.isStopping { return }
    }
  }

  private func putOff(_ message: Source.Entry, because error: any Error, log: Log) async {
    let failed = message.failedAttempts + (isOfTheWorld(error) ? 0 : 1)
    log.error("a message could not be handled", ["failed": .integer(Int64(failed)), "error": .text("\(error)")])
    metrics.count(Source.metrics.failures)
    // The lane would stand still for the rest of its lease, so what cannot be noted now is tried again.
    for pause in [0.5, 1, 2, 4, 8, nil] as [Double?] {
      do {
        return try await noteFailure(of: message, failed, because: error, log: log)
      } catch let trouble {
        log.warning("a failure could not be noted", ["error": .text("\(trouble)")])
        guard let pause, (trouble as? DatabaseError)?.isOfTheWorld == true else { return }
        do { try await Task.sleep(for: .seconds(pause)) } catch { return }
      }
    }
  }

  private func noteFailure(of message: Source.Entry, _ failed: Int, because error: any Error, log: Log) async throws {
    if failed >= limits.attemptsMax {
      try await end(message, because: "\(error)", log: log)
    } else {
      let wait = limits.retrySeconds * pow(4, Double(max(0, failed - 1)))
      try await queue.putOff(message, failedAttempts: failed, waitSeconds: wait, reason: "\(error)")
    }
  }

  /// The last of a message. Should even the line to its sender fail, it goes without one, for its lane must go on.
  private func end(_ message: Source.Entry, because reason: String, log: Log) async throws {
    do {
      try await giveUp(message, reason)
    } catch {
      let isLost = (error as? DatabaseError)?.isLostLease == true
      if isLost || isOfTheWorld(error) || Task.isCancelled { throw error }
      log.error("the sender of a lost message could not be told", ["error": .text("\(error)")])
      try await queue.bury(message, reason: reason)
    }
    metrics.count(Source.metrics.dead)
  }

  private func isOfTheWorld(_ error: any Error) -> Bool { (error as? DatabaseError)?.isOfTheWorld == true }
}

extension DatabaseError {
  /// Another worker holds the lane now, or finished the message already.
  fileprivate var isLostLease: Bool { sqlState == "RM001" || sqlState == "RM002" }

  /// The database was away or overloaded: no message is to blame.
  fileprivate var isOfTheWorld: Bool {
    switch self {
    case .unavailable, .poolExhausted, .commitUnconfirmed, .cancelled, .closed: true
    case .server(let error): Self.statesOfTheWorld.contains { error.sqlState.hasPrefix($0) }
    case .encoding, .decoding, .transactionAborted, .misuse: false
    }
  }

  /// Connections, a standby that does not write, rivals, exhausted memory or disk, locks, a shutdown, a broken disk. A
  /// statement that took too long (57014) is not among them: it may be its message's doing.
  private static let statesOfTheWorld = ["08", "25006", "40", "53", "55P03", "57P", "58"]
}
