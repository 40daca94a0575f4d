import Crypto

/// The kinds of requests that come to a door on the open network, from the good ones to the vicious.
struct Shapes: Sendable {
  static let secret = Array("a secret of the trial".utf8)
  static let verifyToken = "open sesame"
  /// A request that stands inside the body of another. Whoever answers it has been fooled.
  static let smuggled = "/smuggled"

  private let composer: Composer
  private let key = HMACKey(Self.secret)

  init(_ composer: Composer) { self.composer = composer }

  func script(_ chance: inout Chance) -> Script {
    switch chance.below(100) {
    case 0..<12: return Script(signed(composer.wellFormed(&chance)), expected: [200])
    case 12..<16: return Script(post(composer.hostile(&chance), headers: ["Connection: close"]), expected: [401])
    case 16..<22: return Script(signed(composer.hostile(&chance)), expected: [200])
    case 22..<26: return pipelined(&chance)
    case 26..<34: return cut(&chance)
    case 34..<40: return inDrops(&chance)
    case 40..<46: return chunked(&chance)
    case 46..<50: return flood(&chance)
    case 50..<60: return Smuggling.script(&chance)
    case 60..<65: return length(&chance)
    case 65..<72: return oddLine(&chance)
    case 72..<75: return noise(&chance)
    default: return mutated(&chance)
    }
  }
}

extension Shapes {
  private func post(_ body: [UInt8], headers: [String] = []) -> [UInt8] {
    let lines = ["POST /webhook HTTP/1.1", "Host: shop.example", "Content-Length: \(body.count)"] + headers
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body
  }

  /// `isLast` asks the server to hang up afterwards, so that the end of its answers can be seen.
  func signed(_ body: [UInt8], isLast: Bool = true) -> [UInt8] {
    let ending = isLast ? ["Connection: close"] : []
    return post(body, headers: ["X-Hub-Signature-256: " + signature(body)] + ending)
  }

  private func signature(_ body: [UInt8]) -> String { "sha256=" + Hex.encode(key.code(for: body)) }

  private var greeting: String {
    "GET /webhook?hub.mode=subscribe&hub.verify_token=open%20sesame&hub.challenge=115 HTTP/1.1\r\nHost: shop\r\n\r\n"
  }

  /// Any good request, to be spoiled.
  private func good(_ chance: inout Chance) -> [UInt8] {
    switch chance.below(4) {
    case 0: Array(greeting.utf8)
    case 1: post(composer.wellFormed(&chance))
    default: signed(composer.wellFormed(&chance), isLast: chance.once(in: 2))
    }
  }

  private func pipelined(_ chance: inout Chance) -> Script {
    let count = 2 + chance.below(8)
    let requests = (1...count).flatMap { signed(composer.wellFormed(&chance), isLast: $0 == count) }
    return Script(requests, expected: Array(repeating: 200, count: count))
  }

  private func cut(_ chance: inout Chance) -> Script {
    let whole = good(&chance)
    var script = Script(Array(whole.prefix(chance.below(whole.count))))
    // The silent ones take the server's time and ours, so they are few.
    script.ending = chance.once(in: 150) ? .silent : chance.once(in: 3) ? .reset : .patient
    return script
  }

  private func inDrops(_ chance: inout Chance) -> Script {
    let body = composer.wellFormed(&chance)
    var rest = signed(body)[...]
    var script = Script([], expected: [200])
    while !rest.isEmpty, script.pieces.count < 12 {
      let drop = rest.prefix(1 + chance.mostlySmall(upTo: 400))
      script.pieces.append(.init(pauseMilliseconds: UInt16(chance.below(4)), bytes: Array(drop)))
      rest = rest.dropFirst(drop.count)
    }
    script.pieces.append(.init(bytes: Array(rest)))
    return script
  }

  private func chunked(_ chance: inout Chance) -> Script {
    let body = composer.wellFormed(&chance)
    let head = [
      "POST /webhook HTTP/1.1", "Host: shop", "Transfer-Encoding: chunked", "Connection: close",
      "X-Hub-Signature-256: " + signature(body),
    ]
    var bytes = Array((head.joined(separator: "\r\n") + "\r\n\r\n").utf8)
    let headCount = bytes.count
    var rest = body[...]
    while !rest.isEmpty {
      let chunk = rest.prefix(1 + chance.below(300))
      bytes += Array("\(String(chunk.count, radix: 16))\r\n".utf8) + chunk + Array("\r\n".utf8)
      rest = rest.dropFirst(chunk.count)
    }
    bytes += Array("0\r\n\r\n".utf8)
    if chance.once(in: 3) { return Script(bytes, expected: [200]) }
    var tail = Array(bytes[headCount...])
    ByteMutation.mutate(&tail, &chance)
    if chance.once(in: 3) { tail = Array(chance.one(of: Smuggling.oddChunkSizes).utf8) + tail }
    return Script(Array(bytes[..<headCount]) + tail)
  }

  private func flood(_ chance: inout Chance) -> Script {
    let start = "POST /webhook HTTP/1.1\r\nHost: shop\r\n"
    switch chance.below(4) {
    case 0: return Script(start + (0..<chance.below(4_000)).map { "X-\($0): y\r\n" }.joined() + "\r\n")
    case 1: return Script(start + "Cookie: " + String(repeating: "a=b; ", count: chance.below(20_000)) + "\r\n\r\n")
    case 2: return Script("GET /" + String(repeating: "a", count: chance.below(80_000)) + " HTTP/1.1\r\n\r\n")
    default: return Script(start + String(repeating: "X: y\r\n", count: chance.below(5_000)))
    }
  }

  private func length(_ chance: inout Chance) -> Script {
    let numbers = [
      "99999999999999999999", "9223372036854775807", "18446744073709551616", "4194305", "-1", "+5", "0x10", "5 5", "",
      "1e3", "5;", "٥", "4294967296", "00000000000000000000000000000005",
    ]
    let number = chance.one(of: numbers)
    var script = Script("POST /webhook HTTP/1.1\r\nHost: shop\r\nContent-Length: \(number)\r\n\r\nhello")
    if chance.once(in: 4) { script.ending = .reset }
    return script
  }

  private func oddLine(_ chance: inout Chance) -> Script {
    let methods = ["GET", "HEAD", "POST", "PUT", "OPTIONS", "CONNECT", "TRACE", "get", "G\u{0}T", "", "P OST", "💥"]
    let targets = [
      "/webhook", "/", "*", "", "//", "/%00", "/%", "/%zz", "/%ff", "/%c0%af", "/../../etc/passwd", "/a?b=%00",
      "http://shop/webhook", "shop:443", "/webhook?hub.mode=subscribe&hub.challenge=%0d%0aX:%20y", "/\u{7f}", "/é",
      "/webhook?" + String(repeating: "a=b&", count: chance.mostlySmall(upTo: 2_000)), "?", "/#x", "\\",
    ]
    let versions = ["HTTP/1.1", "HTTP/1.0", "HTTP/0.9", "HTTP/1.2", "http/1.1", "HTTP/11", "", "HTTP/1.1 x", "ICY"]
    let line = [chance.one(of: methods), chance.one(of: targets), chance.one(of: versions)]
    let separator = chance.one(of: [" ", " ", " ", "  ", "\t", "\u{b}"])
    let end = chance.one(of: ["\r\n", "\r\n", "\n", "\r", "\r\r\n"])
    let before = chance.one(of: ["", "", "", "\r\n", "\n\n\n", " ", "\u{feff}"])
    return Script(before + line.joined(separator: separator) + end + "Host: shop" + end + end)
  }

  private func noise(_ chance: inout Chance) -> Script {
    let greetings = [
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}", "SSH-2.0-client\r\n", "EHLO shop\r\n",
      "GET /webhook HTTP/1.1\r\nHost: shop\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
      "POST /webhook HTTP/1.1\r\nHost: shop\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\nhello",
      "POST /webhook HTTP/1.1\r\nHost: shop\r\nExpect: a pony\r\nContent-Length: 5\r\n\r\nhello",
    ]
    if chance.once(in: 2) { return Script(chance.one(of: greetings)) }
    return Script((0..<chance.mostlySmall(upTo: 4_000)).map { _ in UInt8(chance.below(256)) })
  }

  private func mutated(_ chance: inout Chance) -> Script {
    var bytes = good(&chance)
    let headEnd = min(bytes.count, 200)
    // The body is tried elsewhere; here it is the head that counts.
    var head = Array(bytes[..<headEnd])
    ByteMutation.mutate(&head, &chance)
    bytes = head + bytes[headEnd...]
    if chance.once(in: 4) { bytes += good(&chance) }
    var script = Script(bytes)
    script.ending = chance.once(in: 10) ? .reset : .patient
    return script
  }
}
