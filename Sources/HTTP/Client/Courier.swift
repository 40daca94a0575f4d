internal import CCurl
internal import Foundation

/// The thread that carries all transfers of a client. Others leave their wishes in a mailbox and wake it.
///
/// `lock` guards `mailbox`, `isClosed` and `isGone` (after which `multi` must not be woken); all else belongs to the thread.
final class Courier: @unchecked Sendable {
  typealias Outcome = Result<HTTPClient.Response, HTTPClient.Failure>

  private struct Mailbox {
    var arrived: [(Transfer, CheckedContinuation<Outcome, Never>)] = []
    var cancelled: [Transfer] = []
  }

  private let limits: HTTPClient.Limits
  private let multi: UnsafeMutableRawPointer
  private let lock = NSLock()
  private var mailbox = Mailbox()
  private var isClosed = false
  private var isGone = false
  private var underWay: [UnsafeMutableRawPointer: (Transfer, CheckedContinuation<Outcome, Never>)] = [:]

  /// Everything that matters wakes the thread; this is how late a transfer that waits in libcurl's queue may time out.
  private static let pollMilliseconds: Int32 = 500
  /// Servers drop idle connections after a minute or so, and using one at that moment costs the request.
  private static let idleConnectionSeconds = 30

  init(limits: HTTPClient.Limits) {
    self.limits = limits
    curl_global_init(Int(CURL_GLOBAL_DEFAULT))  // counts its calls and is safe to call from any thread
    guard let multi = curl_multi_init() else { fatalError("libcurl has no memory") }
    self.multi = multi
    _ = ccurl_multi_set_long(multi, CURLMOPT_MAX_TOTAL_CONNECTIONS, limits.connectionsMax)
    _ = ccurl_multi_set_long(multi, CURLMOPT_MAX_HOST_CONNECTIONS, limits.connectionsPerHostMax)
    _ = ccurl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, limits.connectionsMax)
  }

  /// The thread keeps the courier alive until it is closed.
  func start() {
    let thread = Thread { self.run() }
    thread.name = "http-client"
    thread.start()
  }

  func take(_ transfer: Transfer, _ continuation: CheckedContinuation<Outcome, Never>) {
    let isTaken = lock.withLock {
      guard !isClosed else { return false }
      mailbox.arrived.append((transfer, continuation))
      curl_multi_wakeup(multi)
      return true
    }
    if !isTaken { continuation.resume(returning: .failure(.closed)) }
  }

  /// May come before `take`: the transfer remembers it.
  func cancel(_ transfer: Transfer) {
    lock.withLock {
      transfer.isCancelled = true
      guard !isGone else { return }
      mailbox.cancelled.append(transfer)
      curl_multi_wakeup(multi)
    }
  }

  func close() {
    lock.withLock {
      isClosed = true
      if !isGone { curl_multi_wakeup(multi) }
    }
  }
}

/// The thread.
extension Courier {
  private func run() {
    blockBrokenPipes()
    while true {
      let (mail, isClosed) = lock.withLock {
        defer { mailbox = Mailbox() }
        return (mailbox, self.isClosed)
      }
      for (transfer, continuation) in mail.arrived { begin(transfer, continuation) }
      for transfer in mail.cancelled { abandon(transfer, because: .cancelled) }
      if isClosed { break }
      var running: Int32 = 0
      curl_multi_perform(multi, &running)
      settleEnded()
      settleOverdue()
      curl_multi_poll(multi, nil, 0, Self.pollMilliseconds, nil)
    }
    for (transfer, _) in underWay.values { abandon(transfer, because: .closed) }
    lock.withLock { isGone = true }
    curl_multi_cleanup(multi)
  }

  private func begin(_ transfer: Transfer, _ continuation: CheckedContinuation<Outcome, Never>) {
    let isCancelled = lock.withLock { transfer.isCancelled }
    guard !isCancelled else { return continuation.resume(returning: .failure(.cancelled)) }
    do {
      let easy = try transfer.prepare(limits: limits, idleConnectionSeconds: Self.idleConnectionSeconds)
      underWay[easy] = (transfer, continuation)
      curl_multi_add_handle(multi, easy)
    } catch {
      continuation.resume(returning: .failure(error))
    }
  }

  private func settleEnded() {
    var left: Int32 = 0
    while let message = curl_multi_info_read(multi, &left) {
      guard message.pointee.msg == CURLMSG_DONE, let easy = message.pointee.easy_handle else { continue }
      let code = ccurl_result(message)
      settle(easy) { $0.outcome(code) }
    }
  }

  /// libcurl does not look at the deadline of a transfer that waits for a free connection.
  private func settleOverdue() {
    let now = ContinuousClock.now
    for (easy, (transfer, _)) in underWay where transfer.deadline < now {
      settle(easy) { $0.outcome(CURLE_OPERATION_TIMEDOUT) }
    }
  }

  private func abandon(_ transfer: Transfer, because failure: HTTPClient.Failure) {
    guard let easy = transfer.easy else { return }
    settle(easy) { .failure(failure == .closed && $0.hasSent ? .lost("the client was closed") : failure) }
  }

  private func settle(_ easy: UnsafeMutableRawPointer, _ outcome: (Transfer) -> Outcome) {
    guard let (transfer, continuation) = underWay.removeValue(forKey: easy) else { return }
    let result = outcome(transfer)
    curl_multi_remove_handle(multi, easy)
    transfer.release()
    continuation.resume(returning: result)
  }
}

/// A connection that breaks while we write must be an error, not the end of the process.
private func blockBrokenPipes() {
  var signals = sigset_t()
  sigemptyset(&signals)
  sigaddset(&signals, SIGPIPE)
  pthread_sigmask(SIG_BLOCK, &signals, nil)
}
