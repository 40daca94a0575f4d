import HTTP

/// What WhatsApp sends, one believable example of each kind, composed by ourselves after the documented shapes.
struct Seeds: Sendable {
  let messages: [JSON]
  let statuses: [JSON]
  let changes: [JSON]
  let bodies: [JSON]

  init() throws(JSON.Malformed) {
    messages = try lines(of: PackageResources.messages_jsonl)
    statuses = try lines(of: PackageResources.statuses_jsonl)
    changes = try lines(of: PackageResources.changes_jsonl)
    bodies = try lines(of: PackageResources.bodies_jsonl)
  }

  var all: [JSON] { messages + statuses + changes + bodies }

  /// Every name of a member that stands anywhere in them.
  var names: [String] {
    all.reduce(into: Set<String>()) { collect($1, into: &$0) }.sorted()
  }

  private func collect(_ json: JSON, into names: inout Set<String>) {
    for element in json.array { collect(element, into: &names) }
    for (name, value) in json.object {
      names.insert(name)
      collect(value, into: &names)
    }
  }
}

private func lines(of file: [UInt8]) throws(JSON.Malformed) -> [JSON] {
  var values: [JSON] = []
  for line in file.split(separator: UInt8(ascii: "\n")) { values.append(try JSON(parsing: Array(line))) }
  return values
}
