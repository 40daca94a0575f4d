import Crypto
import Foundation
import HTTP
import Testing

@testable import WhatsApp

/// Files of others: where they may come from, and whether they are what was sent.
@Suite struct MediaFetchTests {
  private static let file = Array("chini,50".utf8)
  private static let address = "https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1&ext=2"

  private actor Visits {
    private(set) var urls: [String] = []
    func note(_ request: HTTPClient.Request) { urls.append(request.url) }
  }

  private func fetch(
    describing description: JSON, sha256: String? = nil, bytesMax: Int = 100, id: String = "900",
    file: HTTPClient.Response = HTTPClient.Response(status: 200, body: file)
  ) async -> (MediaFetch, [String]) {
    let visits = Visits()
    let graph = GraphAPI(GraphAPI.Configuration { "token" }) { request async throws(HTTPClient.Failure) in
      await visits.note(request)
      if request.url.hasPrefix("https://graph.facebook.com/v26.0/900?") {
        return HTTPClient.Response(status: 200, body: description.encoded())
      }
      if file.body.count > request.bodyBytesMax ?? 0 { throw .tooLarge }
      return file
    }
    let outcome = await graph.fetch(id, on: "1001", sha256: sha256, bytesMax: bytesMax)
    return (outcome, await visits.urls)
  }

  @Test func `a file is asked for, fetched and held against its hash`() async {
    let digest = Digest.sha256(Self.file)
    let (outcome, urls) = await fetch(
      describing: ["url": .string(Self.address), "sha256": .string(Hex.encode(digest)), "file_size": 8],
      sha256: Data(digest).base64EncodedString())
    #expect(outcome == .fetched(Self.file))
    #expect(urls == ["https://graph.facebook.com/v26.0/900?phone_number_id=1001", Self.address])
  }

  @Test(arguments: [
    "https://evil.example/x", "http://lookaside.fbsbx.com/x", "https://lookaside.fbsbx.com.evil.example/x",
    "https://evil.example\\@lookaside.fbsbx.com/x", "https://lookaside.fbsbx.com@evil.example/x",
    "https://evilfbsbx.com/x", "https://lookaside.fbsbx.com:8443/x", "file:///etc/passwd", "", "https://fbsbx.com /x",
  ])
  func `the token is shown to nobody else`(address: String) async {
    let (outcome, urls) = await fetch(describing: ["url": .string(address)])
    #expect(outcome == .gone || outcome == .trouble("no address"))
    #expect(urls.count == 1)
  }

  @Test func `other bytes than those that were sent are not taken`() async {
    let wrong = String(repeating: "0", count: 64)
    let (outcome, _) = await fetch(describing: ["url": .string(Self.address), "sha256": .string(wrong)])
    #expect(outcome == .trouble("the bytes are not those that were sent"))
    let (other, _) = await fetch(describing: ["url": .string(Self.address)], sha256: "AAAA")
    #expect(other == .trouble("the bytes are not those that were sent"))
  }

  @Test func `what is too large is not fetched, or not to its end`() async {
    let (said, urls) = await fetch(describing: ["url": .string(Self.address), "file_size": 101])
    #expect(said == .tooLarge && urls.count == 1)
    let (unsaid, _) = await fetch(describing: ["url": .string(Self.address)], bytesMax: 7)
    #expect(unsaid == .tooLarge)
  }

  @Test func `what is gone is gone, and trouble may pass`() async {
    let description: JSON = ["url": .string(Self.address)]
    #expect(await fetch(describing: description, file: .init(status: 404)).0 == .gone)
    #expect(await fetch(describing: description, file: .init(status: 503)).0 == .trouble("HTTP 503"))
    #expect(await fetch(describing: description, id: "../900").0 == .gone)
  }
}
