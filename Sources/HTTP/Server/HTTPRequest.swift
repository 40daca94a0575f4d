/// What a client asked, complete: its head has been checked and its body has arrived.
package struct HTTPRequest: Sendable {
  /// New for each request, so that log lines can be told to belong together.
  package let id: String
  /// As sent; a `HEAD` is to be treated like a `GET`, the server leaves the body out.
  package let method: String
  /// Percent-decoded, without the query. Segments like `..` stand as they were sent.
  package let path: String
  /// Percent-decoded; of several values of a name the first.
  package let query: [String: String]
  package let headers: HTTPHeaders
  package var body: [UInt8]
  /// The numeric address of whoever connected, which may be a proxy.
  package let remoteAddress: String

  package init(
    id: String = freshID(), method: String, path: String, query: [String: String] = [:],
    headers: HTTPHeaders = HTTPHeaders(), body: [UInt8] = [], remoteAddress: String = ""
  ) {
    self.id = id
    self.method = method
    self.path = path
    self.query = query
    self.headers = headers
    self.body = body
    self.remoteAddress = remoteAddress
  }

  /// Sixteen random hexadecimal digits.
  package static func freshID() -> String {
    String(UInt64.random(in: 1 << 60 ... .max), radix: 16)
  }
}
