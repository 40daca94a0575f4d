import HTTP
import TestSupport
import Testing

@testable import GoogleSheets

/// Over real sockets, with a server of ours that behaves as Google's does; and what must never be followed.
@Suite struct SheetFetchingTests {
  private static let table = Array("Item,Qty\nSugar,50\n".utf8)

  private func link() throws -> SheetLink {
    try #require(SheetLink(in: "https://docs.google.com/spreadsheets/d/1AbcDefGhij/edit#gid=7"))
  }

  private static func csv(_ bytes: [UInt8] = table) -> HTTPResponse {
    HTTPResponse(status: 200, headers: [("Content-Type", "text/csv")], body: bytes)
  }

  private static func moved(to place: String) -> HTTPResponse {
    HTTPResponse(status: 307, headers: [("Location", place)])
  }

  private func fetch(
    bytesMax: Int = 1_000, secondsMax: Double = 120, answer: @escaping @Sendable (HTTPRequest) async -> HTTPResponse,
    meanwhile: () async -> Void = {}
  ) async throws -> SheetFetch {
    let server = try HTTPServer(address: "127.0.0.1:0") { request in await answer(request) }
    let serving = Task { await server.run() }
    let sheets = SheetFetching(
      from: "http://127.0.0.1:\(server.port)", secondsMax: secondsMax, client: HTTPClient())
    let outcome = await sheets.fetch(try link(), bytesMax: bytesMax)
    await meanwhile()
    serving.cancel()
    await serving.value
    return outcome
  }

  @Test func `a shared sheet comes over a redirect`() async throws {
    let outcome = try await fetch { request in
      request.path == "/spreadsheets/d/1AbcDefGhij/export" ? Self.moved(to: "/elsewhere/1?x=2") : Self.csv()
    }
    #expect(outcome == .fetched(Self.table))
  }

  @Test(arguments: [
    (moved(to: "https://accounts.google.com/v3/signin/identifier?continue=x"), SheetFetch.notShared),
    (HTTPResponse.html("<title>Sign in</title>"), .notShared), (HTTPResponse.html("", status: 401), .notShared),
    (HTTPResponse.html("", status: 404), .gone), (HTTPResponse(status: 503), .trouble("HTTP 503 ")),
    (HTTPResponse.text("no table"), .trouble("HTTP 200 text/plain; charset=utf-8")),
  ])
  func `what is no table says why`(answer: HTTPResponse, expected: SheetFetch) async throws {
    #expect(try await fetch { _ in answer } == expected)
  }

  @Test func `what is too large is not fetched to its end`() async throws {
    #expect(try await fetch(bytesMax: 10) { _ in Self.csv() } == .tooLarge)
  }

  @Test func `what does not come in time is not waited for`() async throws {
    let barrier = Barrier(count: 2)
    let outcome = try await fetch(
      secondsMax: 0.5,
      answer: { _ in
        await barrier.pass()
        return Self.csv()
      }, meanwhile: { await barrier.pass() })
    #expect(outcome == .trouble("timedOut"))
  }

  private actor Visits {
    private(set) var urls: [String] = []
    func note(_ request: HTTPClient.Request) { urls.append(request.url) }
  }

  /// Google's own address, and what answers there once.
  private func follow(_ places: [String]) async throws -> (SheetFetch, [String]) {
    let visits = Visits()
    let sheets = SheetFetching { request async throws(HTTPClient.Failure) in
      await visits.note(request)
      let count = await visits.urls.count
      guard places.indices.contains(count - 1) else {
        return HTTPClient.Response(
          status: 200, headers: HTTPHeaders([("content-type", "text/csv; charset=utf-8")]), body: Self.table)
      }
      return HTTPClient.Response(status: 302, headers: HTTPHeaders([("location", places[count - 1])]))
    }
    return (await sheets.fetch(try link(), bytesMax: 1_000), await visits.urls)
  }

  @Test func `Google's own hosts are followed, three times`() async throws {
    let place = "https://doc-0s-sheets.googleusercontent.com/export/a?id=1"
    let (outcome, urls) = try await follow([place, place, place])
    #expect(outcome == .fetched(Self.table))
    #expect(
      urls == ["https://docs.google.com/spreadsheets/d/1AbcDefGhij/export?format=csv&gid=7", place, place, place])
    #expect(try await follow([place, place, place, place]).0 == .trouble("too many redirects"))
  }

  @Test(arguments: [
    "http://127.0.0.1:5432/", "https://10.0.0.1/x", "https://[::1]/x", "http://docs.google.com/x", "//evil.example/x",
    "https://docs.google.com.evil.example/x", "https://googleusercontent.com.evil.example/x", "file:///etc/passwd",
    "https://evilgoogleusercontent.com/x", "https://docs.google.com:8443/x", "https://docs.google.com@evil.example/x",
    "https://evil.example\\@docs.google.com/x", "https://metadata.google.internal/x", "",
  ])
  func `nobody else is followed`(place: String) async throws {
    let (outcome, urls) = try await follow([place])
    #expect(urls.count == 1, "\(urls)")
    guard case .trouble = outcome else {
      Issue.record("\(outcome)")
      return
    }
  }
}
