import Foundation
import HTTP
import Testing

private typealias Failure = HTTPClient.Failure

private let okAnswer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"

/// Answers each request of each connection alike.
private func peer(answering answer: String) -> Peer {
  Peer { connection in
    while connection.readRequest() != nil { connection.write(answer) }
  }
}

private func request(
  _ method: String = "GET", to port: Int, path: String = "/", body: String = "", timeout: Double? = nil
) -> HTTPClient.Request {
  HTTPClient.Request(
    method: method, url: "http://127.0.0.1:\(port)\(path)", body: Array(body.utf8), timeoutSeconds: timeout)
}

/// How a request fails; nil if it does not.
private func failure(_ client: HTTPClient, _ request: HTTPClient.Request) async -> Failure? {
  do throws(Failure) {
    _ = try await client.send(request)
    return nil
  } catch {
    return error
  }
}

extension Failure {
  fileprivate var isCouldNotConnect: Bool {
    if case .couldNotConnect = self { true } else { false }
  }
  fileprivate var isLost: Bool {
    if case .lost = self { true } else { false }
  }
}

@Suite struct ClientTests {
  @Test func `a response is given as it came, whatever its status`() async throws {
    let peer = peer(answering: "HTTP/1.1 418 Teapot\r\nX-A: 1\r\nx-a:  2 \r\nContent-Length: 2\r\n\r\nno")
    let response = try await HTTPClient().send(request(to: peer.port))
    #expect(response.status == 418)
    #expect(response.headers["X-a"] == "1")
    #expect(response.headers.values(of: "X-A") == ["1", "2"])
    #expect(response.body == Array("no".utf8))
  }

  @Test(arguments: [
    ("GET", ""), ("GET", "body"), ("DELETE", ""), ("DELETE", "body"), ("POST", ""), ("POST", "body"), ("PUT", ""),
    ("PUT", "body"), ("PATCH", "body"),
  ])
  func `a request is sent as it stands`(method: String, body: String) async throws {
    let (seen, see) = AsyncStream<String>.makeStream()
    let peer = Peer { connection in
      see.yield(connection.readRequest() ?? "")
      connection.write(okAnswer)
    }
    var request = request(method, to: peer.port, path: "/a?b=c", body: body)
    request.headers = [("X-Name", "value"), ("X-Empty", "")]
    _ = try await HTTPClient().send(request)
    let first = await seen.first { _ in true }
    let sent = try #require(first)
    #expect(sent.hasPrefix("\(method) /a?b=c HTTP/1.1\r\n"))
    #expect(sent.contains("\r\nX-Name: value\r\n"))
    #expect(sent.contains("\r\nX-Empty:\r\n"))
    #expect(!sent.contains("Expect"))
    #expect(sent.hasSuffix("\r\n\r\n" + body))
    let mustTellLength = !body.isEmpty || ["POST", "PUT"].contains(method)
    #expect(sent.contains("Content-Length: \(body.utf8.count)\r\n") == mustTellLength)
  }

  @Test func `the headers of an interim answer are not those of the answer`() async throws {
    let peer = peer(answering: "HTTP/1.1 103 Early Hints\r\nLink: a\r\n\r\n" + okAnswer)
    let response = try await HTTPClient().send(request(to: peer.port))
    #expect(response.status == 200)
    #expect(response.headers["Link"] == nil)
  }

  @Test func `a redirect is not followed`() async throws {
    let peer = peer(answering: "HTTP/1.1 302 Found\r\nLocation: /other\r\nContent-Length: 0\r\n\r\n")
    let response = try await HTTPClient().send(request(to: peer.port))
    #expect(response.status == 302)
    #expect(response.headers["location"] == "/other")
  }

  @Test func `requests share a connection`() async throws {
    let peer = peer(answering: okAnswer)
    let client = HTTPClient()
    for _ in 0..<5 { _ = try await client.send(request("POST", to: peer.port, body: "a")) }
    #expect(peer.connectionCount == 1)
  }

  @Test func `a body over the limit is refused, declared or not`() async {
    let client = HTTPClient(limits: .with { $0.bodyBytesMax = 5 })
    let declared = peer(answering: "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n123456")
    #expect(await failure(client, request(to: declared.port)) == .tooLarge)
    let chunked = peer(answering: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n6\r\n123456\r\n0\r\n\r\n")
    #expect(await failure(client, request(to: chunked.port)) == .tooLarge)
    let fitting = peer(answering: "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n12345")
    #expect(await failure(client, request(to: fitting.port)) == nil)
  }

  @Test func `a head without end is refused`() async {
    let peer = peer(answering: "HTTP/1.1 200 OK\r\n" + String(repeating: "X-A: 0123456789\r\n", count: 10_000))
    #expect(await failure(HTTPClient(), request(to: peer.port)) == .tooLarge)
  }

  @Test(arguments: [
    "ftp://127.0.0.1/", "file:///etc/passwd", "", "http://", "http://a:b:c/", "http://a/\0", "http://a/ b",
  ])
  func `what is no URL of the web is refused`(url: String) async {
    let failure = await failure(HTTPClient(), HTTPClient.Request(url: url))
    if case .badURL = failure { return }
    Issue.record("\(String(describing: failure))")
  }

  @Test(arguments: [("X-A", "b\r\nX-Forged: c"), ("X A", "b"), ("", "b")])
  func `a header that could forge another is refused`(name: String, value: String) async {
    let request = HTTPClient.Request(url: "http://127.0.0.1:1/", headers: [(name, value)])
    let failure = await failure(HTTPClient(), request)
    if case .badURL = failure { return }
    Issue.record("\(String(describing: failure))")
  }
}

/// Whoever must not send a message twice has to know whether it can have arrived.
@Suite struct ClientFailureTests {
  @Test func `refused: nothing was sent`() async {
    let port = Peer(serve: nil).port  // closed by now
    #expect(await failure(HTTPClient(), request("POST", to: port, body: "a"))?.isCouldNotConnect == true)
  }

  @Test func `unknown host: nothing was sent`() async {
    let failure = await failure(HTTPClient(), HTTPClient.Request(url: "http://no-such-host.invalid/"))
    #expect(failure?.isCouldNotConnect == true)
  }

  @Test func `no TLS on the other side: nothing was sent`() async {
    let peer = Peer { $0.write(okAnswer) }
    let request = HTTPClient.Request(url: "https://127.0.0.1:\(peer.port)/")
    #expect(await failure(HTTPClient(), request)?.isCouldNotConnect == true)
  }

  @Test func `time ran out before there was a connection: nothing was sent`() async {
    let full = Peer(backlog: 0, serve: nil)
    let waiting = RawClient(port: full.port)  // fills the queue, so that the next is not answered
    let client = HTTPClient(limits: .with { $0.connectSecondsMax = 0.2 })
    #expect(await failure(client, request(to: full.port))?.isCouldNotConnect == true)
    withExtendedLifetime((full, waiting)) {}
  }

  @Test func `time ran out while waiting for a free connection: nothing was sent`() async {
    let (taken, take) = AsyncStream.makeStream(of: Void.self)
    let silent = Peer {
      take.yield()
      $0.waitForEnd()
    }
    let client = HTTPClient(limits: .with { $0.connectionsPerHostMax = 1 })
    async let first = failure(client, request(to: silent.port, timeout: 3))
    for await _ in taken { break }  // the only connection is in use, for longer than the second may wait
    #expect(await failure(client, request(to: silent.port, timeout: 0.5))?.isCouldNotConnect == true)
    #expect(await first == .timedOut)
  }

  @Test func `time ran out after sending: it may have arrived`() async {
    let silent = Peer { $0.waitForEnd() }
    #expect(await failure(HTTPClient(), request("POST", to: silent.port, body: "a", timeout: 0.2)) == .timedOut)
  }

  @Test func `time ran out in the midst of the answer: it has arrived`() async {
    let half = Peer { connection in
      _ = connection.readRequest()
      connection.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf")
      connection.waitForEnd()
    }
    #expect(await failure(HTTPClient(), request(to: half.port, timeout: 0.2)) == .timedOut)
  }

  @Test(arguments: ["", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf", "no HTTP at all\r\n\r\n"])
  func `the connection broke after sending: it may have arrived`(answer: String) async {
    let peer = Peer { connection in
      _ = connection.readRequest()
      connection.write(answer)
    }
    #expect(await failure(HTTPClient(), request("POST", to: peer.port, body: "a"))?.isLost == true)
  }

  @Test func `a message whose reused connection breaks is not sent again`() async throws {
    let counter = Counter()
    let peer = peerThatBreaksReusedConnections(counter)
    let client = HTTPClient()
    _ = try await client.send(request("POST", to: peer.port, body: "first"))
    #expect(await failure(client, request("POST", to: peer.port, body: "second"))?.isLost == true)
    #expect(counter.count == 2)
  }

  @Test func `a message without a body is never sent over a reused connection`() async throws {
    let counter = Counter()
    let peer = peerThatBreaksReusedConnections(counter)
    let client = HTTPClient()
    for _ in 0..<3 { _ = try await client.send(request("POST", to: peer.port)) }
    #expect(counter.count == 3)
    #expect(peer.connectionCount == 3)
  }

  @Test func `a question whose reused connection breaks is asked again`() async throws {
    let counter = Counter()
    let peer = peerThatBreaksReusedConnections(counter)
    let client = HTTPClient()
    for _ in 0..<2 { #expect(try await client.send(request(to: peer.port)).status == 200) }
    #expect(counter.count == 3)
  }

  @Test func `a cancelled task gets its failure at once`() async {
    let arrived = Gate()
    let silent = Peer { connection in
      _ = connection.readRequest()
      Task { await arrived.open() }
      connection.waitForEnd()
    }
    let port = silent.port
    let client = HTTPClient()
    let sending = Task { await failure(client, request("POST", to: port, body: "a")) }
    await arrived.wait()
    sending.cancel()
    #expect(await sending.value == .cancelled)
  }

  @Test func `a task that was cancelled before sends nothing`() async {
    let peer = peer(answering: okAnswer)
    let port = peer.port
    let begin = Gate()
    let client = HTTPClient()
    let sending = Task {
      await begin.wait()
      return await failure(client, request(to: port))
    }
    sending.cancel()
    await begin.open()
    #expect(await sending.value == .cancelled)
    #expect(peer.connectionCount == 0)
  }

  @Test func `closing ends what is under way and refuses the rest`() async {
    let arrived = Gate()
    let silent = Peer { connection in
      _ = connection.readRequest()
      Task { await arrived.open() }
      connection.waitForEnd()
    }
    let client = HTTPClient()
    async let sent = failure(client, request("POST", to: silent.port, body: "a"))
    await arrived.wait()
    client.close()
    #expect(await sent?.isLost == true)
    #expect(await failure(client, request(to: silent.port)) == .closed)
  }
}

/// Answers the first request of each connection and hangs up on the second, having read it.
private func peerThatBreaksReusedConnections(_ counter: Counter) -> Peer {
  Peer { connection in
    for turn in 0..<2 {
      guard connection.readRequest() != nil else { return }
      counter.increase()
      if turn == 0 { connection.write(okAnswer) }
    }
  }
}

/// `lock` guards the count.
private final class Counter: @unchecked Sendable {
  private let lock = NSLock()
  private var value = 0
  var count: Int { lock.withLock { value } }
  func increase() { lock.withLock { value += 1 } }
}
