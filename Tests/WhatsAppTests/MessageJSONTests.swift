import HTTP
import Messages
import Testing

@testable import WhatsApp

@Suite struct MessageJSONTests {
  private func json(_ message: OutboundMessage, upload: String? = nil) -> JSON {
    .object(message.members(upload: upload))
  }

  private func parsed(_ text: String) throws -> JSON { try JSON(parsing: Array(text.utf8)) }

  @Test func `words alone go as text without a preview of links`() throws {
    let expected = try parsed(#"{"type": "text", "text": {"body": "चीनी: 12 किलो", "preview_url": false}}"#)
    #expect(json(.reply(Reply("चीनी: 12 किलो"))) == expected)
    #expect(json(.reply(Reply("चीनी: 12 किलो", choices: .buttons([])))) == expected)
    #expect(json(.reply(Reply("चीनी: 12 किलो", choices: .list(button: "चुनें", rows: [])))) == expected)
  }

  @Test func `buttons go as reply buttons`() throws {
    let reply = Reply("बेची: 5 किलो", choices: .buttons([Button(id: "undo:7", title: "वापस लो")]))
    let expected = try parsed(
      #"""
      {"type": "interactive", "interactive": {"type": "button", "body": {"text": "बेची: 5 किलो"}, "action":
        {"buttons": [{"type": "reply", "reply": {"id": "undo:7", "title": "वापस लो"}}]}}}
      """#)
    #expect(json(.reply(reply)) == expected)
  }

  @Test func `a list goes as one section`() throws {
    let rows = [
      ListRow(id: "item:1", title: "Toor dal", detail: "12 kg left"), ListRow(id: "item:2", title: "Moong dal"),
    ]
    let expected = try parsed(
      #"""
      {"type": "interactive", "interactive": {"type": "list", "body": {"text": "Which dal?"}, "action":
        {"button": "Choose", "sections": [{"rows": [
          {"id": "item:1", "title": "Toor dal", "description": "12 kg left"},
          {"id": "item:2", "title": "Moong dal"}]}]}}}
      """#)
    #expect(json(.reply(Reply("Which dal?", choices: .list(button: "Choose", rows: rows)))) == expected)
  }

  private static let workbook = Attachment(kind: .document, name: "स्टॉक 21 नवंबर.xlsx", file: 7)
  private static let code = Attachment(kind: .image, name: "pay.png", file: 8)

  @Test func `a file goes with the words below it`() throws {
    let document = try parsed(
      #"{"type": "document", "document": {"id": "900", "filename": "स्टॉक 21 नवंबर.xlsx", "caption": "स्टॉक"}}"#)
    #expect(json(.reply(Reply("स्टॉक", attachment: Self.workbook)), upload: "900") == document)
    let image = try parsed(#"{"type": "image", "image": {"id": "901", "caption": "₹200"}}"#)
    #expect(json(.reply(Reply("₹200", choices: .buttons([]), attachment: Self.code)), upload: "901") == image)
    let bare = try parsed(#"{"type": "image", "image": {"id": "901"}}"#)
    #expect(json(.reply(Reply("", attachment: Self.code)), upload: "901") == bare)
  }

  @Test func `above buttons a file is their head`() throws {
    let reply = Reply("₹200", choices: .buttons([Button(id: "a", title: "भेजो")]), attachment: Self.code)
    let expected = try parsed(
      #"""
      {"type": "interactive", "interactive": {"type": "button", "header": {"type": "image", "image": {"id": "901"}},
        "body": {"text": "₹200"}, "action":
        {"buttons": [{"type": "reply", "reply": {"id": "a", "title": "भेजो"}}]}}}
      """#)
    #expect(json(.reply(reply), upload: "901") == expected)
  }

  @Test func `what stands below a file is cut where WhatsApp cuts it`() {
    let reply = Reply(String(repeating: "क", count: 2000), attachment: Self.workbook)
    let caption = json(.reply(reply), upload: "900")["document"]?["caption"]?.text
    #expect(caption?.unicodeScalars.count == 1024)
  }

  @Test func `a reaction names the message`() throws {
    let expected = try parsed(#"{"type": "reaction", "reaction": {"message_id": "wamid.A1", "emoji": "👍"}}"#)
    #expect(json(.reaction(to: "wamid.A1", emoji: "👍")) == expected)
  }

  @Test(arguments: [
    (Recipient.phone("919800000001"), "to", "+919800000001"), (.phone("+919800000001"), "to", "+919800000001"),
    (.user("IN.1002"), "recipient", "IN.1002"),
  ])
  func `a phone goes with “+”, a user id under a name of its own`(recipient: Recipient, name: String, value: String) {
    #expect(recipient.members == [name: .string(value)])
  }

  @Test func `more choices and longer words than WhatsApp takes are cut`() {
    let long = String(repeating: "क्षि", count: 2000)
    let buttons = (1...4).map { Button(id: "\($0)", title: long) }
    let action = json(.reply(Reply(long, choices: .buttons(buttons))))["interactive"]
    #expect(action?["action"]?["buttons"]?.array.count == 3)
    #expect(action?["body"]?["text"]?.text?.unicodeScalars.count == 1021)
    let rows = (1...11).map { ListRow(id: "\($0)", title: long, detail: long) }
    let list = json(.reply(Reply(long, choices: .list(button: long, rows: rows))))["interactive"]
    let sent = list?["action"]?["sections"]?[0]?["rows"]?.array ?? []
    #expect(sent.count == 10)
    #expect(sent.allSatisfy { $0["title"]?.text == String(repeating: "क्षि", count: 5) + "…" })
  }
}

@Suite struct CutTests {
  @Test(arguments: [
    ("चीनी", 4, "चीनी"), ("चीनी", 3, "ची…"), ("चीनी", 2, "…"), ("abc", 3, "abc"), ("abcd", 3, "ab…"), ("", 5, ""),
    ("👨‍👩‍👧x", 5, "…"), ("👨‍👩‍👧xy", 7, "👨‍👩‍👧xy"), ("a🇮🇳b", 3, "a…"),
  ])
  func `a cluster is left whole or left out`(text: String, scalarsMax: Int, cut: String) {
    #expect(text.cut(to: scalarsMax) == cut)
  }

  @Test func `whatever is cut is short enough, a beginning, and the longest there is`() {
    let text = "१२ किलो चीनी 👨‍👩‍👧 बेची, क्षत्रिय e\u{301}\r\n🇮🇳🇮🇳"
    for scalarsMax in 1...text.unicodeScalars.count {
      let cut = text.cut(to: scalarsMax)
      #expect(cut.unicodeScalars.count <= scalarsMax)
      #expect(cut == text || cut.hasSuffix("…") && text.hasPrefix(cut.dropLast()))
    }
  }
}

@Suite struct StoredMessageTests {
  /// Rows written by one version are sent by the next: these texts may be added to, never changed.
  static let forms: [(OutboundMessage, String)] = [
    (.reply(Reply("क/ख")), #"{"reply":{"_0":{"choices":{"none":{}},"text":"क/ख"}}}"#),
    (
      .reply(Reply("a", choices: .buttons([Button(id: "1", title: "b")]))),
      #"{"reply":{"_0":{"choices":{"buttons":{"_0":[{"id":"1","title":"b"}]}},"text":"a"}}}"#
    ),
    (
      .reply(Reply("a", choices: .list(button: "b", rows: [ListRow(id: "1", title: "c", detail: "d")]))),
      #"{"reply":{"_0":{"choices":{"list":{"button":"b","rows":[{"detail":"d","id":"1","title":"c"}]}},"text":"a"}}}"#
    ),
    (
      .reply(Reply("a", attachment: Attachment(kind: .image, name: "b.png", file: 7))),
      #"{"reply":{"_0":{"attachment":{"file":7,"kind":"image","name":"b.png"},"choices":{"none":{}},"text":"a"}}}"#
    ),
    (.reaction(to: "wamid.A1", emoji: "👍"), #"{"reaction":{"emoji":"👍","to":"wamid.A1"}}"#),
  ]

  @Test(arguments: forms)
  func `a message keeps the form in which it is stored`(message: OutboundMessage, text: String) throws {
    #expect(try StoredMessage.text(message) == text)
    #expect(try StoredMessage.message(text) == message)
  }

  @Test func `a NUL is left out, six letters that look like one stay`() throws {
    let text = try StoredMessage.text(.reply(Reply(#"a\#u{0}b\u0000"#)))
    #expect(try StoredMessage.message(text) == .reply(Reply(#"ab\u0000"#)))
  }
}
