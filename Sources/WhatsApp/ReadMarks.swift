/// The blue ticks on what people wrote, and “…” while an answer takes longer than usual.
///
/// Best effort on a path of its own: no message waits for its ticks, and ticks that cannot be given are forgotten.
package struct ReadMarks: Sendable {
  private struct Mark: Sendable {
    let messageID: String
    let channel: String
    let isTyping: Bool
  }

  /// Marks that wait; older ones are dropped. A later mark covers the earlier messages of its chat.
  private static let waitingMax = 1_000
  private static let concurrencyMax = 4
  /// An answer that takes longer than this is announced by “…”.
  private static let patience = Duration.seconds(1)

  private let graph: GraphAPI
  private let marks: AsyncStream<Mark>
  private let continuation: AsyncStream<Mark>.Continuation

  package init(graph: GraphAPI) {
    self.graph = graph
    (marks, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(Self.waitingMax))
  }

  /// Gives ticks until its task is cancelled.
  package func run() async {
    await withTaskGroup(of: Void.self) { group in
      var underWay = 0
      for await mark in marks {
        if underWay >= Self.concurrencyMax {
          await group.next()
          underWay -= 1
        }
        group.addTask { await graph.markRead(mark.messageID, on: mark.channel, typing: mark.isTyping) }
        underWay += 1
      }
    }
  }

  /// Handles a message: its sender sees blue ticks when that is done, and “…” before if it takes long.
  package func reading(_ messageID: String, on channel: String, _ handle: @Sendable () async throws -> Void)
    async throws
  {
    let isAnnounced = try await withThrowingTaskGroup(of: Bool.self) { group in
      group.addTask {
        guard (try? await Task.sleep(for: Self.patience)) != nil else { return false }  // handled in time
        continuation.yield(Mark(messageID: messageID, channel: channel, isTyping: true))
        return true
      }
      try await handle()
      group.cancelAll()
      return try await group.next() ?? false
    }
    if !isAnnounced { continuation.yield(Mark(messageID: messageID, channel: channel, isTyping: false)) }
  }
}
