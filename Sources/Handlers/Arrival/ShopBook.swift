import Database

/// What a shop says of itself, and what its members prefer.
extension Books {
  func setShop(name: String) async throws {
    try await execute("update shops set name = \(name.withoutNUL) where shop_id = \(shop)")
  }

  func setShop(kind: ShopKind) async throws {
    try await execute("update shops set kind = \(kind.rawValue) where shop_id = \(shop)")
  }

  func setShop(city: String) async throws {
    try await execute("update shops set city = \(city.withoutNUL) where shop_id = \(shop)")
  }

  func prefer(summaryAt minute: Int, for member: Int64?) async throws {
    guard let member else { return }
    try await execute(
      """
      insert into preferences (shop_id, member_id, summary_at, changed_at)
      values (\(shop), \(member), \(minute), \(now))
      on conflict (shop_id, member_id) do update set summary_at = excluded.summary_at, changed_at = excluded.changed_at
      """)
  }
}
