package import Database

extension Books {
  /// Opens an account for somebody who has none yet.
  package func addCustomer(_ name: String) async throws -> Int64 {
    try await query(
      "insert into customers (shop_id, name, created_at) values (\(shop), \(name), \(now)) returning customer_id"
    ).only().decode(Int64.self)
  }
}
