import Foundation
import Intents
import Language
import Messages

/// What a message says, before anybody asks what it means.
enum Heard: Hashable, Sendable {
  case words(String)
  case tap(Tap)
  /// A file, not fetched yet; and what became of fetching it.
  case document(Media)
  case file(ReceivedFile)
  /// A voice note, an order, a poll: nothing that we can read yet.
  case unreadable
  /// A picture or film, which we cannot read either. Those of an album come one by one, sent in the same second.
  case picture(sentAt: Date)
  case welcome
  /// Nothing that wants an answer.
  case nothing
}

/// What it means.
enum Understood: Hashable, Sendable {
  case frame(Frame, words: String)
  case tap(Tap)
  case file(ReceivedFile)
  case unreadable
  case welcome
  case nothing
}

func hear(_ message: InboundMessage) -> Heard {
  guard message.group == nil else { return .nothing }  // what is said among many is not said to us
  return hear(message.content, sentAt: message.sentAt)
}

func hear(_ content: Content, sentAt: Date) -> Heard {
  switch content {
  case .text(let text): .words(text.withoutNUL)
  // A button that we did not give out, a template's quick reply for one, counts as its words.
  case .button(let id, let title), .listRow(let id, let title): Tap(id: id).map(Heard.tap) ?? .words(title.withoutNUL)
  case .media(let media):
    switch media.kind {
    case .image, .video: .picture(sentAt: sentAt)
    case .document: .document(media)
    case .audio, .voice, .sticker: .unreadable
    }
  case .location, .contacts, .order, .form, .other: .unreadable
  case .welcome: .welcome
  case .reaction, .edit, .revoke, .system, .callPermission: .nothing
  }
}

extension Heard {
  /// Words go to the log of the conversation; the rest by its kind.
  var written: String {
    switch self {
    case .words(let text): text
    case .tap(let tap): "[\(tap.id)]"
    case .document, .file: "[file]"
    case .unreadable: "[unreadable]"
    case .picture: "[picture]"
    case .welcome: "[welcome]"
    case .nothing: "[nothing]"
    }
  }
}
