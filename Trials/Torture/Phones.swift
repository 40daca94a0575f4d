import Crypto
import Foundation
import HTTP
import Simulator
import TestSupport

/// Everybody's phone and WhatsApp in between, on a bad day.
struct Phones: Sendable {
  let simulator: WhatsAppSimulator
  let accessToken = Hex.encode(randomBytes(24))
  let appSecret = Hex.encode(randomBytes(24))
  private let graph: HTTPServer
  private let door: HTTPServer
  private let trouble: WhatsAppSimulator.Trouble

  /// Webhooks go by `relay`.
  init(
    of script: Script, relay: Relay, rates: WhatsAppSimulator.Rates, trouble: WhatsAppSimulator.Trouble
  ) throws {
    self.trouble = trouble
    door = try HTTPServer(address: "127.0.0.1:0") { await relay.pass($0) }
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
    simulator = WhatsAppSimulator(configuration: configuration, now: { Date() }, client: HTTPClient())
    graph = try simulator.server()
  }

  /// Where our servers find WhatsApp.
  var graphURL: String { "http://127.0.0.1:\(graph.port)/simulator/graph" }

  /// WhatsApp in a hurry: it repeats soon what it could not deliver.
  private static var timing: WhatsAppSimulator.Timing {
    var timing = WhatsAppSimulator.Timing.lifelike
    (timing.sent, timing.delivered) = (.milliseconds(20), .milliseconds(40))
    timing.redelivery = Array(repeating: .milliseconds(250), count: 4_000)
    timing.lostAnswer = .milliseconds(800)
    timing.inFlightMax = 32
    return timing
  }

  static var badDay: WhatsAppSimulator.Trouble {
    var trouble = WhatsAppSimulator.Trouble.none
    (trouble.duplicates, trouble.reorder) = (0.1, 0.1)
    (trouble.loseAnswers, trouble.fail500) = (0.01, 0.01)
    trouble.slowAnswers = .init(share: 0.01, wait: .milliseconds(700))
    return trouble
  }

  func run() async {
    await simulator.set(trouble)
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await door.run() }
      group.addTask { await graph.run() }
      group.addTask { await simulator.run() }
    }
  }

  /// A person types and sends; returns WhatsApp's id of the message.
  @discardableResult
  func write(_ text: String, from phone: String) async throws -> String {
    try await simulator.say(text, from: phone, to: LittleShop.ownersChannel)
  }

  /// What they all saw.
  func arrivals() async -> [Arrival] {
    await simulator.received().flatMap { inbox in
      inbox.messages.map { message in
        Arrival(
          phone: inbox.person, reply: message.callbackData.flatMap { Int64($0) },
          quantity: message.words.flatMap(firstNumber), words: message.words ?? "", at: message.at)
      }
    }
  }
}

/// A reply that reached a phone.
struct Arrival: Sendable {
  let phone: String
  /// The row of the outbox, which goes along with every message.
  let reply: Int64?
  /// What the reply says was sold: its first number.
  let quantity: Int?
  let words: String
  let at: Date
}

private func firstNumber(_ text: String) -> Int? {
  Int(text.drop { !$0.isASCII || !$0.isNumber }.prefix { $0.isASCII && $0.isNumber })
}
