internal import HTTP

/// What our server asks of `POST /{phone_number_id}/messages`, read and checked as Meta checks it.
enum SendCommand: Equatable {
  case message(OutgoingMessage)
  /// Blue ticks on a person's message and all before it; with `typing`, three dots as well.
  case read(messageID: String, typing: Bool)
}

/// A message of ours before anybody got it.
struct OutgoingMessage: Equatable {
  let recipient: Address
  let content: Content
  let repliesTo: String?
  let callbackData: String?

  enum Address: Equatable {
    /// As it came: with or without `+`, perhaps a user id by mistake.
    case phone(String)
    case userID(String)

    var text: String {
      switch self {
      case .phone(let text), .userID(let text): text
      }
    }
  }

  static let callbackDataMax = 512
}

extension SendCommand {
  init(_ body: JSON) throws(GraphError) {
    guard body["messaging_product"]?.text == "whatsapp" else { throw .missing("messaging_product") }
    if let status = body["status"]?.text {
      guard status == "read" else { throw .notValid("status must be read.") }
      guard let messageID = body["message_id"]?.text else { throw .missing("message_id") }
      self = .read(messageID: messageID, typing: body["typing_indicator"]?["type"]?.text == "text")
    } else {
      self = .message(try OutgoingMessage(body))
    }
  }
}

extension OutgoingMessage {
  fileprivate init(_ body: JSON) throws(GraphError) {
    recipient = try OutgoingMessage.recipient(body)
    content = try Content(sent: body)
    repliesTo = body["context"]?["message_id"]?.text
    callbackData = body["biz_opaque_callback_data"]?.text
    if let callbackData {
      try checkLength(of: callbackData, 1...OutgoingMessage.callbackDataMax, name: "biz_opaque_callback_data")
    }
  }

  /// `to` wins when both are given.
  private static func recipient(_ body: JSON) throws(GraphError) -> Address {
    if let phone = body["to"]?.text, !phone.isEmpty { return .phone(phone) }
    if let userID = body["recipient"]?.text, !userID.isEmpty { return .userID(userID) }
    throw .missing("to")
  }
}
