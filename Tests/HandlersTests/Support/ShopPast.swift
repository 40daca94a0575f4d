import Database
import Foundation
import Measures

/// What happened in the shop before the first line of a transcript: bills, old prices, suppliers.
///
///     * past 70 sugar 4 6 @45     sold in each of the 70 days before today: 4, on Sundays 6, at ₹45
///     * past 200-71 sugar 8 @42   the same of an earlier time
///     * price 40 sugar 44         40 days ago the price became ₹44
///     * unlimited sugar           nobody said from how little on it is low
///     * supplier Gupta_Agency 3 919811111111 sugar maggi     he brings these, within 3 days
extension TranscriptShop {
  func remember(_ what: String, in talk: Talk) async throws {
    let words = what.split(separator: " ").map(String.init)
    try await talk.owner.transaction { transaction in
      switch words[0] {
      case "past": try await sell(words, transaction, talk.clock.now)
      case "price": try await price(words, transaction, talk.clock.now)
      case "unlimited":
        try await transaction.execute("update items set threshold = null where item_id = \(items[words[1]])")
      default: try await supply(words, transaction, talk.clock.now)
      }
    }
  }

  /// What was sold had come in before, so that what is there now stays what the list says.
  private func sell(_ words: [String], _ transaction: Transaction, _ now: Date) async throws {
    let span = words[1].split(separator: "-").compactMap { Int($0) }
    let (days, until) = (span.first ?? 0, span.count > 1 ? span[1] : 1)
    let item = items[words[2]]
    let price = words.last { $0.hasPrefix("@") }.flatMap { Money(text: $0.dropFirst()) }
    let (usual, sunday) = (Quantity(text: words[3]) ?? .zero, words.dropFirst(4).first.flatMap { Quantity(text: $0) })
    let today = Day(of: now, in: .gmt)
    let amounts = (until...days).map { ($0, today.adding(-$0).weekday == 7 ? sunday ?? usual : usual) }
      .filter { $0.1 > .zero }
    let all = amounts.reduce(Quantity.zero) { $0 + $1.1 }
    let opening = try await group("opening", today.adding(-days - 1), transaction, now)
    try await move(item, all, "opening", today.adding(-days - 1), opening, transaction, now)
    for (daysAgo, amount) in amounts {
      let day = today.adding(-daysAgo)
      let group = try await group("sale", day, transaction, now)
      let money = price.flatMap { $0.times(amount) }
      try await transaction.execute(
        """
        with bill as (
          insert into sales (shop_id, group_id, total, day, at) values (\(id), \(group), \(money ?? .zero), \(day), \(now))
          returning sale_id)
        insert into sale_lines (shop_id, sale_id, line, item_id, quantity, amount, day)
        select \(id), sale_id, 1, \(item), \(amount), \(money), \(day) from bill
        """)
      try await move(item, -amount, "sale", day, group, transaction, now)
    }
  }

  private func price(_ words: [String], _ transaction: Transaction, _ now: Date) async throws {
    let day = Day(of: now, in: .gmt).adding(-(Int(words[1]) ?? 0))
    let group = try await group("price", day, transaction, now)
    try await transaction.execute(
      """
      insert into prices (shop_id, group_id, item_id, kind, amount, day, at)
      values (\(id), \(group), \(items[words[2]]), 'sale', \(Money(text: words[3])), \(day), \(now))
      """)
  }

  private func supply(_ words: [String], _ transaction: Transaction, _ now: Date) async throws {
    let supplier = try await transaction.query(
      """
      insert into suppliers (shop_id, name, lead_days, phone, created_at)
      values (\(id), \(words[1].replacing("_", with: " ")), \(Int(words[2])), \(words[3] == "-" ? nil : words[3]), \(now))
      returning supplier_id
      """
    ).only().decode(Int64.self)
    for key in words.dropFirst(4) {
      try await transaction.execute(
        "update items set supplier_id = \(supplier) where shop_id = \(id) and item_id = \(items[key])")
    }
    try await transaction.execute(
      "update shops set catalogue_version = catalogue_version + 1 where shop_id = \(id)")
  }

  private func group(_ kind: String, _ day: Day, _ transaction: Transaction, _ now: Date) async throws -> Int64 {
    try await transaction.query(
      "insert into entry_groups (shop_id, kind, day, at) values (\(id), \(kind), \(day), \(now)) returning group_id"
    ).only().decode(Int64.self)
  }

  private func move(
    _ item: Int64?, _ quantity: Quantity, _ kind: String, _ day: Day, _ group: Int64, _ transaction: Transaction,
    _ now: Date
  ) async throws {
    try await transaction.execute(
      """
      with moved as (
        update stock set on_hand = on_hand + \(quantity) where shop_id = \(id) and item_id = \(item) returning on_hand)
      insert into stock_entries (shop_id, group_id, item_id, kind, quantity, on_hand_after, day, at)
      select \(id), \(group), \(item), \(kind), \(quantity), on_hand, \(day), \(now) from moved
      """)
  }
}
