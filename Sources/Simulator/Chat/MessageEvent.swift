internal import Foundation
internal import HTTP

extension Message {
  /// The bubble as the phone page and tests read it.
  var event: [String: JSON] {
    var fields = content.event
    fields["id"] = .string(id)
    fields["from"] = fromPerson ? "person" : "business"
    fields["at"] = .integer(at.milliseconds)
    fields["replyTo"] = repliesTo.map(JSON.string)
    return fields
  }
}

extension Content {
  fileprivate var event: [String: JSON] {
    switch self {
    case .text(let text):
      return ["type": "text", "text": .string(text)]
    case .buttons(let framed, let buttons):
      return framed.event.merging(["type": "buttons", "buttons": .array(buttons.map(\.event))]) { $1 }
    case .list(let framed, let button, let sections):
      let list: JSON = ["button": .string(button), "sections": .array(sections.map(\.event))]
      return framed.event.merging(["type": "list", "list": list]) { $1 }
    case .attachment(let attachment):
      return ["type": .string(attachment.kind.rawValue), "media": attachment.event]
    case .location(let place):
      return ["type": "location", "location": .object(place.fields)]
    case .template(let template):
      return template.event
    case .tap(let choice, let inList):
      return ["type": inList ? "row" : "button", "text": .string(choice.title), "choiceID": .string(choice.id)]
    case .reaction(let target, let emoji):
      return ["type": "reaction", "target": .string(target), "emoji": .string(emoji)]
    }
  }
}

extension Framed {
  fileprivate var event: [String: JSON] {
    var fields: [String: JSON] = ["text": .string(text)]
    fields["header"] = header.map(JSON.string)
    fields["media"] = headerAttachment?.event
    fields["footer"] = footer.map(JSON.string)
    return fields
  }
}

extension SentTemplate {
  fileprivate var event: [String: JSON] {
    let parameters = components.flatMap(\.parameters).compactMap(\.text)
    var fields: [String: JSON] = [
      "type": "template",
      "template": [
        "name": .string(name), "language": .string(language), "parameters": .array(parameters.map(JSON.string)),
      ],
    ]
    fields["header"] = header.map(JSON.string)
    fields["text"] = words.map(JSON.string)
    fields["footer"] = footer.map(JSON.string)
    return fields
  }
}

extension Choice {
  /// As Meta's webhooks write it too.
  var event: JSON {
    var fields: [String: JSON] = ["id": .string(id), "title": .string(title)]
    fields["description"] = description.map(JSON.string)
    return .object(fields)
  }
}

extension Section {
  fileprivate var event: JSON {
    ["title": title.map(JSON.string) ?? .null, "rows": .array(rows.map(\.event))]
  }
}

extension Attachment {
  fileprivate var event: JSON {
    var fields: [String: JSON] = ["kind": .string(kind.rawValue), "voice": .bool(isVoice)]
    switch source {
    case .id(let id): fields["id"] = .string(id)
    case .link(let link): fields["link"] = .string(link)
    }
    fields["mimeType"] = mimeType.map(JSON.string)
    fields["caption"] = caption.map(JSON.string)
    fields["fileName"] = fileName.map(JSON.string)
    return .object(fields)
  }
}

extension Place {
  /// As Meta's webhooks write it too.
  var fields: [String: JSON] {
    var fields: [String: JSON] = ["latitude": .real(latitude), "longitude": .real(longitude)]
    fields["name"] = name.map(JSON.string)
    fields["address"] = address.map(JSON.string)
    return fields
  }
}

extension Date {
  var milliseconds: Int64 { Int64((timeIntervalSince1970 * 1000).rounded()) }
}
