import Crypto
import Foundation
import HTTP
import Testing

@testable import Simulator

@Suite(.timeLimit(.minutes(1)))
struct LiveTests {
  @Test func `a webhook goes over the wire as Meta sends it`() async throws {
    let (requests, arrived) = AsyncStream<HTTPRequest>.makeStream()
    let server = try HTTPServer(address: "127.0.0.1:0") { @Sendable request in
      arrived.yield(request)
      return .text("")
    }
    var configuration = Shop.configuration
    configuration.webhookURL = "http://127.0.0.1:\(server.port)/webhook"
    let simulator = WhatsAppSimulator(configuration: configuration, now: { Shop.start }, client: HTTPClient())
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await server.run() }
      group.addTask { await simulator.run() }
      let said: JSON = ["from": .string(Shop.sunita), "to": .string(Shop.owners.phoneNumberID), "text": "₹१०"]
      let headers = HTTPHeaders([("Host", "localhost"), ("Content-Type", "application/json")])
      _ = await simulator.respond(
        to: HTTPRequest(method: "POST", path: "/simulator/api/say", headers: headers, body: said.encoded()))
      let request = await requests.first { _ in true }
      let code = HMACKey(Array("test-secret".utf8)).code(for: request?.body ?? [])
      #expect(request?.method == "POST")
      #expect(request?.path == "/webhook")
      #expect(request?.headers["X-Hub-Signature-256"] == "sha256=" + Hex.encode(code))
      #expect(request?.headers["Content-Type"] == "application/json")
      #expect(request?.headers["User-Agent"] == "facebookexternalua")
      group.cancelAll()
    }
  }
}
