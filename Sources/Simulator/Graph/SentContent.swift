internal import HTTP

/// Meta's rules for what may be sent; lengths in Unicode scalars.
private enum Limit {
  static let text = 1...4096
  static let caption = 0...1024
  static let headerText = 1...60
  static let footer = 1...60
  static let buttons = 1...3
  static let buttonText = 1...1024
  static let buttonTitle = 1...20
  static let buttonID = 1...256
  static let listText = 1...4096
  static let listButton = 1...20
  static let sections = 1...10
  static let sectionTitle = 1...24
  static let rows = 1...10
  static let rowTitle = 1...24
  static let rowDescription = 0...72
  static let rowID = 1...200
}

extension Content {
  /// Reads the node named by `type`.
  init(sent body: JSON) throws(GraphError) {
    let type = body["type"]?.text ?? "text"
    guard let node = body[type] else { throw .missing(type) }
    switch type {
    case "text": self = .text(try string(node, "body", Limit.text, name: "text['body']"))
    case "interactive": self = try sentInteractive(node)
    case "reaction": self = try sentReaction(node)
    case "location": self = .location(try Place(sent: node))
    case "template": self = .template(try SentTemplate(sent: node))
    default:
      guard let kind = Attachment.Kind(rawValue: type) else { throw .notValid("Type \(type) is not supported.") }
      self = .attachment(try Attachment(sent: node, kind: kind))
    }
  }
}

private func sentInteractive(_ node: JSON) throws(GraphError) -> Content {
  guard let action = node["action"] else { throw .missing("interactive['action']") }
  switch node["type"]?.text {
  case "button":
    return .buttons(try framed(node, body: Limit.buttonText), try buttons(action))
  case "list":
    let button = try string(action, "button", Limit.listButton, name: "Button text")
    return .list(try framed(node, body: Limit.listText), button: button, sections: try sections(action))
  default:
    throw .notValid("Interactive type must be button or list.")
  }
}

private func framed(_ node: JSON, body: ClosedRange<Int>) throws(GraphError) -> Framed {
  guard let words = node["body"] else { throw .missing("interactive['body']") }
  var framed = Framed(text: try string(words, "text", body, name: "Body text"))
  if let footer = node["footer"] { framed.footer = try string(footer, "text", Limit.footer, name: "Footer text") }
  guard let header = node["header"], let type = header["type"]?.text else { return framed }
  if let kind = Attachment.Kind(rawValue: type), let node = header[type] {
    framed.headerAttachment = try Attachment(sent: node, kind: kind)
  } else {
    framed.header = try string(header, "text", Limit.headerText, name: "Header text")
  }
  return framed
}

private func buttons(_ action: JSON) throws(GraphError) -> [Choice] {
  let nodes = action["buttons"]?.array ?? []
  guard Limit.buttons.contains(nodes.count) else {
    throw .notValid("Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: 3")
  }
  var buttons: [Choice] = []
  for node in nodes {
    guard node["type"]?.text == "reply", let reply = node["reply"] else { throw .missing("reply") }
    buttons.append(
      Choice(
        id: try string(reply, "id", Limit.buttonID, name: "Button id"),
        title: try string(reply, "title", Limit.buttonTitle, name: "Button title")))
  }
  try checkUnique(buttons.map(\.id), name: "Button ids")
  try checkUnique(buttons.map(\.title), name: "Button titles")
  return buttons
}

private func sections(_ action: JSON) throws(GraphError) -> [Section] {
  let nodes = action["sections"]?.array ?? []
  guard Limit.sections.contains(nodes.count) else { throw .notValid("A list has 1 to 10 sections.") }
  var sections: [Section] = []
  for node in nodes {
    var title: String?
    if node["title"] != nil || nodes.count > 1 {
      title = try string(node, "title", Limit.sectionTitle, name: "Section title")
    }
    var rows: [Choice] = []
    for row in node["rows"]?.array ?? [] { rows.append(try listRow(row)) }
    sections.append(Section(title: title, rows: rows))
  }
  let rows = sections.flatMap(\.rows)
  guard Limit.rows.contains(rows.count) else {
    throw .notValid("Total row count exceed max allowed count: 10, and at least one is needed.")
  }
  try checkUnique(rows.map(\.id), name: "Row ids")
  return sections
}

private func listRow(_ node: JSON) throws(GraphError) -> Choice {
  var row = Choice(
    id: try string(node, "id", Limit.rowID, name: "Row id"),
    title: try string(node, "title", Limit.rowTitle, name: "Row title"))
  if node["description"] != nil {
    row.description = try string(node, "description", Limit.rowDescription, name: "Row description")
  }
  return row
}

private func sentReaction(_ node: JSON) throws(GraphError) -> Content {
  guard let target = node["message_id"]?.text else { throw .missing("reaction['message_id']") }
  return .reaction(to: target, emoji: node["emoji"]?.text ?? "")
}

extension Attachment {
  fileprivate init(sent node: JSON, kind: Kind) throws(GraphError) {
    if let id = node["id"]?.text {
      self.init(kind: kind, source: .id(id))
    } else if let link = node["link"]?.text {
      self.init(kind: kind, source: .link(link))
    } else {
      throw .missing("\(kind.rawValue)['id'] or \(kind.rawValue)['link']")
    }
    caption = node["caption"]?.text
    fileName = node["filename"]?.text
    isVoice = node["voice"]?.flag ?? false
    try checkLength(of: caption ?? "", Limit.caption, name: "Caption")
  }
}

extension Place {
  fileprivate init(sent node: JSON) throws(GraphError) {
    guard let latitude = node["latitude"]?.real, let longitude = node["longitude"]?.real else {
      throw .missing("location['latitude'] and location['longitude']")
    }
    self.init(latitude: latitude, longitude: longitude, name: node["name"]?.text, address: node["address"]?.text)
  }
}

private func string(_ node: JSON, _ key: String, _ range: ClosedRange<Int>, name: String) throws(GraphError) -> String {
  guard case .string(let text) = node[key] else { throw .missing(name) }
  try checkLength(of: text, range, name: name)
  return text
}

func checkLength(of text: String, _ range: ClosedRange<Int>, name: String) throws(GraphError) {
  guard range.contains(text.unicodeScalars.count) else {
    throw .notValid("\(name) length invalid. Min length: \(range.lowerBound), Max length: \(range.upperBound)")
  }
}

private func checkUnique(_ values: [String], name: String) throws(GraphError) {
  guard Set(values).count == values.count else { throw .notValid("\(name) must be unique.") }
}
