internal import Foundation

/// Whose chat with which number: “Sunita on the owners' number”.
struct ChatKey: Hashable, Sendable {
  let person: String
  let number: String
}

/// A bubble in a chat, written by the person or by the shop.
struct Message: Sendable {
  let id: String
  let chat: ChatKey
  let fromPerson: Bool
  let content: Content
  let at: Date
  var repliesTo: String?
  /// What our server gave along, to be handed back with every status.
  var callbackData: String?
  var state = State.accepted

  /// How far it came. A person's message is `delivered` when our server took the webhook and `read` when it said so.
  enum State: Int, Comparable, Sendable {
    case accepted, sent, delivered, read, failed

    static func < (left: State, right: State) -> Bool { left.rawValue < right.rawValue }

    var name: String {
      switch self {
      case .accepted: "accepted"
      case .sent: "sent"
      case .delivered: "delivered"
      case .read: "read"
      case .failed: "failed"
      }
    }
  }
}

/// What a bubble shows.
enum Content: Sendable, Equatable {
  case text(String)
  case buttons(Framed, [Choice])
  case list(Framed, button: String, sections: [Section])
  case attachment(Attachment)
  case location(Place)
  case template(SentTemplate)
  /// The person tapped a button or chose a row of a list of ours.
  case tap(Choice, inList: Bool)
  /// Sits on another bubble; an empty emoji takes it away.
  case reaction(to: String, emoji: String)
}

/// The words around buttons and lists.
struct Framed: Sendable, Equatable {
  var header: String?
  var headerAttachment: Attachment?
  var text: String
  var footer: String?
}

/// A button, or a row of a list.
struct Choice: Sendable, Equatable {
  let id: String
  let title: String
  var description: String?
}

/// A heading in a list and the rows under it.
struct Section: Sendable, Equatable {
  let title: String?
  let rows: [Choice]
}

/// A picture, sound, film, sticker or file: by the id of an upload, or by a link that is shown and never fetched.
struct Attachment: Sendable, Equatable {
  enum Kind: String, Sendable, CaseIterable { case image, audio, video, document, sticker }
  enum Source: Sendable, Equatable { case id(String), link(String) }

  let kind: Kind
  let source: Source
  var mimeType: String?
  var caption: String?
  var fileName: String?
  var isVoice = false
}

/// A pin on the map.
struct Place: Sendable, Equatable {
  let latitude: Double
  let longitude: Double
  let name: String?
  let address: String?
}
