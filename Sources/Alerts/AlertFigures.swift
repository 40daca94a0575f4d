package import Measures

/// The figures with which an alert is said; which of them there are goes by its kind. Stored as JSON, exact: thousandths
/// and paise, days as 2026-11-22.
package struct AlertFigures: Hashable, Sendable {
  /// What is there.
  package var left: Quantity?
  /// What expires, was sold or came back.
  package var quantity: Quantity?
  package var usual: Quantity?
  /// For so many days it lasts, or in so many days it is.
  package var days: Int?
  package var day: Day?
  /// What is owed, tied up or was paid for it.
  package var amount: Money?
  /// The price beside it.
  package var price: Money?
  /// A festival's stored name, a batch, an address.
  package var name: String?
  package var spike: Int64?
  /// Words of an administrator, or what WhatsApp said.
  package var text: String?

  package init() {}
}

extension AlertFigures: Codable {
  private enum Key: String, CodingKey {
    case left = "left_thousandths"
    case quantity = "quantity_thousandths"
    case usual = "usual_thousandths"
    case days, day
    case amount = "amount_paise"
    case price = "price_paise"
    case name, spike, text
  }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    func quantity(_ key: Key) throws -> Quantity? {
      try values.decodeIfPresent(Int64.self, forKey: key).map { Quantity(thousandths: $0) }
    }
    func money(_ key: Key) throws -> Money? {
      try values.decodeIfPresent(Int64.self, forKey: key).map { Money(paise: $0) }
    }
    left = try quantity(.left)
    self.quantity = try quantity(.quantity)
    usual = try quantity(.usual)
    days = try values.decodeIfPresent(Int.self, forKey: .days)
    day = try values.decodeIfPresent(String.self, forKey: .day).flatMap { Day(text: $0) }
    amount = try money(.amount)
    price = try money(.price)
    name = try values.decodeIfPresent(String.self, forKey: .name)
    spike = try values.decodeIfPresent(Int64.self, forKey: .spike)
    text = try values.decodeIfPresent(String.self, forKey: .text)
  }

  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encodeIfPresent(left?.thousandths, forKey: .left)
    try values.encodeIfPresent(quantity?.thousandths, forKey: .quantity)
    try values.encodeIfPresent(usual?.thousandths, forKey: .usual)
    try values.encodeIfPresent(days, forKey: .days)
    try values.encodeIfPresent(day?.description, forKey: .day)
    try values.encodeIfPresent(amount?.paise, forKey: .amount)
    try values.encodeIfPresent(price?.paise, forKey: .price)
    try values.encodeIfPresent(name, forKey: .name)
    try values.encodeIfPresent(spike, forKey: .spike)
    try values.encodeIfPresent(text, forKey: .text)
  }
}
