import HTTP
import Testing

private let ok: @Sendable (HTTPRequest) async -> HTTPResponse = { _ in .text("ok") }
private let echo: @Sendable (HTTPRequest) async -> HTTPResponse = {
  HTTPResponse(status: 200, headers: [], body: $0.body)
}

private func get(_ path: String) -> String { "GET \(path) HTTP/1.1\r\nHost: a\r\n\r\n" }

@Suite struct ServerTests {
  @Test func `a request arrives as it was sent`() async throws {
    let describe: @Sendable (HTTPRequest) async -> HTTPResponse = { request in
      .json([
        "method": .string(request.method), "path": .string(request.path), "b": .string(request.query["b"] ?? "-"),
        "c": .string(request.query["c"] ?? "-"), "header": .string(request.headers["x-ODD"] ?? "-"),
        "body": .string(String(decoding: request.body, as: UTF8.self)), "from": .string(request.remoteAddress),
      ])
    }
    try await withServer(handler: describe) { server in
      let response = try await HTTPClient().send(
        HTTPClient.Request(
          method: "POST", url: "http://127.0.0.1:\(server.port)/a%20%E0%A4%95?b=1+%26&b=2&c",
          headers: [("X-Odd", "yes")], body: Array("चीनी".utf8)))
      #expect(response.status == 200)
      #expect(response.headers["content-type"] == "application/json")
      let value = try JSON(parsing: response.body)
      #expect(
        value == [
          "method": "POST", "path": "/a क", "b": "1 &", "c": "", "header": "yes", "body": "चीनी", "from": "127.0.0.1",
        ])
    }
  }

  @Test func `each request has an id of its own`() async throws {
    let tellID: @Sendable (HTTPRequest) async -> HTTPResponse = { .text($0.id) }
    try await withServer(handler: tellID) { server in
      let client = HTTPClient()
      let url = "http://127.0.0.1:\(server.port)/"
      let first = try await client.send(HTTPClient.Request(url: url)).body
      let second = try await client.send(HTTPClient.Request(url: url)).body
      #expect(first.count == 16)
      #expect(first != second)
    }
  }

  @Test func `a handler that waits answers too, and many at once`() async throws {
    let patient: @Sendable (HTTPRequest) async -> HTTPResponse = { request in
      if request.path.hasSuffix("odd") { await Task.yield() }
      return .text(request.path)
    }
    try await withServer(handler: patient) { server in
      let client = HTTPClient()
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<400 {
          group.addTask {
            let path = "/\(number)" + (number.isMultiple(of: 2) ? "" : "odd")
            let response = try await client.send(HTTPClient.Request(url: "http://127.0.0.1:\(server.port)\(path)"))
            #expect(response.body == Array(path.utf8))
          }
        }
        try await group.waitForAll()
      }
    }
  }

  @Test func `two requests share a connection`() async throws {
    try await withServer(handler: { .text($0.path) }) { server in
      let client = RawClient(port: server.port)
      await client.send(get("/one"))
      #expect(await client.read(until: "/one").hasPrefix("HTTP/1.1 200"))
      await client.send(get("/two"))
      #expect(await client.read(until: "/two").hasPrefix("HTTP/1.1 200"))
    }
  }

  @Test func `requests sent in one go are answered in their order`() async throws {
    let patient: @Sendable (HTTPRequest) async -> HTTPResponse = { request in
      await Task.yield()
      return .text(request.path)
    }
    try await withServer(handler: patient) { server in
      let client = RawClient(port: server.port)
      await client.send(get("/one") + get("/two") + get("/three"))
      let answers = await client.read(until: "/three")
      #expect(answers.ranges(of: "200 OK").count == 3)
    }
  }

  @Test func `the answer to HEAD has the length but no body`() async throws {
    try await withServer(handler: ok) { server in
      let head = await RawClient(port: server.port)
        .exchange("HEAD / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
      #expect(head.hasPrefix("HTTP/1.1 200"))
      #expect(head.contains("Content-Length: 2\r\n"))
      #expect(head.hasSuffix("\r\n\r\n"))
    }
  }

  @Test func `a line break in a header of ours cannot forge an answer`() async throws {
    let forged: @Sendable (HTTPRequest) async -> HTTPResponse = { _ in
      HTTPResponse(status: 200, headers: [("X-Name", "a\r\nX-Forged: b")], body: [])
    }
    try await withServer(handler: forged) { server in
      let response = try await HTTPClient().send(HTTPClient.Request(url: "http://127.0.0.1:\(server.port)/"))
      #expect(response.status == 500)
      #expect(response.headers["X-Forged"] == nil)
    }
  }

  @Test func `what is over is told for the log`() async throws {
    let (log, entry) = AsyncStream<HTTPServer.Finished>.makeStream()
    try await withServer(onFinished: { entry.yield($0) }, handler: { _ in .text("four", status: 404) }) { server in
      let request = HTTPClient.Request(method: "POST", url: "http://127.0.0.1:\(server.port)/a?b", body: [1, 2, 3])
      _ = try await HTTPClient().send(request)
      let first = await log.first { _ in true }
      let finished = try #require(first)
      #expect(finished.method == "POST")
      #expect(finished.path == "/a")
      #expect(finished.status == 404)
      #expect(finished.bytesIn == 3)
      #expect(finished.bytesOut == 4)
      #expect(finished.remoteAddress == "127.0.0.1")
      #expect(finished.requestID.count == 16)
      #expect(finished.seconds > 0)
    }
  }

  @Test(arguments: ["8080", "127.0.0.1:", "127.0.0.1:70000", "no such host:80", "192.0.2.1:0"])
  func `an address that cannot be listened at is refused with a reason`(address: String) {
    #expect(throws: AddressFault.self) { try HTTPServer(address: address, handler: ok) }
  }

  @Test func `an address in use is refused with a reason`() async throws {
    try await withServer(handler: ok) { server in
      let fault = #expect(throws: AddressFault.self) {
        try HTTPServer(address: "127.0.0.1:\(server.port)", handler: ok)
      }
      #expect(fault?.description.contains("Address already in use") == true)
    }
  }
}

/// Heads that two parsers could read differently.
@Suite struct HeadTests {
  @Test(arguments: [
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\nx",
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nContent-Length: 5\r\n\r\nhello",
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length:\r\n\r\n",
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: +1\r\n\r\nx",
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1, 1\r\n\r\nx",
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length : 1\r\n\r\nx",
    "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
    "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: identity\r\n\r\nx",
    "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length:\r\n 38\r\n\r\n",
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\t38\r\n\r\n",
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\n 38\n\n",
    "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n",
    "GET / HTTP/1.1\r\nX: y\r\n z, and a very long second line of it\r\nHost: a\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
    "GET / HTTP/1.1\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\nX: a\u{1}b\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\nX: a\rY: b\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\nX\u{7f}: b\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\nno colon\r\n\r\n",
    "GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n",
    "GET /a%00b HTTP/1.1\r\nHost: a\r\n\r\n",
    "GET /%ff HTTP/1.1\r\nHost: a\r\n\r\n",
    "GET /?a=%f HTTP/1.1\r\nHost: a\r\n\r\n",
    "GET http://b/ HTTP/1.1\r\nHost: a\r\n\r\n",
  ])
  func `a head that can be misread is refused and the connection closed`(head: String) async throws {
    try await withServer(handler: { _ in .text("reached") }) { server in
      let answer = await RawClient(port: server.port).exchange(head + get("/smuggled"))
      #expect(answer.hasPrefix("HTTP/1.1 400"))
      #expect(!answer.contains("reached"))
    }
  }

  @Test(arguments: ["X: y  \r\n", "X:y\r\n", "X:\r\n", "X: \t y\r\n", "X: y\n", "X: \n", "Cookie: a=b; c=\r\n"])
  func `a head that can be read in one way passes, whatever blanks are in it`(line: String) async throws {
    try await withServer(handler: { .text("got “\($0.headers["X"] ?? "")”") }) { server in
      let answer = await RawClient(port: server.port).exchange(
        "GET / HTTP/1.1\r\nHost: a\r\n\(line)Connection: close\r\n\(line)\r\n")
      #expect(answer.hasPrefix("HTTP/1.1 200"))
    }
  }

  @Test func `a head over the limit is refused`() async throws {
    try await withServer(.with { $0.headBytesMax = 1000 }, handler: ok) { server in
      let long = "GET / HTTP/1.1\r\nHost: a\r\nX: " + String(repeating: "x", count: 1000) + "\r\n\r\n"
      #expect(await RawClient(port: server.port).exchange(long).hasPrefix("HTTP/1.1 431"))
      let endless = "GET / HTTP/1.1\r\nHost: a\r\nX: " + String(repeating: "x", count: 100_000)
      #expect(await RawClient(port: server.port).exchange(endless).hasPrefix("HTTP/1.1 431"))
    }
  }
}

@Suite struct BodyTests {
  @Test func `a body over the limit is refused with 413 before it is sent`() async throws {
    try await withServer(.with { $0.bodyBytesMax = 10 }, handler: echo) { server in
      let answer = await RawClient(port: server.port).exchange(
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\n\r\n")
      #expect(answer.hasPrefix("HTTP/1.1 413"))
      #expect(answer.contains("Connection: close"))
    }
  }

  @Test func `a length beyond all numbers is refused with 413`() async throws {
    try await withServer(handler: echo) { server in
      let length = String(repeating: "9", count: 30)
      let answer = await RawClient(port: server.port)
        .exchange("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: \(length)\r\n\r\n")
      #expect(answer.hasPrefix("HTTP/1.1 413"))
    }
  }

  @Test func `a body in chunks is refused with 413 once it passes the limit`() async throws {
    let (log, entry) = AsyncStream<HTTPServer.Finished>.makeStream()
    let limits = HTTPServer.Limits.with { $0.bodyBytesMax = 10 }
    try await withServer(limits, onFinished: { entry.yield($0) }, handler: echo) { server in
      let head = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
      let answer = await RawClient(port: server.port).exchange(head + "6\r\nsecond\r\n5\r\nfirst\r\n")
      #expect(answer.hasPrefix("HTTP/1.1 413"))
      let finished = await log.first { _ in true }
      #expect(finished?.status == 413)
    }
  }

  @Test func `a body of exactly the limit passes, whole or in chunks`() async throws {
    try await withServer(.with { $0.bodyBytesMax = 10 }, handler: echo) { server in
      let client = RawClient(port: server.port)
      await client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n0123456789")
      #expect(await client.read(until: "0123456789").hasPrefix("HTTP/1.1 200"))
      await client.send(
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n6\r\nabcdef\r\n4\r\nghij\r\n0\r\n\r\n")
      #expect(await client.read(until: "abcdefghij").hasPrefix("HTTP/1.1 200"))
    }
  }

  @Test func `a large body arrives whole`() async throws {
    let body = (0..<(4 << 20)).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try await withServer(handler: echo) { server in
      let request = HTTPClient.Request(method: "PUT", url: "http://127.0.0.1:\(server.port)/", body: body)
      let response = try await HTTPClient().send(request)
      #expect(response.body == body)
    }
  }

  @Test func `a client that asks whether to go on is told so`() async throws {
    try await withServer(handler: echo) { server in
      let client = RawClient(port: server.port)
      await client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n")
      #expect(await client.read(until: "\r\n\r\n") == "HTTP/1.1 100 Continue\r\n\r\n")
      await client.send("hi")
      #expect(await client.read(until: "hi").hasPrefix("HTTP/1.1 200"))
    }
  }
}
