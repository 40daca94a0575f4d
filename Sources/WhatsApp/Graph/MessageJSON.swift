internal import HTTP
internal import Messages

/// What we want to say, in the Graph API's words.
extension OutboundMessage {
  /// The type of the message and the members that belong to it.
  ///
  /// - Parameter upload: what WhatsApp calls the reply's file.
  func members(upload: String? = nil) -> [String: JSON] {
    switch self {
    case .reply(let reply):
      reply.members(upload: upload)
    case .reaction(let messageID, let emoji):
      ["type": "reaction", "reaction": ["message_id": .string(messageID), "emoji": .string(emoji)]]
    }
  }
}

extension Reply {
  fileprivate func members(upload: String?) -> [String: JSON] {
    let file = upload.flatMap { id in attachment.map { ($0, id) } }
    switch (choices, file) {
    case (.buttons(let buttons), _) where !buttons.isEmpty:
      return interactive(
        "button", textMax: Choices.Limit.textWithButtons, action: ["buttons": .array(taps(buttons))],
        header: file.map { attachment, id in attachment.node(id) })
    case (.list(let button, let rows), _) where !rows.isEmpty:
      return interactive("list", textMax: Choices.Limit.text, action: list(button, rows))
    case (_, (let attachment, let id)?):
      return attachment.node(id, caption: text)
    case (.none, nil), (.buttons, nil), (.list, nil):
      // No preview: a link that somebody else wrote is not to be fetched and shown under our name.
      return ["type": "text", "text": ["body": .cut(text, to: Choices.Limit.text), "preview_url": false]]
    }
  }

  private func interactive(
    _ type: String, textMax: Int, action: JSON, header: [String: JSON]? = nil
  ) -> [String: JSON] {
    var node: [String: JSON] = ["type": .string(type), "body": ["text": .cut(text, to: textMax)], "action": action]
    node["header"] = header.map(JSON.object)
    return ["type": "interactive", "interactive": .object(node)]
  }

  private func taps(_ buttons: [Button]) -> [JSON] {
    buttons.prefix(Choices.Limit.buttons).map { button in
      [
        "type": "reply",
        "reply": ["id": .string(button.id), "title": .cut(button.title, to: Choices.Limit.buttonTitle)],
      ]
    }
  }

  private func list(_ button: String, _ rows: [ListRow]) -> JSON {
    let rows = rows.prefix(Choices.Limit.rows).map { row -> JSON in
      var members: [String: JSON] = [
        "id": .string(row.id), "title": .cut(row.title, to: Choices.Limit.rowTitle),
      ]
      members["description"] = row.detail.map { .cut($0, to: Choices.Limit.rowDescription) }
      return .object(members)
    }
    return ["button": .cut(button, to: Choices.Limit.buttonTitle), "sections": [["rows": .array(rows)]]]
  }
}

extension Attachment {
  /// As a message of its own, with words below it; or, without, as the head of one with buttons.
  fileprivate func node(_ upload: String, caption: String? = nil) -> [String: JSON] {
    var node: [String: JSON] = ["id": .string(upload)]
    if kind == .document { node["filename"] = .string(name) }
    if let caption, !caption.isEmpty { node["caption"] = .cut(caption, to: Choices.Limit.caption) }
    return ["type": .string(kind.rawValue), kind.rawValue: .object(node)]
  }
}

extension Recipient {
  /// A phone goes under `to`, with “+”: without it WhatsApp puts the sending number's country code in front. A user id
  /// goes under `recipient`: under `to` it is accepted and never arrives.
  var members: [String: JSON] {
    switch self {
    case .phone(let phone): ["to": .string(phone.hasPrefix("+") ? phone : "+" + phone)]
    case .user(let id): ["recipient": .string(id)]
    }
  }
}

extension JSON {
  fileprivate static func cut(_ text: String, to scalarsMax: Int) -> JSON { .string(text.cut(to: scalarsMax)) }
}

extension String {
  /// At most so many Unicode scalars, ended by “…” if something is missing. A cluster is left whole or left out, for
  /// half of “क्षि” reads as another syllable. Whoever splits long texts well does it before; this only keeps WhatsApp
  /// from refusing them.
  func cut(to scalarsMax: Int) -> String {
    guard unicodeScalars.count > scalarsMax else { return self }
    var scalars = 1  // the “…”
    let kept = prefix { cluster in
      scalars += cluster.unicodeScalars.count
      return scalars <= scalarsMax
    }
    return kept + "…"
  }
}
