import Foundation
import HTTP

/// WhatsApp's way to our servers: whichever lives gets the webhook, as behind a balancer. An answer that is lost is no
/// answer, and WhatsApp comes again.
struct Relay: Sendable {
  let addresses: [String]
  let witness: Witness
  private let client: HTTPClient
  private static let secondsMax = 10.0

  init(to addresses: [String], witness: Witness) {
    self.addresses = addresses
    self.witness = witness
    var limits = HTTPClient.Limits()
    limits.connectionsPerHostMax = 64
    client = HTTPClient(limits: limits)
  }

  func pass(_ request: HTTPRequest) async -> HTTPResponse {
    let ids = messageIDs(request.body)
    guard await witness.mayPass(ids) else { return HTTPResponse(status: 503) }
    for address in addresses.shuffled() {
      do throws(HTTPClient.Failure) {
        let answer = try await client.send(post(request, to: address))
        guard answer.status == 200 else { break }
        await witness.note(acknowledged: ids)
        return HTTPResponse(status: 200)
      } catch {
        guard case .couldNotConnect = error else { break }
      }
    }
    return HTTPResponse(status: 503)
  }

  private func post(_ request: HTTPRequest, to address: String) -> HTTPClient.Request {
    let headers = ["Content-Type", "X-Hub-Signature-256"].compactMap { name in
      request.headers[name].map { (name: name, value: $0) }
    }
    return HTTPClient.Request(
      method: "POST", url: "http://\(address)/webhook", headers: headers, body: request.body,
      timeoutSeconds: Self.secondsMax)
  }

  private func messageIDs(_ body: [UInt8]) -> [String] {
    guard let json = readJSON(body) else { return [] }
    let changes = json["entry"]?.array.flatMap { $0["changes"]?.array ?? [] } ?? []
    return changes.flatMap { $0["value"]?["messages"]?.array ?? [] }.compactMap { $0["id"]?.text }
  }
}

func readJSON(_ bytes: [UInt8]) -> JSON? {
  do { return try JSON(parsing: bytes) } catch { return nil }
}
