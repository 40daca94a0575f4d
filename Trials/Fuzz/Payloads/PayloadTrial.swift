import Foundation
import HTTP
import Messages
import Webhook

/// Bodies that WhatsApp never sent, through the decoder that reads what WhatsApp sends.
///
/// A body that is JSON is never refused as a whole, each of its items is kept in one of the three ways, what is read
/// can be written and read again, and a message that was spoiled in the database is refused without a fault.
struct PayloadTrial: Trial {
  private let composer: Composer

  private static let arrival = Date(timeIntervalSince1970: 1_790_000_600)
  /// Near the limit of the product the parsers count differently; both sides of it are tried.
  private static let depthSurelyTaken = JSON.depthMax - 4

  private static let outbound: [OutboundMessage] = [
    .reply(Reply("✅ 5 किलो चीनी", choices: .buttons([Button(id: "undo:71", title: "Undo")]))),
    .reply(Reply("कौन सी?", choices: .list(button: "चुनिए", rows: [ListRow(id: "item:3", title: "चीनी", detail: "₹44")]))),
    .reaction(to: "wamid.in.1", emoji: "👍"),
  ]

  init() throws { composer = Composer(try Seeds()) }

  func input(_ chance: inout Chance) -> [UInt8] { composer.hostile(&chance) }

  func check(_ input: [UInt8]) throws(Violation) {
    let delivery = Delivery(body: input, receivedAt: Self.arrival)
    try checkWhole(input, delivery)
    if let root = parsed(input) {
      try Conservation(root).check(delivery)
      try checkWriting(root)
    }
    for received in delivery.messages.prefix(2) {
      try checkStorage(received, Chance(seed: fingerprint(input), number: 0))
    }
  }

  /// Against the grammar: JSON is read, whatever it says; what is no JSON is kept as it came.
  private func checkWhole(_ input: [UInt8], _ delivery: Delivery) throws(Violation) {
    let depth = Grammar.depth(of: input)
    if let depth, depth <= Self.depthSurelyTaken, delivery.notes.contains(where: { $0.kind == "body" }) {
      throw Violation("a body that is JSON was refused as a whole")
    }
    if depth == nil, parsed(input) != nil { throw Violation("the parser took what is no JSON") }
  }

  private func checkWriting(_ root: JSON) throws(Violation) {
    let written = root.encoded()
    guard parsed(written)?.encoded() == written else { throw Violation("what was read cannot be written and read") }
  }

  private func checkStorage(_ received: Received, _ chance: Chance) throws(Violation) {
    let message = received.message
    guard !message.id.isEmpty, !message.channel.isEmpty, !message.sender.address.isEmpty else {
      throw Violation("a message without id, number or sender")
    }
    do {
      let stored = try JSONEncoder().encode(message)
      guard try JSONDecoder().decode(InboundMessage.self, from: stored) == message else {
        throw Violation("a message is another one after it was stored")
      }
      var chance = chance
      refuseQuietly(composer.spoiled(try JSON(parsing: Array(stored)), &chance), as: InboundMessage.self)
      let outbound = try JSONEncoder().encode(chance.one(of: Self.outbound))
      refuseQuietly(composer.spoiled(try JSON(parsing: Array(outbound)), &chance), as: OutboundMessage.self)
    } catch let violation as Violation {
      throw violation
    } catch {
      throw Violation("a message cannot be stored: \(error)")
    }
  }

  /// Read or refused, both are well; it must only return.
  private func refuseQuietly<Stored: Decodable>(_ stored: [UInt8], as type: Stored.Type) {
    do { _ = try JSONDecoder().decode(type, from: Data(stored)) } catch {}
  }

  private func parsed(_ bytes: [UInt8]) -> JSON? {
    do { return try JSON(parsing: bytes) } catch { return nil }
  }
}

/// FNV-1a: the same input has the same consequences, also when it is replayed from a file.
func fingerprint(_ bytes: [UInt8]) -> UInt64 {
  bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
}
