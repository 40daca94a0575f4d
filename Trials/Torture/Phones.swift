import Crypto
import Foundation
import HTTP
import Simulator
import TestSupport

/// Everybody's phone and WhatsApp in between: the simulator, with its ears open.
struct Phones: Sendable {
  let accessToken = Hex.encode(randomBytes(24))
  let appSecret = Hex.encode(randomBytes(24))
  /// Where our servers find WhatsApp.
  let graphURL: String
  private let simulator: WhatsAppSimulator
  private let graph: HTTPServer
  private let door: HTTPServer
  private let witness: Witness

  /// Webhooks go by `relay`.
  init(of script: Script, relay: Relay, rates: WhatsAppSimulator.Rates = .init()) throws {
    let door = try HTTPServer(address: "127.0.0.1:0") { await relay.pass($0) }
    var configuration = WhatsAppSimulator.Configuration(
      appSecret: appSecret, accessToken: accessToken, businessAccountID: "102290120000001",
      webhookURL: "http://127.0.0.1:\(door.port)/webhook",
      numbers: [
        .init(
          phoneNumberID: LittleShop.ownersChannel, displayNumber: "+91 98200 00001", name: "RetailMind",
          pictureLetter: "R")
      ],
      people: script.everybody.compactMap { speaker in
        WhatsAppSimulator.Person(
          phone: speaker.phone, name: speaker.phone, role: .owner, numbers: [LittleShop.ownersChannel])
      })
    configuration.timing = Self.timing
    configuration.rates = rates
    let simulator = WhatsAppSimulator(configuration: configuration, now: { Date() }, client: HTTPClient())
    let witness = relay.witness
    var limits = HTTPServer.Limits()
    limits.connectionsPerAddressMax = limits.connectionsMax
    let graph = try HTTPServer(address: "127.0.0.1:0", limits: limits) { request in
      await Self.answer(request, simulator, witness)
    }
    (self.simulator, self.graph, self.door, self.witness) = (simulator, graph, door, witness)
    graphURL = "http://127.0.0.1:\(graph.port)/simulator/graph"
  }

  /// WhatsApp in a hurry: it repeats soon what it could not deliver.
  private static var timing: WhatsAppSimulator.Timing {
    var timing = WhatsAppSimulator.Timing.lifelike
    (timing.sent, timing.delivered) = (.milliseconds(20), .milliseconds(40))
    timing.redelivery = Array(repeating: .milliseconds(250), count: 4_000)
    timing.lostAnswer = .milliseconds(800)
    timing.inFlightMax = 32
    return timing
  }

  func run() async {
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await door.run() }
      group.addTask { await graph.run() }
      group.addTask { await simulator.run() }
    }
  }

  /// A person types and sends.
  func write(_ text: String, from phone: String) async throws -> String {
    let body: JSON = ["from": .string(phone), "to": .string(LittleShop.ownersChannel), "text": .string(text)]
    let headers = HTTPHeaders([("Host", "127.0.0.1"), ("Content-Type", "application/json")])
    let answer = await simulator.respond(
      to: HTTPRequest(method: "POST", path: "/simulator/api/say", headers: headers, body: body.encoded()))
    guard let answer, answer.status == 200, let id = readJSON(answer.body)?["id"]?.text else {
      throw Plainly("the phone of \(phone) does not work: \(answer?.status ?? 0)")
    }
    return id
  }

  /// A message of ours that WhatsApp took is noted, also where its answer is lost on the way back (504).
  private static func answer(_ request: HTTPRequest, _ simulator: WhatsAppSimulator, _ witness: Witness) async
    -> HTTPResponse
  {
    let place = await witness.nextPlace()
    guard let answer = await simulator.respond(to: request) else { return HTTPResponse(status: 404) }
    guard request.method == "POST", [200, 504].contains(answer.status), let body = readJSON(request.body),
      body["status"] == nil, let phone = body["to"]?.text,
      let reply = body["biz_opaque_callback_data"]?.integer
    else { return answer }
    let text = body["text"]?["body"] ?? body["interactive"]?["body"]?["text"]
    await witness.note(
      .init(
        phone: phone.filter(\.isNumber), reply: reply, quantity: text?.text.flatMap(firstNumber), place: place))
    return answer
  }
}

private func firstNumber(_ text: String) -> Int? {
  let digits = text.drop { !$0.isASCII || !$0.isNumber }.prefix { $0.isASCII && $0.isNumber }
  return Int(digits)
}
