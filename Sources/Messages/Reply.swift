/// One answer of ours, whatever the channel: words, at most three buttons or one list, and a file where one belongs to it.
package struct Reply: Hashable, Sendable, Codable {
  package let text: String
  package let choices: Choices
  package let attachment: Attachment?

  package init(_ text: String, choices: Choices = .none, attachment: Attachment? = nil) {
    // WhatsApp shows a file above buttons, never above a list.
    if case .list = choices { precondition(attachment == nil, "a list carries no file") }
    self.text = text
    self.choices = choices
    self.attachment = attachment
  }
}

/// What can be tapped under a reply.
package enum Choices: Hashable, Sendable, Codable {
  case none
  case buttons([Button])
  case list(button: String, rows: [ListRow])

  /// WhatsApp's limits, in Unicode scalars where they are lengths.
  package enum Limit {
    package static let buttons = 3
    package static let buttonTitle = 20
    package static let buttonID = 256
    package static let rows = 10
    package static let rowTitle = 24
    package static let rowDescription = 72
    package static let rowID = 200
    package static let textWithButtons = 1024
    package static let text = 4096
    /// Under a picture or a document.
    package static let caption = 1024
  }
}

/// A reply button: `id` comes back when it is tapped.
package struct Button: Hashable, Sendable, Codable {
  package let id: String
  package let title: String

  package init(id: String, title: String) {
    self.id = id
    self.title = title
  }
}

/// A row of a list: `id` comes back when it is chosen.
package struct ListRow: Hashable, Sendable, Codable {
  package let id: String
  package let title: String
  package let detail: String?

  package init(id: String, title: String, detail: String? = nil) {
    self.id = id
    self.title = title
    self.detail = detail
  }
}
