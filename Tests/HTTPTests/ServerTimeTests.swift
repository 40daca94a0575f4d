import HTTP
import Testing

private let ok: @Sendable (HTTPRequest) async -> HTTPResponse = { _ in .text("ok") }
private let request = "GET / HTTP/1.1\r\nHost: a\r\n\r\n"

/// Waits until its task is cancelled, however long that takes.
private func untilCancelled() async {
  let (silence, open) = AsyncStream<Never>.makeStream()
  for await _ in silence {}
  open.finish()
}

@Suite struct DeadlineTests {
  /// The inactivity timeout is a minute, so it is the deadline that ends these.
  @Test(arguments: [
    "", "GET / HT", "GET / HTTP/1.1\r\nHost: a\r\nX: ", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhe",
    "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhe",
  ])
  func `a client that does not finish its request is cut off`(beginning: String) async throws {
    try await withServer(.with { $0.requestSecondsMax = 0.3 }, handler: ok) { server in
      #expect(await RawClient(port: server.port).exchange(beginning) == "")
    }
  }

  @Test func `a client that does not finish its second request is cut off too`() async throws {
    try await withServer(.with { $0.requestSecondsMax = 0.3 }, handler: ok) { server in
      let answer = await RawClient(port: server.port).exchange(request + "GET /second HTTP/1.1\r\nX: ")
      #expect(answer.hasSuffix("\r\n\r\nok"))
    }
  }

  @Test func `a client that does not read its answer is cut off`() async throws {
    let (log, entry) = AsyncStream<HTTPServer.Finished>.makeStream()
    let large = HTTPResponse(status: 200, body: [UInt8](repeating: 0x61, count: 32 << 20))
    try await withServer(
      .with { $0.answerSecondsMax = 0.3 }, onFinished: { entry.yield($0) }, handler: { _ in large }
    ) { server in
      let client = RawClient(port: server.port)
      await client.send(request)
      // Told as soon as the server has let go, although the client still holds on.
      let finished = await log.first { _ in true }
      #expect(finished?.path == "/")
      withExtendedLifetime(client) {}
    }
  }

  @Test func `a handler that takes too long is cancelled, and answered for`() async throws {
    let cancelled = Gate()
    let slow: @Sendable (HTTPRequest) async -> HTTPResponse = { _ in
      await untilCancelled()
      await cancelled.open()
      return .text("late")
    }
    try await withServer(.with { $0.handlerSecondsMax = 0.2 }, handler: slow) { server in
      let response = try await HTTPClient().send(HTTPClient.Request(url: "http://127.0.0.1:\(server.port)/"))
      #expect(response.status == 503)
      await cancelled.wait()
    }
  }

  @Test func `a late answer is not taken for that of the next request`() async throws {
    let secondHasBegun = Gate()
    let firstIsEnding = Gate()
    let handler: @Sendable (HTTPRequest) async -> HTTPResponse = { request in
      if request.path == "/first" {
        await secondHasBegun.wait()
        await firstIsEnding.open()
      } else {
        await secondHasBegun.open()
        await firstIsEnding.wait()
      }
      return .text(request.path)
    }
    // Time enough for the second request on a busy machine: it has no more than the first, which waits it all out.
    try await withServer(.with { $0.handlerSecondsMax = 2 }, handler: handler) { server in
      let client = RawClient(port: server.port)
      await client.send("GET /first HTTP/1.1\r\nHost: a\r\n\r\n")
      #expect(await client.read(until: "long\n").hasPrefix("HTTP/1.1 503"))
      await client.send("GET /second HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
      #expect(await client.read().hasSuffix("\r\n\r\n/second"))
    }
  }
}

@Suite struct ConnectionLimitTests {
  @Test func `an address has no more connections than it may`() async throws {
    try await withServer(.with { $0.connectionsPerAddressMax = 1 }, handler: ok) { server in
      let first = RawClient(port: server.port)
      await first.send(request)
      #expect(await first.read(until: "\r\n\r\nok").hasPrefix("HTTP/1.1 200"))
      #expect(await RawClient(port: server.port).exchange(request) == "")
      await first.send(request)
      #expect(await first.read(until: "\r\n\r\nok").hasPrefix("HTTP/1.1 200"))
    }
  }

  @Test func `a connection that ended makes room for another`() async throws {
    try await withServer(.with { $0.connectionsMax = 1 }, handler: ok) { server in
      var answered = 0
      // The server may see the end of a connection after the beginning of the next, which it then refuses.
      while answered < 5 {
        let answer = await RawClient(port: server.port).exchange("GET / HTTP/1.0\r\nHost: a\r\n\r\n")
        if answer.hasSuffix("ok") { answered += 1 }
      }
    }
  }
}

@Suite struct StopTests {
  @Test func `stopping lets the request in flight finish and takes no other`() async throws {
    let entered = Gate()
    let mayAnswer = Gate()
    let handler: @Sendable (HTTPRequest) async -> HTTPResponse = { _ in
      await entered.open()
      await mayAnswer.wait()
      return .text("finished")
    }
    let server = try HTTPServer(address: "127.0.0.1:0", handler: handler)
    let running = Task { await server.run() }
    let idle = RawClient(port: server.port)
    let busy = RawClient(port: server.port)
    await busy.send(request)
    await entered.wait()
    running.cancel()
    #expect(await idle.read() == "")  // it is closed, so stopping has begun
    await #expect(throws: HTTPClient.Failure.self) {
      try await HTTPClient().send(HTTPClient.Request(url: "http://127.0.0.1:\(server.port)/"))
    }
    await mayAnswer.open()
    let answer = await busy.read()
    #expect(answer.hasSuffix("finished"))
    #expect(answer.contains("Connection: close"))
    await running.value
  }

  @Test func `a request that outlasts the grace time is cancelled and answered with 503`() async throws {
    let entered = Gate()
    let handler: @Sendable (HTTPRequest) async -> HTTPResponse = { _ in
      await entered.open()
      await untilCancelled()
      return .text("late")
    }
    let server = try HTTPServer(address: "127.0.0.1:0", limits: .with { $0.stopGraceSeconds = 0.2 }, handler: handler)
    let running = Task { await server.run() }
    let client = RawClient(port: server.port)
    await client.send(request)
    await entered.wait()
    running.cancel()
    #expect(await client.read().hasPrefix("HTTP/1.1 503"))
    await running.value
  }

  @Test func `a client in the midst of its request does not hold up the stop beyond the grace time`() async throws {
    let server = try HTTPServer(address: "127.0.0.1:0", limits: .with { $0.stopGraceSeconds = 0.2 }, handler: ok)
    let running = Task { await server.run() }
    let client = RawClient(port: server.port)
    await client.send(request)
    _ = await client.read(until: "\r\n\r\nok")
    await client.send("GET / HTTP/1.1\r\nHost: ")
    running.cancel()
    #expect(await client.read() == "")
    await running.value
  }

  @Test func `a server that nobody runs stops when it is let go`() async throws {
    var server: HTTPServer? = try HTTPServer(address: "127.0.0.1:0", handler: ok)
    let port = try #require(server?.port)
    let client = RawClient(port: port)
    await client.send(request)
    _ = await client.read(until: "\r\n\r\nok")
    server = nil
    #expect(await client.read() == "")
  }

  /// The library aborts the process if it is stopped at a wrong moment, so the moment is varied under load.
  @Test(arguments: 0..<20) func `stopping under load breaks nothing`(round: Int) async throws {
    let answered = Gate()
    let handler: @Sendable (HTTPRequest) async -> HTTPResponse = { request in
      if request.path.count.isMultiple(of: 2) { await Task.yield() }
      return .text("ok")
    }
    let server = try HTTPServer(address: "127.0.0.1:0", handler: handler)
    let running = Task { await server.run() }
    let url = "http://127.0.0.1:\(server.port)/"
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<8 {
        group.addTask {
          let client = HTTPClient()
          for turn in 0... {
            let request = HTTPClient.Request(url: url + String(repeating: "x", count: turn % 2))
            guard let response = try? await client.send(request) else { return }
            #expect(response.status == 200)
            if turn == round, number == 0 { await answered.open() }
          }
        }
      }
      await answered.wait()
      running.cancel()
    }
    await running.value
  }
}
