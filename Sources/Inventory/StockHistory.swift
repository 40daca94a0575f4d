package import Database
package import Foundation
package import Measures

/// One movement of an item, as its history shows it.
package struct StockEntry: Hashable, Sendable {
  package let kind: Movement.Kind
  package let quantity: Quantity
  package let left: Quantity
  package let reason: String?
  package let supplier: String?
  /// For which day it stands in the books, and when it was written.
  package let day: Day
  package let at: Date
}

extension Books {
  /// The last movements of an item, oldest first.
  package func history(of item: Int64, max count: Int) async throws -> [StockEntry] {
    try await entries(of: item, where: "true", max: count).reversed()
  }

  /// When it came last; nil where it never did.
  package func lastPurchase(of item: Int64) async throws -> StockEntry? {
    try await entries(
      of: item,
      where: """
        e.kind = 'purchase'
        and not exists (select from entry_groups r where r.shop_id = e.shop_id and r.reverses = e.group_id)
        """, max: 1
    ).first
  }

  private func entries(of item: Int64, where condition: SQL, max count: Int) async throws -> [StockEntry] {
    try await query(
      """
      select e.kind, e.quantity, e.on_hand_after, e.reason, s.name, e.day, e.at
      from stock_entries e left join suppliers s on s.shop_id = e.shop_id and s.supplier_id = e.supplier_id
      where e.shop_id = \(shop) and e.item_id = \(item) and e.quantity <> 0 and \(condition)
      order by e.entry_id desc limit \(count)
      """
    ).map { row in
      let (kind, quantity, left, reason, supplier, day, at) = try row.decode(
        String.self, Quantity.self, Quantity.self, String?.self, String?.self, Day.self, Date.self)
      guard let kind = Movement.Kind(rawValue: kind) else {
        throw DatabaseError.decoding("stock entry of kind \(kind)")
      }
      return StockEntry(
        kind: kind, quantity: quantity, left: left, reason: reason, supplier: supplier, day: day, at: at)
    }
  }
}
