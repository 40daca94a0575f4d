import Crypto
import Foundation
import HTTP
import Testing

@testable import Simulator

@Suite(.timeLimit(.minutes(1)))
struct MediaTests {
  @Test func `what is uploaded is described and fetched`() async throws {
    try await Stage.run { stage in
      let id = await stage.upload(Sample.picture)
      let facts = await stage.graph("GET", id).json
      #expect(facts["mime_type"]?.text == "image/png")
      #expect(facts["file_size"]?.integer == Int64(Sample.picture.count))
      #expect(facts["sha256"]?.text == Hex.encode(Digest.sha256(Sample.picture)))
      let fetched = await stage.fetch(facts["url"]?.text)
      #expect(fetched.status == 200)
      #expect(fetched.body == Sample.picture)
    }
  }

  @Test func `an address lives five minutes`() async throws {
    try await Stage.run { stage in
      let id = await stage.upload(Sample.picture)
      let url = await stage.graph("GET", id).json["url"]?.text
      stage.clock.advance(299)
      #expect(await stage.fetch(url).status == 200)
      stage.clock.advance(1)
      #expect(await stage.fetch(url).status == 404)
      #expect(await stage.fetch(url?.replacingOccurrences(of: "ext=", with: "ext=9")).status == 404)
    }
  }

  @Test func `an address without the token is worth nothing`() async throws {
    try await Stage.run { stage in
      let url = await stage.graph("GET", await stage.upload(Sample.picture)).json["url"]?.text
      #expect(await stage.fetch(url, token: "wrong").status == 401)
    }
  }

  @Test func `what is deleted is gone`() async throws {
    try await Stage.run { stage in
      let id = await stage.upload(Sample.picture)
      #expect(await stage.graph("DELETE", id).json == ["success": true])
      #expect(await stage.graph("GET", id).status == 400)
      #expect(await stage.graph("DELETE", id).status == 400)
    }
  }

  @Test func `a picture of ours shows in the phone`() async throws {
    try await Stage.run { stage in
      await stage.say(["text": "chart"])
      let id = await stage.upload(Sample.picture)
      await stage.send(["to": .string(Shop.sunita), "type": "image", "image": ["id": .string(id), "caption": "₹"]])
      let bubble = await stage.event { $0["type"]?.text == "image" }
      #expect(bubble?["media"]?["mimeType"]?.text == "image/png")
      #expect(await stage.ask("GET", "api/media/" + id).body == Sample.picture)
    }
  }

  @Test func `a picture that was never uploaded cannot be sent`() async throws {
    try await Stage.run { stage in
      let answer = await stage.send(["to": .string(Shop.sunita), "type": "image", "image": ["id": "12345"]])
      #expect(answer.errorCode == 131_009)
    }
  }

  @Test func `a voice message reaches the server by its id`() async throws {
    try await Stage.run { stage in
      let base64 = Data(Sample.picture).base64EncodedString()
      await stage.say([
        "media": ["mimeType": "audio/ogg; codecs=opus", "base64": .string(base64), "voice": true]
      ])
      let audio = await stage.nextMessage(ofType: "audio")["audio"]
      #expect(audio?["mime_type"]?.text == "audio/ogg; codecs=opus")
      #expect(audio?["voice"]?.flag == true)
      #expect(audio?["sha256"]?.text == Data(Digest.sha256(Sample.picture)).base64EncodedString())
      let url = await stage.graph("GET", audio?["id"]?.text ?? "").json["url"]?.text
      #expect(await stage.fetch(url).body == Sample.picture)
    }
  }

  @Test func `a browser is never told that an upload is a page`() async throws {
    try await Stage.run { stage in
      let base64 = Data("<script>".utf8).base64EncodedString()
      await stage.say(["media": ["kind": "document", "mimeType": "text/html", "base64": .string(base64)]])
      let id = await stage.nextMessage(ofType: "document")["document"]?["id"]?.text ?? ""
      let shown = await stage.ask("GET", "api/media/" + id)
      #expect(shown.headers.first { $0.name == "Content-Type" }?.value == "application/octet-stream")
    }
  }

  @Test func `what a person sent is gone after a week, what we handed in after a month`() async throws {
    try await Stage.run { stage in
      await stage.say(["media": ["mimeType": "image/png", "base64": "iVBORw0K"]])
      let theirs = await stage.nextMessage(ofType: "image")["image"]?["id"]?.text ?? ""
      let ours = await stage.upload(Sample.picture)
      stage.clock.advance(7 * 86_400)
      #expect(await stage.graph("GET", theirs).errorCode == 100)
      #expect(await stage.graph("GET", ours).status == 200)
      stage.clock.advance(23 * 86_400)
      #expect(await stage.graph("GET", ours).json["error"]?["error_subcode"]?.integer == 33)
    }
  }

  @Test(arguments: [
    ("image/png", 5 << 20, true), ("image/png", (5 << 20) + 1, false), ("image/webp", 512_001, false),
    ("audio/ogg; codecs=opus", 6 << 20, true), ("text/html", 10, false), ("image/gif", 10, false),
  ])
  func `Meta takes certain kinds of files up to certain sizes`(type: String, size: Int, taken: Bool) async throws {
    try await Stage.run { stage in
      let id = await stage.upload(Array(repeating: 7, count: size), type: type)
      #expect(id.isEmpty == !taken)
    }
  }

  @Test func `while media are down nothing goes up or down`() async throws {
    try await Stage.run { stage in
      let id = await stage.upload(Sample.picture)
      let url = await stage.graph("GET", id).json["url"]?.text
      await stage.makeTrouble { $0.isMediaDown = true }
      #expect(await stage.upload(Sample.picture).isEmpty)
      #expect(await stage.graph("GET", id).status == 503)
      #expect(await stage.fetch(url).status == 503)
      #expect(await stage.ask("GET", "api/media/" + id).status == 200, "the page still shows what was there")
      await stage.simulator.set(.none)
      #expect(await stage.fetch(url).body == Sample.picture)
    }
  }

  @Test func `while media are down a picture is taken and then fails`() async throws {
    try await Stage.run { stage in
      await stage.say(["text": "chart"])
      let id = await stage.upload(Sample.picture)
      await stage.makeTrouble { $0.isMediaDown = true }
      let answer = await stage.send(["to": .string(Shop.sunita), "type": "image", "image": ["id": .string(id)]])
      #expect(answer.status == 200)
      #expect(await stage.status("failed")["errors"]?[0]?["code"]?.integer == 131_053)
      #expect(await stage.simulator.received().isEmpty)
    }
  }

  @Test func `bytes that look like line ends survive the form`() {
    let bytes: [UInt8] = [13, 10, 45, 45, 13, 10, 0, 255, 13, 10]
    let body = Sample.form(file: bytes, type: "image/png", boundary: "b")
    let parts = MultipartForm.parts(of: body, contentType: "multipart/form-data; boundary=\"b\"")
    #expect(parts.map(\.name) == ["messaging_product", "type", "file"])
    #expect(parts.last?.bytes == bytes)
    #expect(parts.last?.fileName == "chart.png")
  }
}

extension Sample {
  static let picture: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10] + (0...255)

  static func form(file: [UInt8], type: String, boundary: String) -> [UInt8] {
    let head = """
      --\(boundary)\r
      Content-Disposition: form-data; name="messaging_product"\r
      \r
      whatsapp\r
      --\(boundary)\r
      Content-Disposition: form-data; name="type"\r
      \r
      \(type)\r
      --\(boundary)\r
      Content-Disposition: form-data; name="file"; filename="chart.png"\r
      Content-Type: \(type)\r
      \r

      """
    return Array(head.utf8) + file + Array("\r\n--\(boundary)--\r\n".utf8)
  }
}

extension Stage {
  /// Returns the id.
  func upload(_ bytes: [UInt8], type: String = "image/png") async -> String {
    let headers = [
      (name: "Authorization", value: "Bearer test-token"),
      (name: "Content-Type", value: "multipart/form-data; boundary=xyz"),
    ]
    let request = HTTPRequest(
      method: "POST", path: "/simulator/graph/v23.0/\(Shop.owners.phoneNumberID)/media",
      headers: HTTPHeaders(headers), body: Sample.form(file: bytes, type: type, boundary: "xyz"))
    return await simulator.respond(to: request)?.json["id"]?.text ?? ""
  }

  func fetch(_ url: String?, token: String = "test-token") async -> HTTPResponse {
    let components = url.flatMap(URLComponents.init(string:))
    let query = components?.queryItems?.reduce(into: [:]) { $0[$1.name] = $1.value } ?? [:]
    let request = HTTPRequest(
      method: "GET", path: components?.path ?? "", query: query,
      headers: HTTPHeaders([("Authorization", "Bearer " + token)]))
    return await simulator.respond(to: request) ?? HTTPResponse(status: 599)
  }
}
