internal import HTTP
internal import Messages

/// What we want to say, in the Graph API's words.
extension OutboundMessage {
  /// The type of the message and the members that belong to it.
  var members: [String: JSON] {
    switch self {
    case .reply(let reply):
      reply.members
    case .reaction(let messageID, let emoji):
      ["type": "reaction", "reaction": ["message_id": .string(messageID), "emoji": .string(emoji)]]
    }
  }
}

extension Reply {
  fileprivate var members: [String: JSON] {
    switch choices {
    case .buttons(let buttons) where !buttons.isEmpty:
      interactive("button", textMax: Choices.Limit.textWithButtons, action: ["buttons": .array(taps(buttons))])
    case .list(let button, let rows) where !rows.isEmpty:
      interactive("list", textMax: Choices.Limit.text, action: list(button, rows))
    case .none, .buttons, .list:
      // No preview: a link that somebody else wrote is not to be fetched and shown under our name.
      ["type": "text", "text": ["body": .cut(text, to: Choices.Limit.text), "preview_url": false]]
    }
  }

  private func interactive(_ type: String, textMax: Int, action: JSON) -> [String: JSON] {
    let body: JSON = ["text": .cut(text, to: textMax)]
    return ["type": "interactive", "interactive": ["type": .string(type), "body": body, "action": action]]
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
