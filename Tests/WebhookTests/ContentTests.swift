import Foundation
import Messages
import Testing

@testable import Webhook

/// One row for each form of each type: what WhatsApp writes, and what we make of it.
@Suite struct ContentTests {
  struct Form: Sendable, CustomTestStringConvertible {
    let node: String
    let content: Content
    var testDescription: String { node }

    init(_ node: String, _ content: Content) {
      self.node = node
      self.content = content
    }
  }

  static let words = [
    Form(#""type": "text", "text": {"body": "5 किलो चीनी बेची 🙏"}"#, .text("5 किलो चीनी बेची 🙏")),
    Form(#""type": "text", "text": {"body": "a/b <c> 50% d@e\nf"}"#, .text("a/b <c> 50% d@e\nf")),
    Form(#""type": "text", "text": {"body": "a\u0000b"}"#, .text("a\u{0}b")),
    Form(#""type": "text", "text": {"body": 12}"#, .text("12")),
    Form(#""type": "text", "text": {"body": ""}"#, .other(type: "text")),
    Form(#""type": "text", "text": null"#, .other(type: "text")),
    Form(
      #""type": "edit", "edit": {"original_message_id": "wamid.O", "#
        + #""message": {"type": "text", "text": {"body": "6"}}}"#,
      .edit(of: "wamid.O", text: "6")),
    Form(
      #""type": "edit", "edit": {"original_message_id": "wamid.O", "#
        + #""message": {"type": "image", "image": {"caption": "चीनी"}}}"#,
      .edit(of: "wamid.O", text: "चीनी")),
    Form(#""type": "edit", "edit": {"original_message_id": "wamid.O"}"#, .edit(of: "wamid.O", text: nil)),
    Form(#""type": "edit""#, .other(type: "edit")),
    Form(#""type": "revoke", "revoke": {"original_message_id": "wamid.O"}"#, .revoke(of: "wamid.O")),
    Form(#""type": "request_welcome""#, .welcome),
  ]

  static let taps = [
    Form(
      #""type": "interactive", "interactive": {"type": "button_reply", "#
        + #""button_reply": {"id": "undo:7", "title": "पूर्ववत"}}"#,
      .button(id: "undo:7", title: "पूर्ववत")),
    Form(
      #""type": "interactive", "interactive": {"type": "list_reply", "#
        + #""list_reply": {"id": "item:3", "title": "Toor dal"}}"#,
      .listRow(id: "item:3", title: "Toor dal")),
    Form(
      #""type": "interactive", "interactive": {"type": "nfm_reply", "nfm_reply": "#
        + #"{"name": "address_message", "body": "Sent", "response_json": "{\"pin\": 1}"}}"#,
      .form(name: "address_message", response: #"{"pin": 1}"#)),
    Form(
      #""type": "interactive", "interactive": {"type": "nfm_reply", "#
        + #""nfm_reply": {"name": "flow", "response_json": [1]}}"#,
      .form(name: "flow", response: "[1]")),
    Form(
      #""type": "interactive", "interactive": {"type": "call_permission_reply", "#
        + #""call_permission_reply": {"response": "accept", "expiration_timestamp": 1790086400}}"#,
      .callPermission(isGiven: true, until: Date(timeIntervalSince1970: 1_790_086_400))),
    Form(#""type": "interactive", "interactive": {"type": "new_reply"}"#, .other(type: "interactive/new_reply")),
    Form(#""type": "interactive""#, .other(type: "interactive")),
    Form(#""type": "interactive", "interactive": null"#, .other(type: "interactive")),
    Form(#""type": "button", "button": {"payload": "STOP", "text": "Stop"}"#, .button(id: "STOP", title: "Stop")),
    Form(#""type": "button", "button": {"text": "Stop"}"#, .button(id: "Stop", title: "Stop")),
    Form(
      #""type": "reaction", "reaction": {"message_id": "wamid.O", "emoji": "👍🏽"}"#,
      .reaction(to: "wamid.O", emoji: "👍🏽")),
    Form(
      #""type": "reaction", "reaction": {"message_id": "wamid.O", "emoji": ""}"#, .reaction(to: "wamid.O", emoji: nil)),
    Form(#""type": "reaction", "reaction": {"message_id": "wamid.O"}"#, .reaction(to: "wamid.O", emoji: nil)),
  ]

  static let things = [
    Form(
      #""type": "image", "image": {"id": "77", "mime_type": "image/jpeg", "sha256": "aa+/=", "caption": "bill"}"#,
      .media(Media(kind: .image, id: "77", mimeType: "image/jpeg", sha256: "aa+/=", caption: "bill"))),
    Form(#""type": "audio", "audio": {"id": "78", "voice": true}"#, .media(Media(kind: .voice, id: "78"))),
    Form(#""type": "audio", "audio": {"id": "78"}"#, .media(Media(kind: .audio, id: "78"))),
    Form(
      #""type": "document", "document": {"id": "79", "filename": "../../rates.pdf"}"#,
      .media(Media(kind: .document, id: "79", fileName: "../../rates.pdf"))),
    Form(#""type": "sticker", "sticker": {"id": 80, "animated": true}"#, .media(Media(kind: .sticker, id: "80"))),
    Form(#""type": "video", "errors": [{"code": 131052}]"#, .media(Media(kind: .video, id: nil))),
    Form(
      #""type": "location", "location": {"latitude": 18.5, "longitude": "73.9", "address": "FC Road"}"#,
      .location(latitude: 18.5, longitude: 73.9, name: "FC Road")),
    Form(#""type": "location", "location": {"latitude": 18.5}"#, .other(type: "location")),
    Form(
      #""type": "contacts", "contacts": [{"name": {"formatted_name": "Vikram"}, "phones": "#
        + #"[{"phone": "+91 98", "wa_id": "9198"}, {"phone": "020"}]}, {}]"#,
      .contacts([ContactCard(name: "Vikram", phones: ["9198", "020"]), ContactCard(name: "", phones: [])])),
    Form(
      #""type": "order", "order": {"text": "jaldi", "product_items": "#
        + #"[{"product_retailer_id": "atta", "quantity": "2", "item_price": 285.5, "currency": "INR"}]}"#,
      .order(items: [OrderedItem(retailerID: "atta", quantity: 2)], note: "jaldi")),
    Form(
      #""type": "order", "order": {"product_items": [{"product_retailer_id": "atta", "quantity": 2}, "#
        + #"{"quantity": 1}]}"#,
      .other(type: "order")),
  ]

  static let news = [
    Form(
      #""type": "system", "system": {"type": "user_changed_number", "wa_id": "9199"}"#,
      .system(kind: "user_changed_number", newPhone: "9199", newUserID: nil)),
    Form(
      #""type": "system", "system": {"type": "user_changed_number", "new_wa_id": "9199"}"#,
      .system(kind: "user_changed_number", newPhone: "9199", newUserID: nil)),
    Form(
      #""type": "system", "system": {"type": "user_changed_user_id", "wa_id": "", "user_id": "IN.9"}"#,
      .system(kind: "user_changed_user_id", newPhone: nil, newUserID: "IN.9")),
    Form(
      #""type": "system", "system": {"type": "customer_identity_changed"}, "identity": {"hash": "x"}"#,
      .system(kind: "customer_identity_changed", newPhone: nil, newUserID: nil)),
    Form(
      #""type": "unsupported", "unsupported": {"type": "poll_creation"}, "errors": [{"code": 131051}]"#,
      .other(type: "unsupported/poll_creation")),
    Form(#""type": "unsupported", "errors": [{"code": 131060}]"#, .other(type: "unsupported")),
    Form(#""type": "unknown""#, .other(type: "unsupported")),
    Form(#""type": "hologram", "hologram": {"x": 1}"#, .other(type: "hologram")),
    Form(#""type": """#, .other(type: "missing")),
    Form(#""x": 1"#, .other(type: "missing")),
  ]

  @Test(arguments: words + taps + things + news)
  func `each form of a message is read`(form: Form) {
    #expect(Post.content(form.node) == form.content)
  }
}
