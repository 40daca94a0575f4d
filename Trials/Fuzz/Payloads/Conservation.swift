import HTTP
import Messages
import Webhook

/// The rule of the webhook, once more and as plainly as possible: each thing that stands in a body is a message, a
/// status or a note afterwards, and nothing comes out that did not go in.
struct Conservation {
  private var messages: [JSON] = []
  private var statuses: [JSON] = []
  /// Everything that must leave a note behind, by a name for the report.
  private var others: [String] = []

  init(_ root: JSON) {
    guard root["object"]?.text == "whatsapp_business_account" else {
      others = ["an event of another product"]
      return
    }
    for entry in elements(of: root, in: "entry") {
      for change in elements(of: entry, in: "changes") { count(change) }
    }
  }

  private mutating func elements(of node: JSON, in name: String) -> [JSON] {
    guard case .array(let elements)? = node[name] else {
      others.append("“\(name)” that is no list")
      return []
    }
    return elements
  }

  private mutating func count(_ change: JSON) {
    guard change["field"]?.text == "messages" else { return others.append("a change of another field") }
    guard case .object(let members)? = change["value"] else { return others.append("a change without a value") }
    var hasUnknown = false
    for (name, value) in members where value != .null {
      switch (name, value) {
      case ("messaging_product", _), ("metadata", _), ("contacts", _): break
      case ("messages", .array(let items)): messages += items
      case ("statuses", .array(let items)): statuses += items
      case ("messages", _), ("statuses", _): others.append("“\(name)” that is no list")
      case ("errors", _): others.append("errors of the account")
      default: hasUnknown = true
      }
    }
    if hasUnknown { others.append("what nobody knows yet") }
  }

  func check(_ delivery: Delivery) throws(Violation) {
    var kept = Dictionary(delivery.messages.map { ($0.raw, 1) }, uniquingKeysWith: +)
    var noted = Dictionary(delivery.notes.map { ($0.raw, 1) }, uniquingKeysWith: +)
    var reported = Dictionary(delivery.statuses.map { ($0.messageID, 1) }, uniquingKeysWith: +)
    for item in messages {
      let raw = item.encoded()
      guard remove(raw, from: &kept) || remove(raw, from: &noted) else { throw lost("a message", item) }
    }
    for item in statuses {
      // The notes first: they are exact, while two statuses may well name one message.
      guard remove(item.encoded(), from: &noted) || remove(item["id"]?.text, from: &reported) else {
        throw lost("a status", item)
      }
    }
    guard kept.isEmpty, reported.isEmpty else { throw Violation("a message or a status came out of nothing") }
    guard noted.values.reduce(0, +) >= others.count else {
      throw Violation("lost: one of \(others.joined(separator: ", "))")
    }
  }

  private func lost(_ what: String, _ item: JSON) -> Violation {
    Violation("\(what) was lost: \(String(decoding: item.encoded(), as: UTF8.self))")
  }
}

private func remove<Key: Hashable>(_ key: Key?, from counts: inout [Key: Int]) -> Bool {
  guard let key, let count = counts[key] else { return false }
  counts[key] = count > 1 ? count - 1 : nil
  return true
}
