internal import HTTP
internal import Messages

/// News that comes under `messages`: a person with a new number, a payment, a person who wants no more offers.
extension Renaming {
  /// A message of the system's; nil for all others. The sender is the person as known until now.
  init?(toldBy message: InboundMessage) {
    guard case .system(let kind, let phone, let userID) = message.content,
      kind == "user_changed_number" || kind == "user_changed_user_id"
    else { return nil }
    let known = [message.sender.userID.map(Recipient.user), message.sender.phone.map(Recipient.phone)]
    let now = [userID.map(Recipient.user), phone.map(Recipient.phone)]
    guard now.contains(where: { $0 != nil }) else { return nil }
    self.init(
      known: known.compactMap(\.self), now: now.compactMap(\.self), message: message.id, channel: message.channel)
  }
}

extension NewsReader {
  /// WhatsApp's code for somebody who has told it, or us, to send no more offers.
  private static let marketingStopped = 131050

  /// A message of ours was refused because its recipient wants no offers: as good as being told.
  func refusal(_ status: DeliveryStatus, _ source: JSON) -> News? {
    guard status.failure?.code == Self.marketingStopped, let channel,
      let person = Sender(
        phone: source["recipient_id"]?.identifier, userID: source["recipient_user_id"]?.identifier)
    else { return nil }
    let preference = Preference(
      person: person, channel: channel, category: Preference.marketing, isWanted: false)
    return news(.preference(preference), at: source["timestamp"]?.moment)
  }

  func news(ofStatus word: String, _ source: JSON) -> News {
    let time = source["timestamp"]?.moment
    guard word == "payment" else { return news(.aside(.statusWord(word)), at: time) }
    return news(channel.flatMap { PaymentHint(source, channel: $0) }.map(News.Matter.payment), at: time)
  }

  func trouble(_ errors: JSON) -> News {
    news(channel.map { .trouble(errors.array.map(ChannelFailure.init), channel: $0) })
  }
}
