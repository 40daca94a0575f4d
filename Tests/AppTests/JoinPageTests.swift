import Foundation
import HTTP
import Language
import Testing

@testable import App

struct JoinPageTests {
  private static func page(_ number: String?) throws -> JoinPage {
    let replies = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "templates/replies")
    return JoinPage(number: number, phrasebook: try Phrasebook(directory: replies))
  }

  private static func get(_ path: String, _ method: String = "GET") -> HTTPRequest {
    HTTPRequest(method: method, path: path)
  }

  @Test func `the page holds the link and its square, and nothing from elsewhere`() throws {
    let response = try #require(try Self.page("919800000000").respond(to: Self.get("/join")))
    let html = String(decoding: response.body, as: UTF8.self)
    #expect(response.status == 200)
    #expect(html.contains("https://wa.me/919800000000?text=Namaste"))
    #expect(html.contains("<svg"))
    #expect(html.contains("दुकान"))
    #expect(!html.contains("<script") && !html.contains("src="))
    #expect(response.headers.contains { $0.name == "Content-Security-Policy" })
  }

  @Test func `without a number it says so`() throws {
    let response = try #require(try Self.page(nil).respond(to: Self.get("/join")))
    let html = String(decoding: response.body, as: UTF8.self)
    #expect(!html.contains("wa.me") && !html.contains("<svg"))
    #expect(html.contains("Ask the administrator"))
    #expect(try Self.page(nil).terminal.contains("WHATSAPP_OWNERS_NUMBER"))
  }

  @Test func `other addresses are not its own, and nobody posts to it`() throws {
    #expect(try Self.page(nil).respond(to: Self.get("/")) == nil)
    #expect(try Self.page(nil).respond(to: Self.get("/join", "POST"))?.status == 405)
  }

  @Test func `the terminal shows the square in half blocks, with the link`() throws {
    let shown = try Self.page("919800000000").terminal
    #expect(shown.contains("▀") && shown.hasSuffix("https://wa.me/919800000000?text=Namaste"))
  }
}
