/// Heads that two readers understand differently: the proxy before us sees one request, and if we saw two, a stranger
/// could put words into somebody else's mouth. In each of them the second request stands where, by RFC 9112, there is
/// a body or nothing that may be believed.
enum Smuggling {
  static let oddChunkSizes = [
    "0x5\r\n", "5 \r\n", " 5\r\n", "5;x=\"\r\n\"\r\n", "-5\r\n", "+5\r\n", "ffffffffffffffff\r\n",
    "10000000000000000\r\n",
    "5\n", "5\r", "\r\n", "0\r\nX: y\r\n", "00000000000000000000000000005\r\n", "5;\r\n", "g\r\n", "٥\r\n",
  ]

  /// `#` stands for the length of the body that holds the second request.
  private static let lengths = [
    ["Content-Length: #", "Content-Length: 0"], ["Content-Length: 0", "Content-Length: #"],
    ["Content-Length: #, #"], ["Content-Length: 0, #"], ["Content-Length: #", "content-length: 0"],
    ["Content-Length: #", "Transfer-Encoding: chunked"], ["Transfer-Encoding: chunked", "Content-Length: #"],
    ["Content-Length: #", "Transfer-Encoding: identity"], ["Content-Length: #", "Transfer-Encoding: gzip, chunked"],
    ["Content-Length: #", "Transfer-Encoding: chunked, identity"],
    ["Content-Length: #", "Transfer-Encoding: \"chunked\""],
    ["Content-Length: #", "Transfer-Encoding: xchunked"], ["Content-Length: #", "Transfer-Encoding:\u{b}chunked"],
    ["Content-Length: #", "Transfer-Encoding : chunked"], ["Content-Length: #", "Transfer-Encoding:\tchunked"],
    ["Content-Length: #", "Transfer-Encoding: chunked", "Transfer-Encoding: identity"],
    ["Content-Length: #", "X: y\u{0}", "Transfer-Encoding: chunked"], ["Content-Length: +#"], ["Content-Length: -#"],
    ["Content-Length: 0x#"], ["Content-Length: 0#"], ["Content-Length: #\u{b}"],
    ["Content-Length\u{0}: 0", "Content-Length: #"],
    ["Content-Length: #", " Content-Length: 0"], ["Content-Length:", " #"], ["Content-Length: #", "Host: other"],
    ["Content_Length: 0", "Content-Length: #"], ["Content-Length: #", "Connection: Content-Length"],
  ]

  static func script(_ chance: inout Chance) -> Script {
    let inner = "GET \(Shapes.smuggled) HTTP/1.1\r\nHost: shop\r\n\r\n"
    // Read as chunks, the body ends at once and the second request follows.
    let body = chance.once(in: 2) ? "0\r\n\r\n" + inner : inner
    let lines = chance.one(of: lengths).map { $0.replacing("#", with: "\(body.utf8.count)") }
    let version = chance.once(in: 6) ? "HTTP/1.0" : "HTTP/1.1"
    let head = ["POST /webhook \(version)", "Host: shop"] + lines
    return Script(head.joined(separator: "\r\n") + "\r\n\r\n" + body)
  }
}
