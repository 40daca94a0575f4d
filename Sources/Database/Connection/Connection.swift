import CPostgres
import Foundation

/// One session with PostgreSQL. Whoever has been lent it sends from its own thread; the reactor reads the answers.
///
/// `@unchecked` because libpq's pointer and everything else that changes are touched under `lock` only. Tasks are
/// resumed and events told outside of it. libpq stays in pipeline mode, so a trip may carry several statements.
final class Connection: @unchecked Sendable {
  enum Event: Sendable {
    case notified(payload: String)
    case ran(seconds: Double)
    case lost(reason: String)
  }

  private enum Phase {
    case idle
    case busy(Exchange)
    /// All answers are here, but a `PQcancel` is still on its way: it would hit whatever ran next.
    case awaitingCancel(Exchange)
    case lost(DatabaseError)
  }

  /// What is to be told once the lock is released.
  private struct Tidings {
    var ended: (Exchange, Exchange.Outcome)?
    var events: [Event] = []
  }

  static let statementsMax = 256

  let openedAt = ContinuousClock.now
  private let lock = NSLock()
  private let reactor: Reactor
  private let tell: @Sendable (Connection, Event) -> Void
  private var handle: OpaquePointer?
  private var identifier: UInt64 = 0
  private var phase = Phase.idle
  private var statements = PreparedStatements(countMax: statementsMax)
  private var isCancelling = false
  private var wantsWrite = false
  /// Why the server has ended the session, as it said while nothing ran.
  private var farewell: String?

  /// Takes over a connection that is established and idle.
  init(
    _ handle: OpaquePointer, reactor: Reactor, tell: @escaping @Sendable (Connection, Event) -> Void
  ) throws(DatabaseError) {
    self.handle = handle
    self.reactor = reactor
    self.tell = tell
    guard PQsetnonblocking(handle, 1) == 0, PQenterPipelineMode(handle) == 1 else {
      throw .unavailable(ConnectionOpening.complaint(of: handle))
    }
    let receive: PQnoticeReceiver = { context, result in
      guard let context, let result else { return }
      Unmanaged<Connection>.fromOpaque(context).takeUnretainedValue().take(Notice(result))
    }
    // Unretained: libpq calls it only inside of calls that we make, and `deinit` ends them.
    PQsetNoticeReceiver(handle, receive, Unmanaged.passUnretained(self).toOpaque())
    guard let identifier = reactor.add(self, socket: PQsocket(handle)) else { throw .closed }
    self.identifier = identifier
  }

  deinit { if let handle { PQfinish(handle) } }

  /// One exchange at a time; whoever lends the connection sees to that.
  func run(_ exchange: Exchange) async throws -> [QueryResult] {
    let start = ContinuousClock.now
    defer { tell(self, .ran(seconds: start.secondsSince)) }
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        deliver(lock.withLock { begin(exchange, continuation) })
      }
    } onCancel: {
      cancel(exchange)
    }
  }

  /// Nothing runs, no transaction is open, nothing is broken.
  var isIdle: Bool {
    lock.withLock {
      guard case .idle = phase, let handle else { return false }
      return PQtransactionStatus(handle) == PQTRANS_IDLE && PQpipelineStatus(handle) == PQ_PIPELINE_ON
    }
  }

  var transactionStatus: PGTransactionStatusType {
    lock.withLock { handle.map { PQtransactionStatus($0) } ?? PQTRANS_UNKNOWN }
  }

  /// Looks whether the server has hung up meanwhile; a broken one tells no event and is to be closed by the asker.
  func isStillThere() -> Bool {
    lock.withLock {
      guard case .idle = phase, let handle else { return false }
      // The farewell and the end of the stream may arrive apart, so it looks twice.
      return PQconsumeInput(handle) == 1 && PQisBusy(handle) == 0 && PQconsumeInput(handle) == 1 && farewell == nil
    }
  }

  func close() {
    deliver(lock.withLock { lose(.closed) })
  }

  private func deliver(_ tidings: Tidings) {
    if let (exchange, outcome) = tidings.ended { exchange.continuation?.resume(with: outcome) }
    for event in tidings.events { tell(self, event) }
  }
}

// MARK: - Sending, under the lock

extension Connection {
  private func begin(
    _ exchange: Exchange, _ continuation: CheckedContinuation<[QueryResult], any Error>
  ) -> Tidings {
    exchange.continuation = continuation
    if exchange.isCancelled { return Tidings(ended: (exchange, .failure(.cancelled))) }
    switch phase {
    case .lost(let error): return Tidings(ended: (exchange, .failure(error)))
    case .busy, .awaitingCancel: preconditionFailure("two exchanges at a time on one connection")
    case .idle: break
    }
    guard let handle else { preconditionFailure("a connection without its pointer that is not lost") }
    phase = .busy(exchange)
    let isQueued =
      switch exchange.work {
      case .script(let script): queue(script, of: exchange, on: handle)
      case .statements(let statements): queue(statements, of: exchange, on: handle)
      }
    guard isQueued, flush(handle) else { return lose(.unavailable(ConnectionOpening.complaint(of: handle))) }
    return Tidings()
  }

  private func queue(_ script: String, of exchange: Exchange, on handle: OpaquePointer) -> Bool {
    exchange.steps = [.script]
    return PQexitPipelineMode(handle) == 1 && PQsendQuery(handle, script) == 1
  }

  private func queue(_ list: [Statement], of exchange: Exchange, on handle: OpaquePointer) -> Bool {
    if PQtransactionStatus(handle) == PQTRANS_IDLE {
      for disposal in statements.takeDisposals() {
        exchange.steps.append(.disposal)
        guard PQsendQueryParams(handle, disposal, 0, nil, nil, nil, nil, 0) == 1 else { return false }
      }
    }
    return list.allSatisfy { queue($0, of: exchange, on: handle) } && PQpipelineSync(handle) == 1
  }

  private func queue(_ statement: Statement, of exchange: Exchange, on handle: OpaquePointer) -> Bool {
    let (name, isNew) = statements.use(statement.key)
    if isNew {
      exchange.steps.append(.prepare(statement.key))
      guard statement.sendPrepare(as: name, on: handle) else { return false }
    }
    exchange.steps.append(.execute(wasPrepared: !isNew))
    return statement.sendExecute(name, on: handle)
  }

  /// Sends what the socket takes; the reactor sends the rest.
  private func flush(_ handle: OpaquePointer) -> Bool {
    let rest = PQflush(handle)
    if (rest == 1) != wantsWrite {
      wantsWrite = rest == 1
      reactor.setWrites(wantsWrite, socket: PQsocket(handle), identifier: identifier)
    }
    return rest >= 0
  }
}

// MARK: - Receiving, on the reactor's thread

extension Connection: Reactor.Member {
  func socketIsReady() {
    deliver(lock.withLock { receive() })
  }

  private func receive() -> Tidings {
    guard let handle else { return Tidings() }
    // When the stream ends, answers that arrived before are still in libpq's buffer: they count.
    let isOpen = PQconsumeInput(handle) == 1 && flush(handle)
    var tidings = takeAnswers(handle)
    guard self.handle != nil else { return tidings }
    tidings.events += takeNotifications(handle)
    guard !isOpen || farewell != nil else { return tidings }
    let lost = lose(.unavailable(farewell ?? ConnectionOpening.complaint(of: handle)))
    return Tidings(ended: tidings.ended ?? lost.ended, events: tidings.events + lost.events)
  }

  private func takeAnswers(_ handle: OpaquePointer) -> Tidings {
    while case .busy(let exchange) = phase, PQisBusy(handle) == 0 {
      guard let result = PQgetResult(handle) else {
        guard !exchange.isAnswered else { return lose(.unavailable("an answer that nobody asked for")) }
        exchange.endStep()
        if case .script = exchange.work { return finish(exchange, on: handle) }
        continue
      }
      let status = take(QueryResult(result), for: exchange)
      if status == PGRES_PIPELINE_SYNC { return finish(exchange, on: handle) }
      // A copy waits for data that nobody will send.
      let copies = [PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH]
      if copies.contains(status) { return lose(.misuse("copy is not supported")) }
    }
    return Tidings()
  }

  private func take(_ result: QueryResult, for exchange: Exchange) -> ExecStatusType {
    exchange.take(result)
    let failed = result.status == PGRES_FATAL_ERROR || result.status == PGRES_PIPELINE_ABORTED
    switch exchange.currentStep {
    case .prepare(let key) where failed: statements.forget(key)
    case .execute(wasPrepared: true) where ["0A000", "26000"].contains(result.error?.sqlState):
      statements.forgetAll()
      exchange.markStale()
    default: break
    }
    return result.status
  }

  private func finish(_ exchange: Exchange, on handle: OpaquePointer) -> Tidings {
    if PQpipelineStatus(handle) == PQ_PIPELINE_OFF, PQenterPipelineMode(handle) != 1 {
      return lose(.unavailable(ConnectionOpening.complaint(of: handle)))
    }
    guard !isCancelling else {
      phase = .awaitingCancel(exchange)
      return Tidings()
    }
    phase = .idle
    return Tidings(ended: (exchange, exchange.outcome))
  }

  private func takeNotifications(_ handle: OpaquePointer) -> [Event] {
    var events: [Event] = []
    while let notification = PQnotifies(handle) {
      events.append(.notified(payload: String(cString: notification.pointee.extra)))
      PQfreemem(notification)
    }
    return events
  }

  private func take(_ notice: Notice) {
    if notice.isFarewell { farewell = "\(notice.sqlState) \(notice.message)" }
    if case .busy(let exchange) = phase { exchange.take(notice) }
  }

  private func lose(_ error: DatabaseError) -> Tidings {
    guard let handle else { return Tidings() }
    reactor.remove(socket: PQsocket(handle), identifier: identifier)
    PQfinish(handle)
    self.handle = nil
    let before = phase
    phase = .lost(error)
    var tidings = Tidings()
    if case .closed = error {} else { tidings.events = [.lost(reason: error.description)] }
    switch before {
    case .busy(let exchange): tidings.ended = (exchange, exchange.outcome(lost: error))
    case .awaitingCancel(let exchange): tidings.ended = (exchange, exchange.outcome)
    case .idle, .lost: break
    }
    return tidings
  }
}

// MARK: - Cancelling

extension Connection {
  /// The pointer is used by one thread after another, never by two.
  private struct CancelRequest: @unchecked Sendable { let handle: OpaquePointer }

  /// Asks the server to stop. The exchange ends when the server has answered **and** the request has returned: one
  /// that arrives late would stop whatever runs next on this connection.
  private func cancel(_ exchange: Exchange) {
    guard let request = lock.withLock({ cancelRequest(for: exchange) }) else { return }
    Blocking.start { [self] in
      var complaint = [CChar](repeating: 0, count: 256)
      // A request that fails is no error: the statement then runs to its end or its time limit.
      _ = PQcancel(request.handle, &complaint, Int32(complaint.count))
      PQfreeCancel(request.handle)
      deliver(lock.withLock { cancelReturned() })
    }
  }

  private func cancelRequest(for exchange: Exchange) -> CancelRequest? {
    guard exchange.isCancellable else { return nil }
    exchange.isCancelled = true
    guard case .busy(let current) = phase, current === exchange, let handle, let request = PQgetCancel(handle) else {
      return nil
    }
    isCancelling = true
    return CancelRequest(handle: request)
  }

  private func cancelReturned() -> Tidings {
    isCancelling = false
    guard case .awaitingCancel(let exchange) = phase else { return Tidings() }
    phase = .idle
    return Tidings(ended: (exchange, exchange.outcome))
  }
}

extension ContinuousClock.Instant {
  var secondsSince: Double { self.duration(to: .now) / .seconds(1) }
}
