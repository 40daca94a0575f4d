import Foundation
import HTTP
import Messages
import Testing

@testable import Webhook

@Suite struct EnvelopeTests {
  private func first(_ members: String, contacts: String = "[\(Post.ravi), \(Post.asha)]") -> InboundMessage? {
    Post.read(Post.body(#""messages": [{\#(members)}]"#, contacts: contacts)).messages.first?.message
  }

  @Test func `a message says who wrote it, when, to which number and in answer to what`() throws {
    let message = first(
      #""from": "919800000001", "from_user_id": "IN.1001", "id": "wamid.A1", "timestamp": "1790000000","#
        + #" "type": "text", "text": {"body": "hi"}, "context": {"id": "wamid.O"}, "group_id": "G1""#)
    let asha = try #require(Sender(phone: "919800000001", userID: "IN.1001", profileName: "Asha Kulkarni"))
    let expected = InboundMessage(
      id: "wamid.A1", channel: Post.channel, sender: asha, sentAt: Date(timeIntervalSince1970: 1_790_000_000),
      content: .text("hi"), repliesTo: "wamid.O", group: "G1")
    #expect(message == expected)
  }

  @Test(arguments: [
    (#"{"forwarded": true}"#, true), (#"{"frequently_forwarded": true}"#, true), (#"{"id": "wamid.O"}"#, nil),
  ])
  func `a message tells whether its words were passed on`(context: String, forwarded: Bool?) {
    let message = first(
      #""from": "919800000001", "id": "wamid.A1", "type": "text", "text": {"body": "hi"}, "context": \#(context)"#)
    #expect(message?.forwarded == forwarded)
  }

  @Test(arguments: [
    #""from": "919800000001""#, #""from_user_id": "IN.1001""#, #""from": "", "from_user_id": "IN.1001""#,
    #""from": null, "from_user_id": "IN.1001""#, #""from": 919800000001, "from_user_id": """#,
  ])
  func `whichever of phone and user id is missing is found among the contacts`(members: String) {
    let sender = first(members + #", "id": "wamid.A1""#)?.sender
    #expect(sender == Sender(phone: "919800000001", userID: "IN.1001", profileName: "Asha Kulkarni"))
  }

  @Test func `somebody whom the contacts do not name is no namesake of theirs`() {
    let sender = first(#""from_user_id": "IN.7", "id": "wamid.A1""#, contacts: "[{}, \(Post.ravi)]")?.sender
    #expect(sender == Sender(phone: nil, userID: "IN.7"))
  }

  @Test(arguments: [
    (#""1790000000""#, 1_790_000_000.0), ("1790000000", 1_790_000_000), (#""""#, 1_790_000_600),
    ("null", 1_790_000_600),
    (#""yesterday""#, 1_790_000_600), ("1790000000000", 1_790_000_600), ("-5", 1_790_000_600), ("1e300", 1_790_000_600),
  ])
  func `a time is a number or text, and when it is neither the arrival counts`(written: String, seconds: Double) {
    let message = first(#""from": "9198", "id": "wamid.A1", "timestamp": \#(written)"#)
    #expect(message?.sentAt.timeIntervalSince1970 == seconds)
  }

  @Test func `a broken message does not hold up its neighbours`() {
    let good = { (id: String) in #"{"from": "9198", "id": "\#(id)", "type": "text", "text": {"body": "x"}}"# }
    let broken = #"{"id": "wamid.N"}, {"from": "9198"}, "text", null, [], {"from": "9198", "id": "a\u0000b"}"#
    let delivery = Post.read(Post.body(#""messages": [\#(good("1")), \#(broken), \#(good("2"))]"#))
    #expect(delivery.messages.map(\.message.id) == ["1", "2"])
    #expect(delivery.notes.map(\.reason) == ["no sender", "no id", "no id", "no id", "no id", "no id"])
    #expect(delivery.notes.allSatisfy { $0.isDeadLetter && $0.kind == "message" })
    #expect(delivery.notes.first?.raw == Array(#"{"id":"wamid.N"}"#.utf8))
  }

  @Test func `half an emoji does not cost the other messages of the POST`() {
    let body = Post.body(
      #""messages": [{"from": "1", "id": "1", "type": "text", "text": {"body": "a\ud83d \u0915\ud83d\ude4f"}}]"#)
    #expect(Post.read(body).messages.map(\.message.content) == [.text("a\u{FFFD} क🙏")])
  }

  @Test func `broken UTF-8 does not cost the other messages of the POST`() {
    let (before, after) = (Post.message(#""type": "text", "text": {"body": "a"#), Array(#""}}]}}]}]}"#.utf8))
    let head = before.prefix(before.count - Array(#"}]}}]}]}"#.utf8).count)
    #expect(Post.read(head + [0xF0, 0x9F, 0x99] + after).messages.map(\.message.content) == [.text("a\u{FFFD}")])
  }

  @Test func `both copies of a message that comes twice are handed on`() {
    let message = #"{"from": "9198", "id": "wamid.A1", "type": "text", "text": {"body": "x"}}"#
    #expect(Post.read(Post.body(#""messages": [\#(message), \#(message)]"#)).messages.count == 2)
  }

  @Test func `a message for no number of ours is a dead letter`() {
    let value = #"{"messages": [{"from": "9198", "id": "1"}], "statuses": [{"id": "2", "status": "sent"}]}"#
    let notes = Post.read(Post.body(field: "messages", value: value)).notes
    #expect(notes.map(\.reason) == ["no phone number id", "no phone number id"])
  }

  @Test(arguments: ["history", "smb_message_echoes", "account_update", "calls", "brand_new"])
  func `messages under another field are noted, never answered`(field: String) throws {
    let value = #"{"metadata": {"phone_number_id": "1"}, "messages": [{"from": "9198", "id": "1", "type": "text"}]}"#
    let delivery = Post.read(Post.body(field: field, value: value))
    #expect(delivery.messages.isEmpty)
    #expect(delivery.notes.map(\.kind) == [field])
    let raw = try JSON(parsing: try #require(delivery.notes.first?.raw))
    #expect(raw["id"] == "2001" && raw["changes"]?[0]?["field"]?.text == field)
  }

  @Test func `errors of the account and what we do not know yet are noted`() {
    let errors = Post.read(Post.body(#""errors": [{"code": 130429}]"#))
    #expect(errors.notes.map(\.kind) == ["errors"])
    let unknown = Post.read(Post.body(#""holograms": [{"id": "1"}]"#))
    #expect(unknown.notes.map(\.kind) == ["messages"])
  }

  @Test(arguments: [(#"{"object": "page", "entry": [1]}"#, "object/page"), ("[]", "object/"), ("7", "object/")])
  func `events of other products are noted`(body: String, kind: String) {
    #expect(Post.read(Array(body.utf8)).notes.map(\.kind) == [kind])
  }

  @Test(arguments: [
    #"{"object": "whatsapp_business_account", "entry": []}"#,
    #"{"object": "whatsapp_business_account", "entry": [{"changes": []}]}"#,
  ])
  func `an envelope without anything in it is nothing`(body: String) {
    #expect(Post.read(Array(body.utf8)).isEmpty)
  }

  @Test(arguments: [
    (#"{"object": "whatsapp_business_account"}"#, "entry"),
    (#"{"object": "whatsapp_business_account", "entry": {"changes": [{}]}}"#, "entry"),
    (#"{"object": "whatsapp_business_account", "entry": [{"messaging": []}]}"#, "changes"),
    (#"{"object": "whatsapp_business_account", "entry": [{"changes": {"field": "messages"}}]}"#, "changes"),
    (#"{"object": "whatsapp_business_account", "entry": [{"changes": [{"field": "messages"}]}]}"#, "change"),
    (
      #"{"object": "whatsapp_business_account", "entry": [{"changes": [{"field": "messages", "value": 1}]}]}"#, "change"
    ),
  ])
  func `an envelope of another form is a dead letter, for something may be in it`(body: String, kind: String) {
    let notes = Post.read(Array(body.utf8)).notes
    #expect(notes.map(\.kind) == [kind])
    #expect(notes.map(\.isDeadLetter) == [true])
  }

  @Test func `what we do not know yet is noted beside messages too`() {
    let delivery = Post.read(Post.body(#""statuses": [{"id": "1", "status": "sent"}], "holograms": [1]"#))
    #expect(delivery.statuses.count == 1)
    #expect(delivery.notes.map(\.kind) == ["messages"])
  }

  @Test func `a list that is none is a dead letter`() {
    #expect(Post.read(Post.body(#""messages": {"id": "1"}"#)).notes.map(\.isDeadLetter) == [true])
  }
}
