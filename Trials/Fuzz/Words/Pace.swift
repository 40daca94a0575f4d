import Foundation

/// How long something may take, told by a loop of known length, so that a slow build or a busy machine changes nothing: one
/// step of the loop is a thousandth of what the release build does in a millisecond on the machine that was measured.
struct Pace: Sendable {
  /// Steps of the loop that took a millisecond there (21 November 2026, release build).
  private static let stepsAMillisecond = 1_000_000

  /// Processor time of the calling thread: waiting for a turn does not count.
  static func milliseconds(_ work: () -> Void) -> Double {
    let began = processorSeconds()
    work()
    return (processorSeconds() - began) * 1_000
  }

  /// What a millisecond of the measured machine takes here and now.
  static func millisecond() -> Double {
    var sum: UInt64 = 1
    let taken = milliseconds {
      for step in 0..<UInt64(stepsAMillisecond) { sum = (sum ^ step) &* 0x9E37_79B9_7F4A_7C15 }
    }
    // The sum is looked at, or the loop would not be run at all.
    return sum == 0 ? .infinity : max(taken, 0.000_001)
  }

  private static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
