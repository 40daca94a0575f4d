import Foundation

/// How many lanes this process works on, and whether it is about to stop.
///
/// Unchecked because the compiler cannot see that the variables are touched only under `lock`.
final class Slots: @unchecked Sendable {
  private let lock = NSLock()
  private var lanes = 0
  private var carefulLanes = 0
  private var stopping = false

  var taken: Int { lock.withLock { lanes } }

  /// One careful lane at a time, so that a crash can be laid at the right door.
  var isCarefulTaken: Bool { lock.withLock { carefulLanes > 0 } }

  var isStopping: Bool { lock.withLock { stopping } }

  func take(careful: Bool) {
    lock.withLock {
      lanes += 1
      carefulLanes += careful ? 1 : 0
    }
  }

  func give(careful: Bool) {
    lock.withLock {
      lanes -= 1
      carefulLanes -= careful ? 1 : 0
    }
  }

  func stop() { lock.withLock { stopping = true } }
}
