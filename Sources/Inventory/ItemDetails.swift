package import Database

/// What is noted of an item beside its name and prices. Stored names; they never change.
package enum NotedDetail: String, Hashable, Sendable {
  case taxRate = "tax_rate"
  case hsn, category, barcode, supplier

  fileprivate var column: SQL {
    switch self {
    case .taxRate: "tax_rate"
    case .hsn: "hsn"
    case .category: "category"
    case .barcode: "barcode"
    case .supplier: "supplier_id"
    }
  }

  fileprivate func cast(_ value: String?) -> SQL {
    switch self {
    case .taxRate: "\(value)::text::integer"
    case .supplier: "\(value)::text::bigint"
    case .hsn, .category, .barcode: "\(value)::text"
    }
  }
}

/// What is noted of a supplier.
package enum SupplierDetail: String, Hashable, Sendable {
  /// How many days after an order the goods come.
  case leadDays = "lead_days"
  /// Where an order goes, with the country code.
  case phone

  fileprivate var column: SQL {
    switch self {
    case .leadDays: "lead_days"
    case .phone: "phone"
    }
  }

  fileprivate func cast(_ value: String?) -> SQL {
    switch self {
    case .leadDays: "\(value)::text::integer"
    case .phone: "\(value)::text"
    }
  }
}

/// The last value counts and stands in the item's row; each change is an entry of its own, so that it can be taken back.
extension Books {
  package func note(_ detail: NotedDetail, _ value: String?, of item: Int64, in group: EntryGroup) async throws {
    let was = try await query(
      "select \(detail.column)::text from items where shop_id = \(shop) and item_id = \(item) for no key update"
    ).only().decode(String?.self)
    _ = try await query(
      """
      insert into item_details (shop_id, group_id, item_id, kind, was, value, at)
      values (\(shop), \(group.id), \(item), \(detail.rawValue), \(was), \(value), \(now))
      """)
    _ = try await query(
      """
      update items set \(detail.column) = \(detail.cast(value)) where shop_id = \(shop) and item_id = \(item)
      """)
    if detail == .category { try await catalogueChanged() }
  }

  package func note(
    _ detail: SupplierDetail, _ value: String?, ofSupplier supplier: Int64, in group: EntryGroup
  ) async throws {
    _ = try await query(
      """
      with noted as (
        insert into item_details (shop_id, group_id, supplier_id, kind, was, value, at)
        select \(shop), \(group.id), \(supplier), \(detail.rawValue), \(detail.column)::text, \(value)::text, \(now)
        from suppliers where shop_id = \(shop) and supplier_id = \(supplier)
      )
      update suppliers set \(detail.column) = \(detail.cast(value)) where shop_id = \(shop) and supplier_id = \(supplier)
      """)
  }

  package func supplier(of item: Int64) async throws -> Int64? {
    try await query("select supplier_id from items where shop_id = \(shop) and item_id = \(item)").only()
      .decode(Int64?.self)
  }

  /// The item of the list that has this barcode.
  package func item(withBarcode barcode: String) async throws -> Item? {
    guard
      let id = try await query(
        "select item_id from items where shop_id = \(shop) and barcode = \(barcode) and retired_at is null"
      ).first?.decode(Int64.self)
    else { return nil }
    return try await item(id)
  }

  /// An item would have its barcode again that another one of the list has by now.
  package func isBarcodeGivenAway(since group: EntryGroup) async throws -> Bool {
    guard group.kind == .itemDetail || group.kind == .itemChange else { return false }
    let noted = try await detailsBefore(group).filter { $0.kind == NotedDetail.barcode.rawValue }
    return try await query(
      """
      with due as (
        select * from unnest(\(noted.map { $0.item ?? 0 }), \(noted.map { $0.value ?? "" })) as d (item_id, barcode)
        union all
        select i.item_id, i.barcode from item_changes c join items i on i.shop_id = c.shop_id and i.item_id = c.item_id
        where c.shop_id = \(shop) and c.group_id = \(group.id) and c.is_retired
      )
      select exists (select from due d join items o on o.shop_id = \(shop) and o.barcode = d.barcode
        and o.item_id <> d.item_id and o.retired_at is null)
      """
    ).only().decode(Bool.self)
  }

  /// Puts what a group noted back as `detailsBefore` says; returns whose it was.
  package func reverseDetails(of group: EntryGroup, in reversal: EntryGroup) async throws
    -> (items: [Int64], suppliers: [Int64])
  {
    var reversed: (items: [Int64], suppliers: [Int64]) = ([], [])
    for (item, supplier, kind, value) in try await detailsBefore(group) {
      if let item, let detail = NotedDetail(rawValue: kind) {
        try await note(detail, value, of: item, in: reversal)
        reversed.items.append(item)
      } else if let supplier, let detail = SupplierDetail(rawValue: kind) {
        try await note(detail, value, ofSupplier: supplier, in: reversal)
        reversed.suppliers.append(supplier)
      }
    }
    return reversed
  }

  /// What counts without a group: the last that still stands, else what stood before the first. What was noted again
  /// since is not among it.
  private func detailsBefore(_ group: EntryGroup) async throws
    -> [(item: Int64?, supplier: Int64?, kind: String, value: String?)]
  {
    try await query(
      """
      select d.item_id, d.supplier_id, d.kind,
        case when standing.detail_id is null then first.was else standing.value end
      from (select item_id, supplier_id, kind, min(detail_id) as detail_id from item_details
          where shop_id = \(shop) and group_id = \(group.id) group by item_id, supplier_id, kind) d
        cross join lateral (
          select f.was from item_details f where f.shop_id = \(shop) and f.kind = d.kind
            and f.item_id is not distinct from d.item_id and f.supplier_id is not distinct from d.supplier_id
          order by f.detail_id limit 1
        ) first
        left join lateral (
          select b.detail_id, b.value
          from item_details b join entry_groups g on g.shop_id = b.shop_id and g.group_id = b.group_id
          where b.shop_id = \(shop) and b.kind = d.kind and b.item_id is not distinct from d.item_id
            and b.supplier_id is not distinct from d.supplier_id and g.reverses is null and g.group_id <> \(group.id)
            and not exists (select from entry_groups r where r.shop_id = g.shop_id and r.reverses = g.group_id)
          order by b.detail_id desc limit 1
        ) standing on true
      where standing.detail_id is null or standing.detail_id < d.detail_id
      order by d.detail_id
      """
    ).map { try $0.decode(Int64?.self, Int64?.self, String.self, String?.self) }
  }
}
