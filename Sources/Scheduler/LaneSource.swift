package import Telemetry

/// What stands in lanes: the messages of conversations, or jobs. Both are leased, renewed and given back alike.
package protocol LaneSource: Sendable {
  associatedtype Entry: LaneEntry

  static var metrics: LaneMetrics { get }

  func lease(by worker: String, lanes: Int, messagesPerLane: Int, seconds: Double, careful: Bool) async throws
    -> [[Entry]]
  func renew(_ lease: Lease, seconds: Double) async throws
  /// Gives back what `worker` holds, at once and without costing an attempt.
  func returnLanes(of worker: String) async throws
  /// Lets go of an entry until `waitSeconds` from now; it has failed `failedAttempts` times.
  func putOff(_ entry: Entry, failedAttempts: Int, waitSeconds: Double, reason: String) async throws
  /// Gives up on an entry in silence.
  func bury(_ entry: Entry, reason: String) async throws
}

package protocol LaneEntry: Sendable {
  var lease: Lease { get }
  /// Attempts so far; in careful mode with the one that begins now.
  var attempts: Int { get }
  /// What the log says with everything about it; nothing personal.
  var logFields: KeyValuePairs<String, Log.Value> { get }
}

extension LaneEntry {
  /// Attempts that did not succeed.
  var failedAttempts: Int { attempts - (lease.isCareful ? 1 : 0) }
}

/// What is counted of a kind of entries.
package struct LaneMetrics: Sendable {
  let seconds: Metrics.Family
  let failures: Metrics.Family
  let dead: Metrics.Family
}

extension Sequence where Element: LaneEntry {
  /// Those of one lane together; they come lane by lane.
  func byLane() -> [[Element]] {
    reduce(into: []) { lanes, entry in
      if lanes.last?.last?.lease.lane == entry.lease.lane {
        lanes[lanes.count - 1].append(entry)
      } else {
        lanes.append([entry])
      }
    }
  }
}
