package import Foundation

/// One message that somebody sent to us, whatever the channel: “5 किलो चीनी बेची” from 98220…, or a tap on “Undo”.
package struct InboundMessage: Hashable, Sendable, Codable {
  /// The channel's own id of the message (on WhatsApp the wamid). Personal data: never logged as it is.
  package let id: String
  /// The business number that received it (on WhatsApp the phone number id); opaque.
  package let channel: String
  package let sender: Sender
  /// When the sender sent it, by the channel's clock.
  package let sentAt: Date
  package let content: Content
  /// The message that this one answers, where the channel says so.
  package let repliesTo: String?
  /// Its words are somebody else's, passed on by the sender. Nil in what an older version took in.
  package let forwarded: Bool?
  /// The group in which it was written; nil between two, which is nearly always. What is said there is for many ears.
  package let group: String?

  package init(
    id: String, channel: String, sender: Sender, sentAt: Date, content: Content, repliesTo: String? = nil,
    forwarded: Bool? = nil, group: String? = nil
  ) {
    self.id = id
    self.channel = channel
    self.sender = sender
    self.sentAt = sentAt
    self.content = content
    self.repliesTo = repliesTo
    self.forwarded = forwarded
    self.group = group
  }
}

extension InboundMessage {
  /// Whether we may write freely to the sender for a day from here. What WhatsApp itself tells in a person's name opens
  /// nothing, a group's message opens the group's day; of reactions, edits and revocations it is not said, and an
  /// answer that we hold back does less harm than one that is refused.
  package var opensWindow: Bool {
    guard group == nil else { return false }
    return switch content {
    case .system, .reaction, .edit, .revoke: false
    case .text, .button, .listRow, .media, .location, .contacts, .order, .form, .callPermission, .welcome, .other: true
    }
  }
}

/// Who wrote: a person is known by a business-scoped user id, a phone number, or both. At least one is there.
package struct Sender: Hashable, Sendable, Codable {
  /// Digits with country code, as the channel gives it; nil where the person hides it.
  package let phone: String?
  /// WhatsApp's business-scoped user id, `IN.…`.
  package let userID: String?
  package let profileName: String?

  /// Nil when neither a phone nor a user id is known. Absent, null and "" mean the same (real traffic carries all three).
  package init?(phone: String?, userID: String?, profileName: String? = nil) {
    let phone = phone.flatMap { $0.isEmpty ? nil : $0 }
    let userID = userID.flatMap { $0.isEmpty ? nil : $0 }
    guard phone != nil || userID != nil else { return nil }
    self.phone = phone
    self.userID = userID
    self.profileName = profileName.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// What a lane and an answer are addressed to: the user id where known, else the phone.
  package var address: String { userID ?? phone ?? "" }
}

/// What a message carries.
package enum Content: Hashable, Sendable, Codable {
  case text(String)
  /// A tap on one of our buttons; `id` is what we gave it.
  case button(id: String, title: String)
  /// A choice from one of our lists.
  case listRow(id: String, title: String)
  case media(Media)
  case location(latitude: Double, longitude: Double, name: String?)
  case contacts([ContactCard])
  /// `emoji` is nil when the reaction was taken back.
  case reaction(to: String, emoji: String?)
  case order(items: [OrderedItem], note: String?)
  /// A form or address filled in: its name and its answer, JSON text.
  case form(name: String, response: String)
  /// Whether we may ring the sender; without an end it holds for good, or for once.
  case callPermission(isGiven: Bool, until: Date?)
  /// The sender opened the chat for the first time and wrote nothing.
  case welcome
  /// Corrected text of an earlier message.
  case edit(of: String, text: String?)
  /// An earlier message was deleted by its sender.
  case revoke(of: String)
  /// Something about the person changed (number, user id, security code).
  case system(kind: String, newPhone: String?, newUserID: String?)
  /// Anything else, by the name that the channel gives it: polls, stickers of the future.
  case other(type: String)
}

/// A picture, sound, film, sticker or file that waits at the channel to be fetched.
package struct Media: Hashable, Sendable, Codable {
  package enum Kind: String, Hashable, Sendable, Codable { case image, video, audio, voice, document, sticker }

  package let kind: Kind
  /// Nil when the channel could not hand it over.
  package let id: String?
  package let mimeType: String?
  /// As the channel gives it (base64 or hex); nil where it does not.
  package let sha256: String?
  package let caption: String?
  /// Untrusted.
  package let fileName: String?

  package init(
    kind: Kind, id: String?, mimeType: String? = nil, sha256: String? = nil, caption: String? = nil,
    fileName: String? = nil
  ) {
    self.kind = kind
    self.id = id
    self.mimeType = mimeType
    self.sha256 = sha256
    self.caption = caption
    self.fileName = fileName
  }
}

/// A visiting card.
package struct ContactCard: Hashable, Sendable, Codable {
  package let name: String
  package let phones: [String]

  package init(name: String, phones: [String]) {
    self.name = name
    self.phones = phones
  }
}

/// A line of a catalogue order; prices as the channel says, to be checked against our own.
package struct OrderedItem: Hashable, Sendable, Codable {
  package let retailerID: String
  package let quantity: Int64

  package init(retailerID: String, quantity: Int64) {
    self.retailerID = retailerID
    self.quantity = quantity
  }
}
