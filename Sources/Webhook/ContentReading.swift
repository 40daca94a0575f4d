internal import HTTP
internal import Messages

/// What a message carries, by its type. A type without its node, or one that we have never heard of, is `.other`: it is
/// a message all the same, and somebody waits for an answer.
extension Content {
  init(of item: JSON) {
    let type = item["type"]?.word ?? "missing"
    let node = item[type] ?? [:]
    let content: Content? =
      switch type {
      case "text": node["body"]?.word.map(Content.text)
      case "image": .media(Media(.image, node))
      case "video": .media(Media(.video, node))
      case "audio": .media(Media(node["voice"]?.flag == true ? .voice : .audio, node))
      case "document": .media(Media(.document, node))
      case "sticker": .media(Media(.sticker, node))
      case "location": .location(node)
      case "contacts": .contacts(node.array.map(ContactCard.init))
      case "interactive": .interactive(node)
      case "button": .tap(id: node["payload"]?.word, title: node["text"]?.word)
      case "order": .order(node)
      case "reaction": node["message_id"]?.identifier.map { .reaction(to: $0, emoji: node["emoji"]?.word) }
      case "system": .system(node)
      case "request_welcome": .welcome
      case "edit": node["original_message_id"]?.identifier.map { .edit(of: $0, text: correctedText(node["message"])) }
      case "revoke": node["original_message_id"]?.identifier.map(Content.revoke)
      case "unsupported", "unknown": .unsupported(node)
      default: nil
      }
    self = content ?? .other(type: type)
  }

  private static func location(_ node: JSON) -> Content? {
    guard let latitude = node["latitude"]?.real, let longitude = node["longitude"]?.real else { return nil }
    return .location(latitude: latitude, longitude: longitude, name: node["name"]?.word ?? node["address"]?.word)
  }

  private static func interactive(_ node: JSON) -> Content? {
    guard let type = node["type"]?.word else { return nil }
    let answer = node[type] ?? [:]
    switch type {
    case "button_reply":
      return .tap(id: answer["id"]?.word, title: answer["title"]?.word)
    case "list_reply":
      return answer["id"]?.word.map { .listRow(id: $0, title: answer["title"]?.word ?? "") }
    case "nfm_reply":
      return .form(name: answer["name"]?.word ?? "", response: answer["response_json"]?.written ?? "")
    case "call_permission_reply":
      return .callPermission(
        isGiven: answer["response"]?.word == "accept", until: answer["expiration_timestamp"]?.moment)
    default:
      return .other(type: "interactive/\(type)")
    }
  }

  /// A template's button may come without a payload; its words then say what was meant.
  private static func tap(id: String?, title: String?) -> Content? {
    (id ?? title).map { .button(id: $0, title: title ?? "") }
  }

  /// All lines or none: an order that lacks one silently is worse than a question.
  private static func order(_ node: JSON) -> Content? {
    let lines = node["product_items"]?.array ?? []
    let items = lines.compactMap { line -> OrderedItem? in
      guard let id = line["product_retailer_id"]?.word, let quantity = line["quantity"]?.integer, quantity > 0
      else { return nil }
      return OrderedItem(retailerID: id, quantity: quantity)
    }
    guard !items.isEmpty, items.count == lines.count else { return nil }
    return .order(items: items, note: node["text"]?.word)
  }

  /// Before Graph 12 the new number was called `new_wa_id`.
  private static func system(_ node: JSON) -> Content {
    .system(
      kind: node["type"]?.word ?? "unknown", newPhone: node["wa_id"]?.identifier ?? node["new_wa_id"]?.identifier,
      newUserID: node["user_id"]?.identifier)
  }

  /// Polls, pins and their kind; since 2025 WhatsApp says which.
  private static func unsupported(_ node: JSON) -> Content {
    .other(type: node["type"]?.word.map { "unsupported/\($0)" } ?? "unsupported")
  }
}

/// The new text of a message, or the new caption of its picture.
private func correctedText(_ message: JSON?) -> String? {
  guard let message, let type = message["type"]?.word else { return nil }
  return message[type]?["body"]?.word ?? message[type]?["caption"]?.word
}

extension Media {
  fileprivate init(_ kind: Kind, _ node: JSON) {
    self.init(
      kind: kind, id: node["id"]?.identifier, mimeType: node["mime_type"]?.word, sha256: node["sha256"]?.word,
      caption: node["caption"]?.word, fileName: node["filename"]?.word)
  }
}

extension ContactCard {
  fileprivate init(_ card: JSON) {
    self.init(
      name: card["name"]?["formatted_name"]?.word ?? card["name"]?["first_name"]?.word ?? "",
      phones: (card["phones"]?.array ?? []).compactMap { $0["wa_id"]?.word ?? $0["phone"]?.word })
  }
}

extension JSON {
  /// Documented as text that holds JSON; should it come as JSON itself, it is the same answer.
  fileprivate var written: String { text ?? String(decoding: encoded(), as: UTF8.self) }
}
