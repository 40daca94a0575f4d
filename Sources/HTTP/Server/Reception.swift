internal import CMicroHTTPD
internal import Dispatch
internal import Foundation

/// The server at work: a listening socket, some network threads, and a watch that enforces deadlines and stops it all.
///
/// The library neither listens nor has a pool of threads here. `MHD_quiesce_daemon` races with the threads of a pool
/// that polls by epoll and then aborts the process (0.9.75, “Failed to remove listen FD from epoll set”); and its limit
/// of connections holds for each thread, not for the server. So there is one daemon a thread, and we hand sockets over.
///
/// The mutable properties are used on the queue `watch` only, except in `start`, before anything is running.
final class Reception: @unchecked Sendable {
  let limits: HTTPServer.Limits
  let handler: @Sendable (HTTPRequest) async -> HTTPResponse
  let onFinished: @Sendable (HTTPServer.Finished) -> Void
  let refusal: @Sendable (HTTPRequest, HTTPResponse) -> HTTPResponse
  let links: Links

  private enum Stage {
    case serving
    case stopping(graceEnds: ContinuousClock.Instant)
    case stopped
  }

  private let listener: Listener
  private let watch = DispatchQueue(label: "retailmind.http.watch")
  private var knocks: (any DispatchSourceRead)?
  private var tick: (any DispatchSourceTimer)?
  private var loops: [OpaquePointer] = []
  private var loopNext = 0
  private var stage = Stage.serving
  private var onStopped: [@Sendable () -> Void] = []

  private static let tickMilliseconds = 100
  private static let welcomesMax = 64
  /// How long the last answers may take to leave once the grace time is over.
  private static let farewellSeconds = 1.0

  init(
    listener: Listener, limits: HTTPServer.Limits, onFinished: @escaping @Sendable (HTTPServer.Finished) -> Void,
    refusal: @escaping @Sendable (HTTPRequest, HTTPResponse) -> HTTPResponse,
    handler: @escaping @Sendable (HTTPRequest) async -> HTTPResponse
  ) {
    self.listener = listener
    self.limits = limits
    self.onFinished = onFinished
    self.refusal = refusal
    self.handler = handler
    links = Links(limits: limits)
  }

  func start() throws(AddressFault) {
    for _ in 0..<min(4, max(1, ProcessInfo.processInfo.activeProcessorCount)) {
      guard let loop = startLoop(of: self) else {
        for loop in loops { MHD_stop_daemon(loop) }
        listener.close()
        throw AddressFault(description: "cannot start the network threads")
      }
      loops.append(loop)
    }
    startListening()
    startTicking()
  }

  /// Returns at once; the closure is called when everything has stopped.
  func stop(_ onStopped: @escaping @Sendable () -> Void) {
    watch.async {
      self.onStopped.append(onStopped)
      if case .stopped = self.stage { self.announceStop() }
      self.knocks?.cancel()
    }
  }

  private func startListening() {
    let knocks = DispatchSource.makeReadSource(fileDescriptor: listener.socket, queue: watch)
    knocks.setEventHandler { self.welcome() }
    knocks.setCancelHandler { self.beginStopping() }
    knocks.activate()
    self.knocks = knocks
  }

  /// The handler keeps the reception alive, to which the network threads point, until `finishStopping`.
  private func startTicking() {
    let tick = DispatchSource.makeTimerSource(queue: watch)
    tick.schedule(deadline: .now(), repeating: .milliseconds(Self.tickMilliseconds))
    tick.setEventHandler { self.enforce() }
    tick.activate()
    self.tick = tick
  }

  private func welcome() {
    // Not for ever: the deadlines are enforced on this queue too. Whoever still waits wakes us again.
    for _ in 0..<Self.welcomesMax {
      guard let client = listener.accept() else {
        if errno == EMFILE || errno == ENFILE { pauseListening() }
        return
      }
      let address = inDigits(client.address, client.length).host
      guard let link = links.admit(socket: client.socket, from: address) else {
        close(client.socket)
        continue
      }
      if !handOver(client.socket, client.address, client.length, to: loops[loopNext]) { links.remove(link) }
      loopNext = (loopNext + 1) % loops.count
    }
  }

  /// The client who waits would wake us again and again while there is no descriptor for him.
  private func pauseListening() {
    knocks?.suspend()
    watch.asyncAfter(deadline: .now() + .milliseconds(100)) { self.knocks?.resume() }
  }

  private func beginStopping() {
    listener.close()
    stage = .stopping(graceEnds: .now + .seconds(limits.stopGraceSeconds))
    for link in links.all { link.leave() }
    enforce()
  }

  private func enforce() {
    let now = ContinuousClock.now
    let links = self.links.all
    for link in links { link.enforceDeadline(at: now) }
    guard case .stopping(let graceEnds) = stage else { return }
    guard now >= graceEnds || !links.contains(where: \.isBusy) else { return }
    for link in links { link.endService() }
    // The library aborts if it is stopped while a connection is suspended. No further one can be from here on.
    guard !links.contains(where: \.isHandling) else { return }
    if now >= graceEnds + .seconds(Self.farewellSeconds) || !links.contains(where: \.isBusy) { finishStopping() }
  }

  /// Waits for the network threads to end, which is why it happens on a queue of our own.
  private func finishStopping() {
    for loop in loops { MHD_stop_daemon(loop) }
    stage = .stopped
    tick?.cancel()
    announceStop()
  }

  private func announceStop() {
    for closure in onStopped { closure() }
    onStopped = []
  }
}
