package import Database
package import Measures

/// A movement of goods: what is there changes, and an entry says why.
package struct Movement: Hashable, Sendable {
  /// Stored names; they never change.
  package enum Kind: String, Hashable, Sendable { case opening, purchase, sale, `return`, count, reduction, reversal }

  package let item: Int64
  package let kind: Kind
  /// Signed, in the item's own unit.
  package let quantity: Quantity
  package var reason: String?
  /// Per unit.
  package var cost: Money?
  package var supplier: Int64?

  package init(
    item: Int64, kind: Kind, quantity: Quantity, reason: String? = nil, cost: Money? = nil, supplier: Int64? = nil
  ) {
    self.item = item
    self.kind = kind
    self.quantity = quantity
    self.reason = reason
    self.cost = cost
    self.supplier = supplier
  }
}

/// The one writer of `stock_entries`. What is on hand is kept by the same statement, so that it always equals the sum
/// of the entries; and whoever brings it past a level, by whatever door, says so in the same transaction.
extension Books {
  /// Returns what is there afterwards.
  @discardableResult
  package func move(_ movement: Movement, in group: EntryGroup, by author: Author) async throws -> Quantity {
    let (left, lowAt) = try await query(
      """
      with changed as (
        insert into stock as s (shop_id, item_id, on_hand)
        values (\(shop), \(movement.item), \(movement.quantity))
        on conflict (shop_id, item_id) do update set on_hand = s.on_hand + excluded.on_hand
        returning on_hand
      )
      insert into stock_entries
        (shop_id, group_id, item_id, kind, quantity, on_hand_after, reason, cost, supplier_id, day, at)
      select \(shop), \(group.id), \(movement.item), \(movement.kind.rawValue), \(movement.quantity), on_hand,
        \(movement.reason), \(movement.cost), \(movement.supplier), \(author.day), \(now)
      from changed
      returning on_hand_after, (
        select coalesce(threshold, runs_low_at) from items where shop_id = \(shop) and item_id = \(movement.item))
      """
    ).only().decode(Quantity.self, Quantity?.self)
    try await sayCrossings([StockChange(movement, left: left, lowAt: lowAt)])
    return left
  }

  /// Opens a group and moves goods in it, all in one statement; returns what is there after each movement.
  package func move(_ movements: [Movement], opening kind: EntryGroup.Kind, by author: Author) async throws
    -> (group: EntryGroup, left: [Quantity])
  {
    let rows = try await query(
      """
      with opened as (
        insert into entry_groups (shop_id, kind, inbox_id, member_id, day, at)
        values (\(shop), \(kind.rawValue), \(author.inboxID), \(author.member), \(author.day), \(now))
        returning group_id
      ), given as (
        select * from unnest(\(movements.map(\.item)), \(movements.map(\.kind.rawValue)), \(movements.map(\.quantity)),
          \(movements.map(\.reason)), \(movements.map(\.cost)), \(movements.map(\.supplier)))
          with ordinality as t (item, kind, quantity, reason, cost, supplier, place)
      ), changed as (
        insert into stock as s (shop_id, item_id, on_hand)
        select \(shop), item, sum(quantity) from given group by item order by item
        on conflict (shop_id, item_id) do update set on_hand = s.on_hand + excluded.on_hand
        returning item_id, on_hand
      )
      insert into stock_entries
        (shop_id, group_id, item_id, kind, quantity, on_hand_after, reason, cost, supplier_id, day, at)
      select \(shop), group_id, item, kind, quantity,
        -- Of one item moved twice, the first leaves what the second has not yet taken.
        on_hand - coalesce(sum(quantity) over (
          partition by item order by place desc rows between unbounded preceding and 1 preceding), 0),
        reason, cost, supplier, \(author.day), \(now)
      from opened, given join changed on item_id = item order by place
      returning group_id, on_hand_after, (
        select coalesce(threshold, runs_low_at) from items i where i.shop_id = \(shop) and i.item_id = stock_entries.item_id)
      """
    ).map { try $0.decode(Int64.self, Quantity.self, Quantity?.self) }
    guard let group = rows.first?.0 else { throw DatabaseError.decoding("a group of no movements") }
    try await sayCrossings(
      zip(movements, rows).map { StockChange($0, left: $1.1, lowAt: $1.2) })
    return (EntryGroup(id: group, kind: kind), rows.map(\.1))
  }

  /// Sets what is there to what was counted; returns what the books said before.
  package func count(_ item: Int64, as counted: Quantity, in group: EntryGroup, by author: Author) async throws
    -> Quantity
  {
    let before = try await lockedOnHand(of: item)
    try await move(Movement(item: item, kind: .count, quantity: counted - before), in: group, by: author)
    return before
  }

  /// The statement that reads what is there of some items and holds it until the transaction ends, always in the same
  /// order; of an item that never had any there is no row.
  package func holding(_ items: [Int64]) -> SQL {
    """
    select item_id, on_hand from stock where shop_id = \(shop) and item_id = any (\(items))
    order by item_id for no key update
    """
  }

  /// What is there of each, held until the transaction ends.
  package func lockedOnHand(of items: [Int64]) async throws -> [Quantity] {
    let rows = try await query(holding(items)).map { try $0.decode(Int64.self, Quantity.self) }
    return items.map { item in rows.first { $0.0 == item }?.1 ?? .zero }
  }

  /// What is there, held until the transaction ends, so that a decision made on it stays true.
  package func lockedOnHand(of item: Int64) async throws -> Quantity {
    let known = try await query(
      "select on_hand from stock where shop_id = \(shop) and item_id = \(item) for no key update")
    if let row = known.first { return try row.decode(Quantity.self) }
    return try await query(
      """
      insert into stock as s (shop_id, item_id, on_hand) values (\(shop), \(item), 0)
      on conflict (shop_id, item_id) do update set on_hand = s.on_hand
      returning on_hand
      """
    ).only().decode(Quantity.self)
  }

  /// Writes the opposite of a group's movements; returns each with what is there afterwards.
  package func reverseMovements(of group: EntryGroup, in reversal: EntryGroup, by author: Author) async throws
    -> [(item: Int64, quantity: Quantity, left: Quantity)]
  {
    let rows = try await query(
      """
      select item_id, sum(quantity) from stock_entries
      where shop_id = \(shop) and group_id = \(group.id)
      group by item_id order by min(entry_id)
      """)
    var reversed: [(Int64, Quantity, Quantity)] = []
    for row in rows {
      let (item, quantity) = try row.decode(Int64.self, Quantity.self)
      let left = try await move(
        Movement(item: item, kind: .reversal, quantity: -quantity), in: reversal, by: author)
      reversed.append((item, quantity, left))
    }
    return reversed
  }
}
