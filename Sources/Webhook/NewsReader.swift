internal import Foundation
internal import HTTP
internal import Messages

/// Reads the changes that are no messages: each becomes news with a name, or news of something unknown.
///
/// The keys decide as much as the field does: WhatsApp's own example of a quality score came under the field of the
/// template's status.
struct NewsReader {
  let account: String
  let field: String
  let value: JSON
  /// Of the entry, and where it gives none, the arrival.
  let at: Date

  init(entry: JSON, change: JSON, receivedAt: Date) {
    account = entry["id"]?.identifier ?? ""
    field = change["field"]?.identifier ?? "change"
    value = change["value"] ?? [:]
    at = entry["time"]?.moment ?? receivedAt
  }

  var channel: String? { value["metadata"]?["phone_number_id"]?.identifier }

  func news() -> [News] {
    if let template { return [news(templateEvent.map { .template(template, $0) })] }
    switch field {
    case "user_preferences": return each("user_preferences", preference)
    case "user_id_update": return each("user_id_update", renaming)
    case "calls": return calls()
    default: return [news(matter)]
    }
  }

  private var matter: News.Matter? {
    switch field {
    case "account_update", "account_alerts", "account_review_update", "business_capability_update",
      "partner_solutions", "payment_configuration_update":
      accountEvent.map(News.Matter.account)
    case "phone_number_quality_update", "phone_number_name_update", "business_username_updates", "security":
      numberEvent.map { .number(display: word("display_phone_number") ?? "", $0) }
    case "history": .aside(.history)
    case "smb_message_echoes": .aside(.echo)
    case "smb_app_state_sync": .aside(.addressBook)
    case "flows": word("event").map { .aside(.flow(event: $0)) }
    case "group_lifecycle_update", "group_participants_update", "group_settings_update", "group_status_update":
      .aside(.group(event: value["groups"]?[0]?["type"]?.identifier ?? field))
    default: nil
    }
  }

  /// What cannot be read stays news all the same, by its name.
  func news(_ matter: News.Matter?, at time: Date? = nil) -> News {
    News(account: account, at: time ?? at, matter: matter ?? .unknown(name))
  }

  private var name: String {
    [field, word("event")].compactMap(\.self).joined(separator: "/")
  }

  private func each(_ list: String, _ read: (JSON) -> News.Matter?) -> [News] {
    guard let items = value[list]?.array, !items.isEmpty else { return [news(nil)] }
    return items.map { news(read($0), at: $0["timestamp"]?.moment) }
  }

  func word(_ key: String) -> String? { value[key]?.identifier }
}

// MARK: People

extension NewsReader {
  private func preference(_ item: JSON) -> News.Matter? {
    guard let channel, let category = item["category"]?.identifier,
      let person = Sender(phone: item["wa_id"]?.identifier, userID: item["user_id"]?.identifier)
    else { return nil }
    let isWanted: Bool? =
      switch item["value"]?.word {
      case "stop": false
      case "resume", "signup": true
      default: nil
      }
    return isWanted.map {
      .preference(Preference(person: person, channel: channel, category: category, isWanted: $0))
    }
  }

  private func renaming(_ item: JSON) -> News.Matter? {
    guard let current = item["user_id"]?["current"]?.identifier else { return nil }
    let known = [
      item["user_id"]?["previous"]?.identifier.map(Recipient.user), item["wa_id"]?.identifier.map(Recipient.phone),
    ].compactMap(\.self)
    return known.isEmpty ? nil : .renaming(Renaming(known: known, now: [.user(current)]))
  }

  private func calls() -> [News] {
    let rings = (value["calls"]?.array ?? []).map { news(call($0), at: $0["timestamp"]?.moment) }
    let statuses = (value["statuses"]?.array ?? []).map { _ in news(.aside(.callStatus)) }
    return rings.isEmpty && statuses.isEmpty ? [news(nil)] : rings + statuses
  }

  /// Only a ring of theirs counts: that we rang them opens nothing, and the end of a call is no second one.
  private func call(_ item: JSON) -> News.Matter? {
    guard item["event"]?.word == "connect", item["direction"]?.word != "BUSINESS_INITIATED" else {
      return item["event"].map { _ in .aside(.callEnded) }
    }
    guard let channel,
      let caller = Sender(phone: item["from"]?.identifier, userID: item["from_user_id"]?.identifier)
    else { return nil }
    return .call(from: caller, channel: channel)
  }
}

extension JSON {
  /// Seconds since 1970, as a number or text; nil when absurd.
  var moment: Date? {
    guard let seconds = real, 1...ItemReader.timeMax ~= seconds else { return nil }
    return Date(timeIntervalSince1970: seconds)
  }
}
