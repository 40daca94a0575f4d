package import Foundation
internal import HTTP
internal import Messages

/// The envelope of a POST: entries of accounts, changes in them, and in these messages, statuses and errors.
///
/// Reading never fails. One broken item is a dead letter and its neighbours go on, for an answer other than 200 would
/// bring the whole POST back for a week.
extension Delivery {
  /// `receivedAt` stands in for times that are missing or absurd.
  package init(body: [UInt8], receivedAt: Date) {
    self.init()
    switch parsed(body) {
    case .success(let root): take(root, receivedAt: receivedAt)
    case .failure(let error): notes.append(.deadLetter("body", reason: "\(error)", raw: body))
    }
  }

  private mutating func take(_ root: JSON, receivedAt: Date) {
    guard root["object"]?.word == "whatsapp_business_account" else {
      // One app may serve Messenger and Instagram too; their events are not ours.
      let object = root["object"]?.word ?? ""
      news.append(News(account: "", at: receivedAt, matter: .aside(.foreign(object: object))))
      return notes.append(.event("object/\(object)", raw: root.encoded()))
    }
    for entry in elements(of: root, in: "entry") {
      for change in elements(of: entry, in: "changes") {
        take(change, of: entry, receivedAt: receivedAt)
      }
    }
  }

  private mutating func take(_ change: JSON, of entry: JSON, receivedAt: Date) {
    let newsReader = NewsReader(entry: entry, change: change, receivedAt: receivedAt)
    // History and echoes bring messages too, under names of their own; answering those would be a disaster.
    guard change["field"]?.word == "messages" else {
      news += newsReader.news()
      let alone = JSON.object(entry.object.merging(["changes": [change]]) { _, new in new })
      return notes.append(.event(change["field"]?.word ?? "change", raw: alone.encoded()))
    }
    if let channel = newsReader.channel, let account = entry["id"]?.identifier { accounts[channel] = account }
    guard let value = change["value"], case .object = value else {
      return notes.append(.deadLetter("change", reason: "no value", raw: change.encoded()))
    }
    let reader = ItemReader(value: value, receivedAt: receivedAt)
    takeEach(of: value, in: "messages") { $0.take(reader.message($1), as: "message", $1, newsReader) }
    takeEach(of: value, in: "statuses") { $0.take(reader.status($1), as: "status", $1, newsReader) }
    noteRest(of: value, newsReader)
    if let errors = value["errors"] {
      news.append(newsReader.trouble(errors))
      notes.append(
        .event("errors", raw: JSON.object(["metadata": value["metadata"] ?? .null, "errors": errors]).encoded()))
    }
  }

  /// What should be a list and is none may hold somebody's messages all the same.
  private mutating func elements(of node: JSON, in name: String) -> [JSON] {
    guard case .array(let elements)? = node[name] else {
      notes.append(.deadLetter(name, reason: "no list", raw: node.encoded()))
      return []
    }
    return elements
  }

  private mutating func takeEach(of value: JSON, in name: String, _ take: (inout Delivery, JSON) -> Void) {
    switch value[name] {
    case nil: break
    case .array(let items): for item in items { take(&self, item) }
    case let other?: notes.append(.deadLetter(name, reason: "no list", raw: other.encoded()))
    }
  }

  private mutating func take(_ item: ReadItem, as kind: String, _ source: JSON, _ reader: NewsReader) {
    switch item {
    case .message(let message):
      messages.append(Received(message: message, raw: source.encoded()))
      if let renaming = Renaming(toldBy: message) { news.append(reader.news(.renaming(renaming), at: message.sentAt)) }
    case .status(let status):
      statuses.append(status)
      if let refusal = reader.refusal(status, source) { news.append(refusal) }
    case .event(let word):
      news.append(reader.news(ofStatus: word, source))
      notes.append(.event("\(kind)/\(word)", raw: source.encoded()))
    case .broken(let reason): notes.append(.deadLetter(kind, reason: reason, raw: source.encoded()))
    }
  }

  /// Beside messages and statuses: something that this program is too old for.
  private mutating func noteRest(of value: JSON, _ reader: NewsReader) {
    let known: Set = ["messaging_product", "metadata", "contacts", "errors", "messages", "statuses"]
    guard !Set(value.object.keys).isSubset(of: known) else { return }
    if ["messages", "statuses"].allSatisfy({ value[$0] == nil }) { news += reader.news() }
    let rest = value.object.filter { $0.key != "messages" && $0.key != "statuses" }
    notes.append(.event("messages", raw: JSON.object(rest).encoded()))
  }
}

/// One element of a list, read.
enum ReadItem {
  case message(InboundMessage)
  case status(DeliveryStatus)
  /// Understood to be neither, by its own word.
  case event(String)
  case broken(reason: String)
}
