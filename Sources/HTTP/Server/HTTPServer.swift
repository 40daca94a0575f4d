internal import Foundation

/// Where others reach us: WhatsApp's webhook, the REST interface, the console.
///
/// Built on libmicrohttpd. What it lacks is done here: a strict check of every head, a deadline for the whole of a
/// request, exact limits on connections, and a stop that lets requests in flight finish. TLS is a proxy's business.
///
/// A client who leaves while the handler works is noticed only when the answer is sent.
package final class HTTPServer: Sendable {
  /// How much of everything we put up with.
  package struct Limits: Sendable {
    package var bodyBytesMax = 4 << 20
    package var headBytesMax = 16 << 10
    /// From the first byte of a request (of a connection, for its first) to the last; slow clients are cut off.
    package var requestSecondsMax = 10.0
    /// After this the client gets 503 and the handler's task is cancelled.
    package var handlerSecondsMax = 60.0
    /// How long the client may take to receive the answer.
    package var answerSecondsMax = 120.0
    /// How long a connection may wait for its next request.
    package var idleSecondsMax = 60.0
    package var connectionsMax = 1000
    /// Behind a proxy all connections have one address: then raise this to `connectionsMax`.
    package var connectionsPerAddressMax = 200
    package var stopGraceSeconds = 10.0

    package init() {}
  }

  /// A request that is over, for an access log.
  package struct Finished: Sendable {
    package let requestID: String
    package let method: String
    package let path: String
    /// 0 when the connection ended without an answer.
    package let status: Int
    package let seconds: Double
    /// Of the bodies only.
    package let bytesIn: Int
    package let bytesOut: Int
    package let remoteAddress: String
  }

  package let port: Int
  private let reception: Reception

  /// Listens at `host:port` (port 0: any that is free) and begins to serve.
  ///
  /// The handler starts on a network thread and leaves it at its first suspension: it must not block. `onFinished` is
  /// called on a network thread too, and so is `refusal`: what is said to a request that the handler never sees, its body
  /// being too large or its head not clear, given what we would say.
  package init(
    address: String, limits: Limits = Limits(), onFinished: @escaping @Sendable (Finished) -> Void = { _ in },
    refusal: @escaping @Sendable (HTTPRequest, HTTPResponse) -> HTTPResponse = { $1 },
    handler: @escaping @Sendable (HTTPRequest) async -> HTTPResponse
  ) throws {
    let listener = try Listener(at: address)
    let reception = Reception(
      listener: listener, limits: limits, onFinished: onFinished, refusal: refusal, handler: handler)
    try reception.start()
    self.reception = reception
    port = listener.port
  }

  deinit {
    reception.stop {}
  }

  /// Serves until its task is cancelled; then takes no new connections, lets the requests in flight finish within the
  /// grace time and returns when everything has stopped.
  package func run() async {
    let (silence, open) = AsyncStream<Never>.makeStream()
    for await _ in silence {}
    open.finish()
    await withCheckedContinuation { stopped in
      reception.stop { stopped.resume() }
    }
  }
}
