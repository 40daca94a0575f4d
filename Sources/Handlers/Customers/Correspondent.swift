import Commerce
package import Database
package import Foundation
import Language
import Messages
import WhatsApp

/// Somebody else than who is writing now, to whom this message makes us write: the owner of whom a customer asks, a
/// customer who is answered or reminded.
struct Correspondent: Sendable {
  let conversation: Int64
  let channel: String
  let person: Int64
  let recipient: Recipient
  /// How they wrote last.
  let voice: Voice?
  let heardAt: Date?

  /// WhatsApp lets us write freely for a day after somebody's last message; what comes a minute before the end would
  /// arrive after it.
  func mayBeWrittenTo(at now: Date) -> Bool {
    heardAt.map { now.timeIntervalSince($0) < 24 * 3600 - 60 } ?? false
  }
}

extension Books {
  func correspondent(in conversation: Int64) async throws -> Correspondent? {
    try await correspondents(where: "c.conversation_id = \(conversation)").first
  }

  func correspondent(at counter: Counter) async throws -> Correspondent? {
    try await correspondents(where: "c.channel = \(counter.channel) and c.person_id = \(counter.person)").first
  }

  func owners() async throws -> [Correspondent] {
    try await correspondents(
      where: "(c.channel, c.person_id) in (select o.channel, o.person_id from owners_of_shop() o)")
  }

  private func correspondents(where condition: SQL) async throws -> [Correspondent] {
    try await query(
      """
      select c.conversation_id, c.channel, c.person_id, a.kind, a.address, c.voice, c.heard_at
      from conversations c cross join lateral address_of(c.channel, c.person_id) a
      where c.shop_id = \(shop) and \(condition)
      order by c.conversation_id
      """
    ).map { row in
      let (conversation, channel, person, kind, address, voice, heardAt) = try row.decode(
        Int64.self, String.self, Int64.self, String.self, String.self, String?.self, Date?.self)
      return Correspondent(
        conversation: conversation, channel: channel, person: person,
        recipient: kind == "user" ? .user(address) : .phone(address), voice: voice.flatMap(Voice.init),
        heardAt: heardAt)
    }
  }

  /// What was said so long ago.
  package func forgetMessages(before moment: Date) async throws {
    try await execute("delete from messages where shop_id = \(shop) and at < \(moment)")
  }

  /// Sends something to them, and writes it into the log of their conversation.
  func write(_ reply: Reply, to correspondent: Correspondent) throws {
    try transaction.enqueue(
      .reply(reply), to: correspondent.recipient, person: correspondent.person, on: correspondent.channel, shop: shop,
      inReplyTo: nil)
    try later(
      """
      insert into messages (shop_id, conversation_id, direction, text, at)
      values (\(shop), \(correspondent.conversation), 'out', \(reply.text.withoutNUL), \(now))
      """)
  }
}
