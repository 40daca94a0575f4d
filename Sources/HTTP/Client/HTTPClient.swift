/// How we reach others: WhatsApp's servers, a speech service, a language model.
///
/// Built on libcurl, one thread for all transfers, connections kept for reuse. Only http and https, certificates
/// verified, no redirect followed, no proxy taken from the environment.
///
/// Nothing is sent twice unasked: libcurl repeats a request when a connection that it reused proves to be dead, which is
/// prevented for requests with a body and for POST and PATCH (see `Transfer`).
package final class HTTPClient: Sendable {
  package struct Limits: Sendable {
    package var connectSecondsMax = 5.0
    package var totalSecondsMax = 30.0
    package var bodyBytesMax = 16 << 20
    package var connectionsMax = 64
    package var connectionsPerHostMax = 16

    package init() {}
  }

  package struct Request: Sendable {
    package var method: String
    package var url: String
    package var headers: [(name: String, value: String)]
    package var body: [UInt8]
    /// Instead of `Limits.totalSecondsMax`.
    package var timeoutSeconds: Double?
    /// Instead of `Limits.bodyBytesMax`; of the response.
    package var bodyBytesMax: Int?

    package init(
      method: String = "GET", url: String, headers: [(name: String, value: String)] = [], body: [UInt8] = [],
      timeoutSeconds: Double? = nil, bodyBytesMax: Int? = nil
    ) {
      self.method = method
      self.url = url
      self.headers = headers
      self.body = body
      self.timeoutSeconds = timeoutSeconds
      self.bodyBytesMax = bodyBytesMax
    }
  }

  package struct Response: Sendable {
    package let status: Int
    package let headers: HTTPHeaders
    package let body: [UInt8]

    package init(status: Int, headers: HTTPHeaders = HTTPHeaders(), body: [UInt8] = []) {
      self.status = status
      self.headers = headers
      self.body = body
    }
  }

  /// Why there is no response. Whoever must not repeat a message asks one thing: can the other side have acted on it?
  package enum Failure: Error, Sendable, Equatable {
    /// No: not a byte of the request was sent. Also when the time ran out before there was a connection.
    case couldNotConnect(String)
    /// Perhaps: the request, or some of it, was sent, and no answer came in time.
    case timedOut
    /// Perhaps: the request, or some of it, was sent, and the connection broke.
    case lost(String)
    /// Surely: the answer began, and was more than we take.
    case tooLarge
    /// No: the URL, the method or a header cannot be sent as it stands.
    case badURL(String)
    /// Perhaps: our own task was cancelled, at whatever point.
    case cancelled
    /// No: the client was closed before a byte of the request was sent.
    case closed
  }

  private let courier: Courier

  package init(limits: Limits = Limits()) {
    courier = Courier(limits: limits)
    courier.start()
  }

  deinit {
    courier.close()
  }

  /// The response, whatever its status.
  package func send(_ request: Request) async throws(Failure) -> Response {
    let transfer = Transfer(request)
    let result = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        courier.take(transfer, continuation)
      }
    } onCancel: {
      courier.cancel(transfer)
    }
    return try result.get()
  }

  /// Ends what is under way and refuses what comes. Returns at once.
  package func close() {
    courier.close()
  }
}
