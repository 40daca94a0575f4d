internal import Foundation
internal import HTTP
internal import Messages

/// Reads the messages and statuses of one change: they share the number that received them and the people in it.
struct ItemReader {
  /// Longer ids are not WhatsApp's (128 characters) and would not fit an index.
  static let idBytesMax = 512
  /// 1 January 2100: later is a time in milliseconds, or nonsense.
  static let timeMax = 4_102_444_800.0

  let channel: String?
  let people: [Person]
  let receivedAt: Date

  init(value: JSON, receivedAt: Date) {
    channel = value["metadata"]?["phone_number_id"]?.identifier
    people = (value["contacts"]?.array ?? []).map(Person.init)
    self.receivedAt = receivedAt
  }

  func message(_ item: JSON) -> ReadItem {
    guard let id = item["id"]?.identifier else { return .broken(reason: "no id") }
    guard let channel else { return .broken(reason: "no phone number id") }
    guard let sender = sender(of: item) else { return .broken(reason: "no sender") }
    return .message(
      InboundMessage(
        id: id, channel: channel, sender: sender, sentAt: time(of: item), content: Content(of: item),
        repliesTo: item["context"]?["id"]?.identifier, forwarded: isForwarded(item) ? true : nil,
        group: item["group_id"]?.identifier))
  }

  private func isForwarded(_ item: JSON) -> Bool {
    ["forwarded", "frequently_forwarded"].contains { item["context"]?[$0]?.flag == true }
  }

  func status(_ item: JSON) -> ReadItem {
    if let type = item["type"]?.word { return .event(type) }  // payments; messages have no type here
    guard let id = item["id"]?.identifier else { return .broken(reason: "no id") }
    guard let channel else { return .broken(reason: "no phone number id") }
    guard let word = item["status"]?.word else { return .broken(reason: "no status") }
    guard let state = DeliveryStatus.State(rawValue: word) else { return .event(word) }
    return .status(
      DeliveryStatus(
        messageID: id, channel: channel, state: state, at: time(of: item).timeIntervalSince1970,
        callbackData: item["biz_opaque_callback_data"]?.identifier, participant: participant(of: item),
        pricing: item["pricing"].map(Pricing.init), failure: item["errors"]?[0].map(ChannelFailure.init)))
  }

  /// The message names a phone, a user id or both; the list of contacts tells the other and the name. Somebody who
  /// hides the number and shows it when we ask sends it as a card.
  private func sender(of item: JSON) -> Sender? {
    let phone = item["from"]?.identifier
    let userID = item["from_user_id"]?.identifier
    let person = people.first { userID != nil && $0.userID == userID || phone != nil && $0.phone == phone }
    guard phone != nil || userID != nil else { return nil }
    return Sender(
      phone: phone ?? person?.phone ?? shownPhone(in: item), userID: userID ?? person?.userID,
      profileName: person?.profileName)
  }

  /// Only WhatsApp marks a card as the answer to our request; a card that was merely sent is somebody else's.
  private func shownPhone(in item: JSON) -> String? {
    guard item["type"]?.word == "contacts", let cards = item["contacts"]?.array, cards.count == 1,
      cards[0]["origin"]?.word == "contact_request", let phones = cards[0]["phones"]?.array, phones.count == 1
    else { return nil }
    return phones[0]["wa_id"]?.identifier
  }

  /// Both spellings of the number have been seen.
  private func participant(of item: JSON) -> String? {
    ["recipient_participant_id", "participant_recipient_id", "recipient_participant_user_id"]
      .lazy.compactMap { item[$0]?.identifier }.first
  }

  private func time(of item: JSON) -> Date { item["timestamp"]?.moment ?? receivedAt }
}

/// A row of `contacts`. They come in any order, so they are found by phone or user id.
struct Person {
  let phone: String?
  let userID: String?
  let profileName: String?

  init(_ item: JSON) {
    phone = item["wa_id"]?.identifier
    userID = item["user_id"]?.identifier
    profileName = item["profile"]?["name"]?.word
  }
}

extension Pricing {
  init(_ item: JSON) {
    self.init(
      type: item["type"]?.word, category: item["category"]?.word, model: item["pricing_model"]?.word,
      billable: item["billable"]?.flag)
  }
}

extension ChannelFailure {
  init(_ item: JSON) {
    self.init(
      code: item["code"]?.integer.flatMap(Int.init(exactly:)) ?? Self.noCode, title: item["title"]?.word,
      details: item["error_data"]?["details"]?.word ?? item["message"]?.word)
  }
}

extension JSON {
  /// Text that says something: real traffic has "" where it means nothing.
  var word: String? {
    text.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// A word that can be a key in the database.
  var identifier: String? {
    word.flatMap { $0.utf8.count <= ItemReader.idBytesMax && !$0.utf8.contains(0) ? $0 : nil }
  }
}
