package import Database

/// What is noted of an item beside its name and prices, or of a supplier. Stored names; they never change.
package enum NotedDetail: String, Hashable, Sendable {
  case taxRate = "tax_rate"
  case hsn, category, barcode, supplier
  case leadDays = "lead_days"

  fileprivate var column: SQL {
    switch self {
    case .taxRate: "tax_rate"
    case .hsn: "hsn"
    case .category: "category"
    case .barcode: "barcode"
    case .supplier: "supplier_id"
    case .leadDays: "lead_days"
    }
  }

  fileprivate func cast(_ value: String?) -> SQL {
    switch self {
    case .taxRate, .leadDays: "\(value)::text::integer"
    case .supplier: "\(value)::text::bigint"
    case .hsn, .category, .barcode: "\(value)::text"
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

  /// How many days after an order a supplier's goods come.
  package func noteLeadDays(_ days: Int?, of supplier: Int64, in group: EntryGroup) async throws {
    _ = try await query(
      """
      with noted as (
        insert into item_details (shop_id, group_id, supplier_id, kind, was, value, at)
        select \(shop), \(group.id), \(supplier), 'lead_days', lead_days::text, \(days)::integer::text, \(now)
        from suppliers where shop_id = \(shop) and supplier_id = \(supplier)
      )
      update suppliers set lead_days = \(days) where shop_id = \(shop) and supplier_id = \(supplier)
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

  /// Puts what a group noted back to what stood before; returns whose it was. What was noted again since stays.
  package func reverseDetails(of group: EntryGroup, in reversal: EntryGroup) async throws
    -> (items: [Int64], suppliers: [Int64])
  {
    let rows = try await query(
      """
      select d.item_id, d.supplier_id, d.kind, d.was from item_details d
      where d.shop_id = \(shop) and d.group_id = \(group.id)
        and not exists (select from item_details l where l.shop_id = d.shop_id and l.kind = d.kind
          and l.item_id is not distinct from d.item_id and l.supplier_id is not distinct from d.supplier_id
          and l.detail_id > d.detail_id and \(stands("l.group_id")))
      order by d.detail_id
      """)
    var reversed: (items: [Int64], suppliers: [Int64]) = ([], [])
    for row in rows {
      let (item, supplier, kind, was) = try row.decode(Int64?.self, Int64?.self, String.self, String?.self)
      if let item, let detail = NotedDetail(rawValue: kind) {
        try await note(detail, was, of: item, in: reversal)
        reversed.items.append(item)
      } else if let supplier {
        try await noteLeadDays(was.flatMap { Int($0) }, of: supplier, in: reversal)
        reversed.suppliers.append(supplier)
      }
    }
    return reversed
  }
}
