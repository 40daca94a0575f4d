import Foundation

/// The tasks that listen for notifications, each on a connection of its own.
///
/// `@unchecked` because `tasks` and `isClosed` are touched under `lock` only.
final class Listeners: @unchecked Sendable {
  /// Notifications that wait to be read; older ones give way, and then the listener is told to look.
  static let waitingMax = 1000
  private static let pauseSeconds = 0.1...5.0

  private let lock = NSLock()
  private var tasks: [UUID: Task<Void, Never>] = [:]
  private var isClosed = false

  func listen(on channel: String, opening: ConnectionOpening, reactor: Reactor) -> AsyncStream<String> {
    let (stream, listener) = AsyncStream.makeStream(of: String.self, bufferingPolicy: .bufferingNewest(Self.waitingMax))
    let identifier = UUID()
    // Unstructured because a stream has no scope; the end of its reader and `close` both end it.
    let task = Task { [weak self] in
      await Self.run(channel, opening, reactor, listener)
      listener.finish()
      self?.lock.withLock { self?.tasks[identifier] = nil }
    }
    let isClosed = lock.withLock {
      if !self.isClosed { tasks[identifier] = task }
      return self.isClosed
    }
    if isClosed { task.cancel() }
    listener.onTermination = { _ in task.cancel() }
    return stream
  }

  func close() async {
    let tasks = lock.withLock {
      isClosed = true
      return Array(self.tasks.values)
    }
    for task in tasks { task.cancel() }
    for task in tasks { await task.value }
  }

  private static func run(
    _ channel: String, _ opening: ConnectionOpening, _ reactor: Reactor, _ listener: AsyncStream<String>.Continuation
  ) async {
    var pause = pauseSeconds.lowerBound
    while !Task.isCancelled {
      do {
        try await listenOnce(channel, opening, reactor) { payload in
          pause = pauseSeconds.lowerBound
          // A full buffer has lost one, so the listener is to look for itself.
          if case .dropped = listener.yield(payload) { listener.yield("") }
        }
      } catch {
        // Server away or connection broken: the next attempt comes after a pause, for as long as somebody listens.
      }
      // Ends early when the task is cancelled, and the loop with it.
      try? await Task.sleep(for: .seconds(pause * Double.random(in: 0.5...1)))
      pause = min(pause * 2, pauseSeconds.upperBound)
    }
  }

  /// Returns when the connection is lost or the task is cancelled.
  private static func listenOnce(
    _ channel: String, _ opening: ConnectionOpening, _ reactor: Reactor, _ hear: (String) -> Void
  ) async throws {
    let (events, feed) = AsyncStream.makeStream(of: Connection.Event.self)
    let connection = try await Blocking.run { try opening.open(on: reactor) { _, event in feed.yield(event) } }
    defer { connection.close() }
    _ = try await connection.run(Exchange(.statements([Statement("listen \(SQL.identifier(channel))")])))
    hear("")
    for await event in events {
      switch event {
      case .notified(let payload): hear(payload)
      case .lost: return
      case .ran: break
      }
    }
  }
}
