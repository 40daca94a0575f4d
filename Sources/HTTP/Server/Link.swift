internal import CMicroHTTPD
internal import Foundation

/// One client's connection: whose turn it is, and until when.
///
/// `lock` guards every mutable property but `exchange`: the network thread, the handler's task and the watch share them.
/// `exchange` belongs to the network thread alone.
final class Link: @unchecked Sendable {
  private enum Phase {
    case resting
    case receiving
    /// The handler has the request. The connection is suspended as soon as the handler proves not to answer at once.
    case handling(suspended: Suspended?)
    case answering(HTTPResponse)
  }

  private struct Suspended {
    let connection: OpaquePointer
    let task: Task<Void, Never>
  }

  private enum Service {
    case open
    /// Stopping: what was begun is finished, then the connection closes.
    case lastRequest
    case over
  }

  let socket: Int32
  let remoteAddress: String
  var exchange: Exchange?

  private let limits: HTTPServer.Limits
  private let lock = NSLock()
  private var phase = Phase.resting
  private var service = Service.open
  private var deadline: ContinuousClock.Instant
  private var isClosed = false
  /// Counts requests, so that a handler that was given up cannot answer the next one.
  private var turn = 0

  init(socket: Int32, remoteAddress: String, limits: HTTPServer.Limits) {
    self.socket = socket
    self.remoteAddress = remoteAddress
    self.limits = limits
    deadline = .now + .seconds(limits.requestSecondsMax)
  }

  /// Whether this answer is the last on the connection.
  var isLeaving: Bool { lock.withLock { service != .open } }

  /// Whether stopping now would cut somebody off.
  var isBusy: Bool {
    lock.withLock {
      if case .resting = phase { return false }
      return !isClosed
    }
  }

  /// Whether the library must not be stopped yet.
  var isHandling: Bool {
    lock.withLock {
      if case .handling = phase { return true }
      return false
    }
  }
}

/// What the network thread reports.
extension Link {
  func requestBegan() {
    lock.withLock {
      phase = .receiving
      deadline = min(deadline, .now + .seconds(limits.requestSecondsMax))
    }
  }

  /// The turn under which the handler is to answer; nil when it is too late to begin.
  func handlingBegan() -> Int? {
    lock.withLock {
      guard service != .over else { return nil }
      phase = .handling(suspended: nil)
      deadline = .now + .seconds(limits.handlerSecondsMax)
      turn += 1
      return turn
    }
  }

  /// The answer if the handler has given it already; else suspends the connection until it does.
  func answerOrSuspend(_ connection: OpaquePointer, until task: Task<Void, Never>) -> HTTPResponse? {
    lock.withLock {
      if case .answering(let response) = phase { return response }
      // Under the lock, so that the answer cannot resume what is not suspended yet.
      MHD_suspend_connection(connection)
      phase = .handling(suspended: Suspended(connection: connection, task: task))
      return nil
    }
  }

  /// The answer after the connection was resumed.
  var answer: HTTPResponse? {
    lock.withLock {
      guard case .answering(let response) = phase else { return nil }
      return response
    }
  }

  func requestEnded() {
    lock.withLock {
      phase = .resting
      deadline = .now + .seconds(limits.idleSecondsMax + limits.requestSecondsMax)
    }
  }

  /// The library closes the socket next; after that its number may belong to somebody else.
  func closed() {
    lock.withLock { isClosed = true }
  }
}

/// What the handler's task and the watch do.
extension Link {
  func answer(_ response: HTTPResponse, turn: Int) {
    lock.withLock {
      guard turn == self.turn, case .handling(let suspended) = phase else { return }
      settle(on: response, suspended)
    }
  }

  /// Ends what has taken too long: a handler is answered for, a slow client is cut off.
  func enforceDeadline(at now: ContinuousClock.Instant) {
    let late = lock.withLock { now < deadline ? nil : giveUp() }
    late?.cancel()
  }

  /// Stopping begins: a connection without a request goes at once.
  func leave() {
    lock.withLock {
      if service == .open { service = .lastRequest }
      if case .resting = phase { cutOff() }
    }
  }

  /// The grace time is over: no handler is started any more, only an answer on its way may still leave.
  func endService() {
    let late = lock.withLock { () -> Task<Void, Never>? in
      service = .over
      if case .answering = phase { return nil }
      return giveUp()
    }
    late?.cancel()
  }

  /// Answers with the task to cancel, outside the lock, since a cancellation handler may be anybody's code.
  private func giveUp() -> Task<Void, Never>? {
    switch phase {
    case .resting, .receiving, .answering:
      cutOff()
      return nil
    case .handling(nil):
      // Still in its first steps on the network thread, where nothing can interrupt it.
      return nil
    case .handling(let suspended?):
      settle(on: .text("this took too long\n", status: 503), suspended)
      return suspended.task
    }
  }

  private func settle(on response: HTTPResponse, _ suspended: Suspended?) {
    phase = .answering(response)
    deadline = .now + .seconds(limits.answerSecondsMax)
    if let suspended { MHD_resume_connection(suspended.connection) }
  }

  /// The network thread sees the end of the stream and closes.
  private func cutOff() {
    if !isClosed { shutdown(socket, Int32(SHUT_RDWR)) }
  }
}
