import Foundation
import HTTP
import Messages

@testable import Webhook

/// A POST as WhatsApp would make it, from readable JSON. The shop is Asha's; Ravi is her customer.
enum Post {
  static let channel = "100000000000001"
  static let arrival = Date(timeIntervalSince1970: 1_790_000_600)

  static let asha = #"{"profile": {"name": "Asha Kulkarni"}, "wa_id": "919800000001", "user_id": "IN.1001"}"#
  static let ravi = #"{"profile": {"name": "रवि शर्मा"}, "wa_id": "919800000002", "user_id": "IN.1002"}"#

  /// A change of the field `messages`; `more` holds members of the value, `messages` and so on.
  static func body(_ more: String, contacts: String = "[\(asha), \(ravi)]") -> [UInt8] {
    let metadata = #"{"display_phone_number": "912000000000", "phone_number_id": "\#(channel)"}"#
    return body(
      field: "messages",
      value: #"{"messaging_product": "whatsapp", "metadata": \#(metadata), "contacts": \#(contacts), \#(more)}"#)
  }

  static func body(field: String, value: String) -> [UInt8] {
    wire(
      #"{"object": "whatsapp_business_account", "entry": [{"id": "2001", "changes": "#
        + #"[{"field": "\#(field)", "value": \#(value)}]}]}"#)
  }

  /// One message of Asha's; `node` is its type and what belongs to it.
  static func message(_ node: String, id: String = "wamid.A1") -> [UInt8] {
    body(
      #""messages": [{"from": "919800000001", "from_user_id": "IN.1001", "id": "\#(id)","#
        + #" "timestamp": "1790000000", \#(node)}]"#)
  }

  static func status(_ members: String) -> [UInt8] {
    body(#""statuses": [{\#(members)}]"#)
  }

  static func read(_ body: [UInt8]) -> Delivery {
    Delivery(body: body, receivedAt: arrival)
  }

  static func content(_ node: String) -> Content? {
    read(message(node)).messages.first?.message.content
  }

  /// Meta's letters: everything beyond ASCII as `\uXXXX` in lower case, and `/`, `<`, `%`, `@` escaped too.
  static func wire(_ json: String) -> [UInt8] {
    json.utf16.flatMap { unit -> [UInt8] in
      switch unit {
      case UInt16(UInt8(ascii: "/")): Array(#"\/"#.utf8)
      case UInt16(UInt8(ascii: "<")), UInt16(UInt8(ascii: "%")), UInt16(UInt8(ascii: "@")), 0x80...: escaped(unit)
      default: [UInt8(unit)]
      }
    }
  }

  private static func escaped(_ unit: UInt16) -> [UInt8] {
    let digits = String(unit, radix: 16)
    return Array((#"\u"# + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
  }
}
