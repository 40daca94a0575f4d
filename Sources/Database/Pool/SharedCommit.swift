/// Lets the writes of many callers share a commit: what comes while one batch is being written is the next batch.
///
/// There is no timer: alone, a caller waits for nobody, and under load the batches grow by themselves. One that cannot
/// be written never fails its neighbours: after an error that some row of the batch must have caused, each is written
/// alone.
package actor SharedCommit<Item: Sendable> {
  private struct Caller {
    let item: Item
    let continuation: CheckedContinuation<Void, any Error>
  }

  private let weightMax: Int
  private let weight: @Sendable (Item) -> Int
  private let write: @Sendable ([Item]) async throws -> Void
  private var callers: [Caller] = []
  private var isWriting = false

  /// - Parameters:
  ///   - weightMax: what a batch weighs at most; a single item may weigh more.
  ///   - write: commits the items together, or throws and has written nothing.
  package init(
    weightMax: Int, weight: @escaping @Sendable (Item) -> Int = { _ in 1 },
    write: @escaping @Sendable ([Item]) async throws -> Void
  ) {
    self.weightMax = weightMax
    self.weight = weight
    self.write = write
  }

  /// Returns when the item is committed.
  package func submit(_ item: Item) async throws {
    try await withCheckedThrowingContinuation { continuation in
      callers.append(Caller(item: item, continuation: continuation))
      guard !isWriting else { return }
      isWriting = true
      // Of no caller: one that goes away must not cancel the commit of the others. It ends with the last batch.
      Task { await self.writeAll() }
    }
  }

  /// For tests: goes on once so many callers wait for the next batch.
  func until(waiting count: Int) async {
    while callers.count < count { await Task.yield() }
  }

  private func writeAll() async {
    while !callers.isEmpty {
      let batch = nextBatch()
      do {
        try await write(batch.map(\.item))
        for caller in batch { caller.continuation.resume() }
      } catch let error as DatabaseError where error.isOfARow && batch.count > 1 {
        for caller in batch { await writeAlone(caller) }
      } catch {
        for caller in batch { caller.continuation.resume(throwing: error) }
      }
    }
    isWriting = false
  }

  private func writeAlone(_ caller: Caller) async {
    do {
      try await write([caller.item])
      caller.continuation.resume()
    } catch {
      caller.continuation.resume(throwing: error)
    }
  }

  private func nextBatch() -> [Caller] {
    var total = 0
    let end = callers.firstIndex { caller in
      total += weight(caller.item)
      return total > weightMax
    }
    let count = max(1, end ?? callers.count)
    defer { callers.removeFirst(count) }
    return Array(callers.prefix(count))
  }
}
