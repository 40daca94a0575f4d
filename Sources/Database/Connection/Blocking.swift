import Foundation

/// Threads for calls that block (connecting, cancelling, waiting for a process), so that tasks never wait for them.
///
/// A thread each: such calls are rare, and in a queue of few threads a cancel would wait behind slow connects.
enum Blocking {
  static func start(_ work: @escaping @Sendable () -> Void) { Thread.detachNewThread(work) }

  static func run<R: Sendable>(_ work: @escaping @Sendable () throws -> R) async throws -> R {
    try await withCheckedThrowingContinuation { continuation in
      start { continuation.resume(with: Result(catching: work)) }
    }
  }

  static func run<R: Sendable>(_ work: @escaping @Sendable () -> R) async -> R {
    await withCheckedContinuation { continuation in
      start { continuation.resume(returning: work()) }
    }
  }
}
