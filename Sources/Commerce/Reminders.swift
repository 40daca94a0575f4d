package import Database
package import Inventory
package import Measures

/// That somebody was reminded of what they owe: “Ramesh, ₹450, 12 November”.
package struct Reminder: Hashable, Sendable {
  /// Stored names; they never change.
  package enum How: String, Hashable, Sendable {
    /// Made for the owner to forward.
    case prepared
    /// Sent from the shop's own number.
    case sent
  }

  package let customer: String
  package let amount: Money
  package let how: How
  package let day: Day
}

/// Where a customer writes to the shop: a number of the shop, and who they are there.
package struct Counter: Hashable, Sendable {
  package let channel: String
  package let person: Int64
  /// They said that they want reminders there.
  package let wantsReminders: Bool
}

/// Reminders, and the one writer of `reminders`.
extension Books {
  package func noteReminder(of customer: Int64, _ amount: Money, _ how: Reminder.How, by author: Author) async throws {
    try await execute(
      """
      insert into reminders (shop_id, customer_id, amount, how, member_id, day, at)
      values (\(shop), \(customer), \(amount), \(how.rawValue), \(author.member), \(author.day), \(now))
      """)
  }

  /// The latest ones, of one customer or of all.
  package func reminders(of customer: Int64? = nil, max count: Int) async throws -> [Reminder] {
    let whose: SQL = customer.map { "r.customer_id = \($0)" } ?? "true"
    return try await query(
      """
      select c.name, r.amount, r.how, r.day
      from reminders r join customers c on c.shop_id = r.shop_id and c.customer_id = r.customer_id
      where r.shop_id = \(shop) and \(whose)
      order by r.reminder_id desc limit \(count)
      """
    ).map { row in
      let (name, amount, how, day) = try row.decode(String.self, Money.self, String.self, Day.self)
      return Reminder(customer: name, amount: amount, how: Reminder.How(rawValue: how) ?? .prepared, day: day)
    }
  }

  package func customersReminded(on day: Day) async throws -> Set<Int64> {
    Set(
      try await query("select distinct customer_id from reminders where shop_id = \(shop) and day = \(day)")
        .map { try $0.decode(Int64.self) })
  }

  /// Since when the customer owes, as in `dues`.
  package func due(of customer: Int64) async throws -> Due? {
    try await dues(of: customer, max: 1).first
  }

  package func counter(ofPhone phone: String) async throws -> Counter? {
    try await query(
      "select channel, person_id, wants_reminders from counter_of(\(phone.asWhatsAppPhone))"
    ).first.map { row in
      let (channel, person, wants) = try row.decode(String.self, Int64.self, Bool.self)
      return Counter(channel: channel, person: person, wantsReminders: wants)
    }
  }
}

/// Where the shop is paid.
extension Books {
  /// The shop's UPI address, and whether its owner was ever asked for it.
  package func upi() async throws -> (address: UPIAddress?, isAsked: Bool) {
    let (text, isAsked) = try await query(
      "select upi_id, upi_asked_at is not null from shops where shop_id = \(shop)"
    ).only().decode(String?.self, Bool.self)
    return (text.flatMap { UPIAddress($0) }, isAsked)
  }

  package func setUPI(_ address: UPIAddress) async throws {
    try await execute("update shops set upi_id = \(address.text), upi_asked_at = \(now) where shop_id = \(shop)")
  }

  package func noteUPIAsked() async throws {
    try await execute("update shops set upi_asked_at = \(now) where shop_id = \(shop)")
  }
}

extension String {
  /// Digits with country code; ten digits are an Indian number.
  package var asWhatsAppPhone: String {
    let digits = filter { $0.isASCII && $0.isNumber }
    return digits.count == 10 ? "91" + digits : digits
  }
}
