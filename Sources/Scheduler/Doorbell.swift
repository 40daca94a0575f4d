/// Wakes one waiter, however often it is rung meanwhile.
package struct Doorbell: Sendable {
  package let rings: AsyncStream<Void>
  private let continuation: AsyncStream<Void>.Continuation

  package init() {
    (rings, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
  }

  package func ring() { continuation.yield() }

  /// No more rings: whoever waits goes on.
  package func silence() { continuation.finish() }
}
