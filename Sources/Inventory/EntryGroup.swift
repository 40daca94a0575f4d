package import Database
package import Measures

/// What one message writes: entries that are read back together and undone together.
package struct EntryGroup: Hashable, Sendable {
  /// Stored names; they never change.
  package enum Kind: String, Hashable, Sendable {
    case sale
    case stockIn = "stock_in"
    case stockSet = "stock_set"
    case stockOut = "stock_out"
    case price, threshold, item, opening, name
    /// The takings of a day, told as one figure.
    case takings
    case saleReturn = "sale_return"
    case creditGiven = "credit_given"
    case creditReceived = "credit_received"
    case expense
    case competitorPrice = "competitor_price"
    case itemChange = "item_change"
    /// People: who belongs to the shop, and where its customers can be reached.
    case member, customer
    case supplierPaid = "supplier_paid"
    case supplierOwed = "supplier_owed"
    case itemDetail = "item_detail"
    /// A day of the place that was told.
    case event
    /// Goods that were ordered from a supplier.
    case order
  }

  package let id: Int64
  package let kind: Kind

  package init(id: Int64, kind: Kind) {
    self.id = id
    self.kind = kind
  }
}

/// On whose word something is written, and for which business day.
package struct Author: Hashable, Sendable {
  package let inboxID: Int64?
  package let member: Int64?
  package let day: Day

  package init(inboxID: Int64?, member: Int64?, day: Day) {
    self.inboxID = inboxID
    self.member = member
    self.day = day
  }
}

extension Books {
  /// Opens a group for the entries that follow.
  package func openGroup(_ kind: EntryGroup.Kind, by author: Author, reversing group: Int64? = nil) async throws
    -> EntryGroup
  {
    let id = try await query(
      """
      insert into entry_groups (shop_id, kind, reverses, inbox_id, member_id, day, at)
      values (\(shop), \(kind.rawValue), \(group), \(author.inboxID), \(author.member), \(author.day), \(now))
      returning group_id
      """
    ).only().decode(Int64.self)
    return EntryGroup(id: id, kind: kind)
  }

  /// The last group that this member wrote and that was not taken back; nil when there is none.
  package func lastGroup(of member: Int64?) async throws -> EntryGroup? {
    try await query(
      """
      select g.group_id, g.kind from entry_groups g
      where g.shop_id = \(shop) and g.member_id is not distinct from \(member) and g.reverses is null
        and g.kind <> 'opening'
        and not exists (select from entry_groups r where r.shop_id = g.shop_id and r.reverses = g.group_id)
      order by g.group_id desc limit 1
      """
    ).first.map(EntryGroup.init)
  }

  /// That the group of a later entry still stands: it takes nothing back, and was not taken back.
  package func stands(_ group: SQL) -> SQL {
    """
    exists (select from entry_groups s where s.shop_id = \(shop) and s.group_id = \(group) and s.reverses is null
      and not exists (select from entry_groups r where r.shop_id = s.shop_id and r.reverses = s.group_id))
    """
  }

  /// A group by its id, and whether it was taken back already. Nil for a group that this shop does not have.
  package func group(_ id: Int64) async throws -> (group: EntryGroup, isReversed: Bool)? {
    guard
      let row = try await query(
        """
        select g.group_id, g.kind from entry_groups g
        where g.shop_id = \(shop) and g.group_id = \(id) and g.reverses is null
        """
      ).first
    else { return nil }
    let reversals = try await query(
      "select group_id from entry_groups where shop_id = \(shop) and reverses = \(id)")
    return (try EntryGroup(row), !reversals.isEmpty)
  }
}

extension EntryGroup {
  fileprivate init(_ row: Row) throws {
    let (id, kind) = try row.decode(Int64.self, String.self)
    guard let kind = Kind(rawValue: kind) else { throw DatabaseError.decoding("entry group of kind \(kind)") }
    self.init(id: id, kind: kind)
  }
}
