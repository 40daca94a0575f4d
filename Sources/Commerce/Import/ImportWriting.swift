package import Database
package import Inventory
internal import Measures

extension Books {
  /// Writes what a plan says, all of it in one group, which undo takes back as a whole.
  ///
  /// - Parameter sha256: of the file: it is not written twice, unless it was taken back.
  package func write(_ plan: ImportPlan, sha256: [UInt8], named fileName: String, by author: Author) async throws
    -> EntryGroup
  {
    let group = try await openGroup(.item, by: author)
    try await add(plan.new, in: group, by: author)
    for change in plan.changed { try await apply(change, in: group, by: author) }
    _ = try await query(
      """
      insert into imports (shop_id, group_id, sha256, file_name, added, changed, unreadable, at)
      values (\(shop), \(group.id), \(sha256), \(fileName), \(plan.new.count), \(plan.changed.count),
        \(plan.unreadable.count), \(now))
      """)
    return group
  }

  /// When this very file was written, and was not taken back since. Whoever asks may write it: until then nobody else of
  /// the shop gets an answer, so that two owners who confirm one file at once do not both write it.
  package func wasImported(_ sha256: [UInt8]) async throws -> Bool {
    _ = try await query("select pg_advisory_xact_lock(hashtextextended('imports', \(shop)))")
    return try await query(
      """
      select exists (select from imports i where i.shop_id = \(shop) and i.sha256 = \(sha256)
        and not exists (select from entry_groups r where r.shop_id = i.shop_id and r.reverses = i.group_id))
      """
    ).only().decode(Bool.self)
  }

  /// Whether a group came from a file.
  package func isImport(_ group: EntryGroup) async throws -> Bool {
    try await query(
      "select exists (select from imports where shop_id = \(shop) and group_id = \(group.id))"
    ).only().decode(Bool.self)
  }

  /// The new items at once: a list of thousands is not to hold the conversation.
  private func add(_ new: [GoodsLine], in group: EntryGroup, by author: Author) async throws {
    guard !new.isEmpty else { return }
    let ids = try await query(
      """
      with made as (
        insert into items (shop_id, name, category, unit, created_in, created_at)
        select \(shop), name, category, unit, \(group.id), \(now)
        from unnest(\(new.map(\.name)), \(new.map(\.category)), \(new.map(\.kept.rawValue)))
          with ordinality as t (name, category, unit, place)
        order by place returning item_id, name
      ), named as (
        insert into item_names (shop_id, item_id, name) select \(shop), item_id, name from made
      )
      select item_id from made order by item_id
      """
    ).map { try $0.decode(Int64.self) }
    try await catalogueChanged()
    let rates = zip(ids, new).flatMap { id, goods in goods.rates.map { (id, $0.0, $0.1) } }
    try await write(rates, in: group, by: author)
    for (id, goods) in zip(ids, new) {
      if let counted = goods.counted, counted > .zero {
        try await move(Movement(item: id, kind: .opening, quantity: counted), in: group, by: author)
      }
      if let threshold = goods.threshold, let item = try await item(id) {
        try await setThreshold(of: item, to: threshold, in: group)
      }
    }
  }

  private func write(
    _ rates: [(item: Int64, kind: PriceBookKind, amount: Money)], in group: EntryGroup, by author: Author
  ) async throws {
    _ = try await query(
      """
      insert into prices (shop_id, group_id, item_id, kind, amount, day, at)
      select \(shop), \(group.id), item, kind, amount, \(author.day), \(now)
      from unnest(\(rates.map(\.item)), \(rates.map(\.kind.rawValue)), \(rates.map(\.amount))) as t (item, kind, amount)
      """)
  }

  private func apply(_ change: ImportPlan.Change, in group: EntryGroup, by author: Author) async throws {
    if let counted = change.counted { _ = try await count(change.item, as: counted, in: group, by: author) }
    for (kind, amount) in [(PriceBookKind.sale, change.price), (.mrp, change.mrp), (.cost, change.cost)] {
      guard let amount else { continue }
      try await writePrice(of: change.item, kind, amount, in: group, by: author)
    }
    if let threshold = change.threshold, let item = try await item(change.item) {
      try await setThreshold(of: item, to: threshold, in: group)
    }
  }
}

/// A new item, as it is kept.
extension GoodsLine {
  fileprivate var kept: Unit { (unit ?? .piece).kept }

  /// Of its own unit in one of the unit that was written.
  private var held: Quantity { Measure(Quantity(1), unit ?? .piece).converted(to: kept) ?? Quantity(1) }

  fileprivate var counted: Quantity? { quantity.flatMap { Measure($0, unit ?? .piece).converted(to: kept) } }

  /// Beside a dozen stands what a dozen costs; beside grams, what a kilo costs.
  fileprivate var rates: [(PriceBookKind, Money)] {
    [(PriceBookKind.sale, price), (.mrp, mrp), (.cost, cost)].compactMap { kind, amount in
      let own = held > Quantity(1) ? amount?.divided(by: held) : amount
      return own.map { (kind, $0) }
    }
  }
}
