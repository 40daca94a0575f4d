import Foundation

/// Lends each connection to one borrower at a time and replaces those that break.
///
/// `@unchecked` because `state` and `closers` are touched under `lock` only; actions are carried out outside of it.
final class ConnectionPool: @unchecked Sendable {
  /// Somebody waiting for a connection; touched under the pool's lock only.
  final class Waiter: @unchecked Sendable {
    var continuation: CheckedContinuation<Connection, any Error>?
    var isWithdrawn = false
  }

  private typealias State = PoolState<Connection, Waiter>

  let opening: ConnectionOpening
  let reactor = Reactor()
  private let observe: @Sendable (PoolEvent) -> Void
  private let lock = NSLock()
  private var state: State
  private var closers: [CheckedContinuation<Void, Never>] = []

  init(_ configuration: Postgres.Configuration, observe: @escaping @Sendable (PoolEvent) -> Void) {
    opening = ConnectionOpening(configuration: configuration)
    state = PoolState(connectionsMax: configuration.connectionsMax)
    self.observe = observe
  }

  /// A pool that is let go without having been closed.
  deinit { reactor.stop() }

  func acquire() async throws -> Connection {
    let start = ContinuousClock.now
    // Nearly always one is idle; then there is nothing to wait for and no time limit to set.
    if let connection = idleConnection() {
      observe(.acquired(waitSeconds: start.secondsSince))
      return connection
    }
    let waiter = Waiter()
    // Unstructured because it must not hold up the borrower; it is cancelled with the wait and touches nothing else.
    let limit = Task { [opening, weak self] in
      try await Task.sleep(for: .seconds(opening.configuration.acquireSecondsMax))
      self?.withdraw(waiter, nil)
    }
    defer { limit.cancel() }
    let connection = try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { enqueue(waiter, $0) }
    } onCancel: {
      withdraw(waiter, .cancelled)
    }
    observe(.acquired(waitSeconds: start.secondsSince))
    return connection
  }

  private func idleConnection() -> Connection? {
    let (connection, actions) = lock.withLock { state.acquireIdle { isYoung($0) && $0.isStillThere() } }
    carryOut(actions)
    return connection
  }

  func release(_ connection: Connection) {
    let isFit = connection.isIdle && isYoung(connection)
    perform { $0.returned(connection, isFit: isFit) }
  }

  /// Waits for lent connections to come back, at most for `graceSeconds`; then they are closed under their borrowers.
  func close(graceSeconds: Double) async {
    perform { $0.close() }
    // Unstructured because it only shortens the wait below, and is cancelled with it.
    let limit = Task { [self] in
      try await Task.sleep(for: .seconds(graceSeconds))
      for connection in lock.withLock({ state.overdue }) { connection.close() }
      end()
    }
    await withCheckedContinuation { closer in
      let isDone = lock.withLock {
        if !state.isDone { closers.append(closer) }
        return state.isDone
      }
      if isDone { closer.resume() }
    }
    limit.cancel()
    reactor.stop()
  }

  private func enqueue(_ waiter: Waiter, _ continuation: CheckedContinuation<Connection, any Error>) {
    perform { state in
      waiter.continuation = continuation
      // The task may have been cancelled before the wait began.
      guard !waiter.isWithdrawn else { return [.refuse(waiter, .cancelled)] }
      return state.acquire(waiter) { isYoung($0) && $0.isStillThere() }
    }
  }

  private func withdraw(_ waiter: Waiter, _ error: DatabaseError?) {
    perform { state in
      waiter.isWithdrawn = true
      return state.withdraw(waiter, error)
    }
  }

  private func isYoung(_ connection: Connection) -> Bool {
    connection.openedAt.secondsSince < opening.configuration.connectionAgeSecondsMax
  }

  private func perform(_ decide: (inout State) -> [State.Action]) {
    carryOut(lock.withLock { decide(&state) })
  }

  private func carryOut(_ actions: [State.Action]) {
    for action in actions {
      switch action {
      case .lend(let connection, let waiter): waiter.continuation?.resume(returning: connection)
      case .refuse(let waiter, let error): waiter.continuation?.resume(throwing: error)
      case .connect: Blocking.start { [self] in connect() }
      case .discard(let connection): connection.close()
      case .end: end()
      }
    }
  }

  private func connect() {
    let start = ContinuousClock.now
    do {
      let observe = observe
      let connection = try opening.open(on: reactor) { [weak self] connection, event in
        switch event {
        case .ran(let seconds): observe(.statement(seconds: seconds))
        case .notified: break
        case .lost(let reason):
          observe(.connectionLost(reason: reason))
          self?.perform { state in
            state.lost(connection)
            return []
          }
        }
      }
      observe(.connected(seconds: start.secondsSince))
      perform { $0.connected(connection) }
    } catch {
      let error = error as? DatabaseError ?? .unavailable("\(error)")
      observe(.connectFailed(reason: error.description))
      perform { $0.connectFailed(error) }
    }
  }

  /// Lets everybody go on who waits for the pool to be closed.
  private func end() {
    let waiting = lock.withLock {
      defer { closers = [] }
      return closers
    }
    for closer in waiting { closer.resume() }
  }
}
