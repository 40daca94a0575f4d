internal import Foundation

/// The blue ticks on what people wrote, and “…” while an answer takes longer than usual.
///
/// Best effort on a path of its own: no message waits for its ticks, and ticks that cannot be given are forgotten. On a
/// busy day not every message gets its own: a later tick covers the earlier messages of its chat.
///
/// `@unchecked` because `underWay` is touched under `lock` only.
package final class ReadMarks: @unchecked Sendable {
  private struct Mark: Sendable {
    let messageID: String
    let channel: String
    var isTyping = false
  }

  private struct UnderWay {
    let mark: Mark
    let since: ContinuousClock.Instant
  }

  /// Marks that wait; older ones are dropped.
  private static let waitingMax = 200
  /// From one mark to the next: a hundred a second.
  private static let pause = Duration.milliseconds(10)
  /// An answer that takes longer than this is announced by “…”.
  private static let patience = Duration.seconds(1)
  private static let lookEvery = Duration.milliseconds(250)

  private let graph: GraphAPI
  private let marks: AsyncStream<Mark>
  private let continuation: AsyncStream<Mark>.Continuation
  private let lock = NSLock()
  private var underWay: [String: UnderWay] = [:]

  package init(graph: GraphAPI) {
    self.graph = graph
    (marks, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(Self.waitingMax))
  }

  /// Gives ticks until its task is cancelled.
  package func run() async {
    await withDiscardingTaskGroup { group in
      group.addTask { await self.announceSlowAnswers() }
      for await mark in marks {
        group.addTask { await self.graph.markRead(mark.messageID, on: mark.channel, typing: mark.isTyping) }
        do { try await Task.sleep(for: Self.pause) } catch { return }
      }
    }
  }

  /// Handles a message: its sender sees blue ticks when that is done, and “…” before if it takes long.
  package func reading(_ messageID: String, on channel: String, _ handle: () async throws -> Void) async throws {
    let mark = Mark(messageID: messageID, channel: channel)
    lock.withLock { underWay[messageID] = UnderWay(mark: mark, since: .now) }
    defer { lock.withLock { underWay[messageID] = nil } }
    try await handle()
    // “…” gave the ticks already.
    if lock.withLock({ underWay[messageID] != nil }) { continuation.yield(mark) }
  }

  private func announceSlowAnswers() async {
    while !Task.isCancelled {
      do { try await Task.sleep(for: Self.lookEvery) } catch { return }
      for mark in takeSlow() { continuation.yield(mark) }
    }
  }

  private func takeSlow() -> [Mark] {
    lock.withLock {
      let slow = underWay.values.filter { $0.since + Self.patience < .now }
      for one in slow { underWay[one.mark.messageID] = nil }
      return slow.map { Mark(messageID: $0.mark.messageID, channel: $0.mark.channel, isTyping: true) }
    }
  }
}
