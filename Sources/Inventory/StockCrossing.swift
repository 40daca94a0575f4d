package import Database
import Measures
package import Scheduler

/// Items that fell to a level at which somebody wants to know, or rose above it again: the threshold that was set for an
/// item, else what is sold of it before more can come; and nothing at all.
package struct StockCrossing: Codable, Hashable, Sendable {
  package var fell: [Int64] = []
  package var rose: [Int64] = []

  package init(fell: [Int64] = [], rose: [Int64] = []) {
    self.fell = fell
    self.rose = rose
  }

  /// Asked for in the transaction of the movement. It has no key: a job that runs may have looked before this movement.
  package static let job = JobKind<StockCrossing>("stock_crossed", limit: .aMinute)
}

/// How much of an item was there before a movement and after it.
struct StockChange: Hashable, Sendable {
  let item: Int64
  let before: Quantity
  let after: Quantity
  let lowAt: Quantity?

  private let kind: Movement.Kind

  init(_ movement: Movement, left: Quantity, lowAt: Quantity?) {
    item = movement.item
    before = left - movement.quantity
    after = left
    self.lowAt = lowAt
    kind = movement.kind
  }

  /// What was taken back is as low as it was before: no news.
  var fell: Bool { kind != .reversal && levels.contains { before > $0 && after <= $0 } }
  /// The first that was ever written of an item is no rise.
  var rose: Bool { kind != .opening && levels.contains { before <= $0 && after > $0 } }

  private var levels: [Quantity] { [.zero] + [lowAt].compactMap(\.self) }
}

extension Books {
  /// What this group brought down to a level.
  package func itemsBroughtLow(by group: EntryGroup) async throws -> [Int64] {
    try await query(
      """
      -- The few entries of the group first, whatever is known of the tables: this stands on the path of every sale.
      with moved as materialized (
        select item_id, entry_id, quantity, on_hand_after from stock_entries
        where shop_id = \(shop) and group_id = \(group.id))
      select e.item_id from moved e join items i on i.shop_id = \(shop) and i.item_id = e.item_id
        cross join lateral unnest(array[0, coalesce(i.threshold, i.runs_low_at)]) as level
      where e.on_hand_after <= level and e.on_hand_after - e.quantity > level
      group by e.item_id order by min(e.entry_id)
      """
    ).map { try $0.decode(Int64.self) }
  }

  func sayCrossings(_ changes: [StockChange]) async throws {
    let crossing = StockCrossing(fell: changes.filter(\.fell).map(\.item), rose: changes.filter(\.rose).map(\.item))
    guard crossing != StockCrossing() else { return }
    try await transaction.enqueue(StockCrossing.job, crossing, at: now)
  }
}
