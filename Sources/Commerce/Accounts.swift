package import Database
internal import Inventory

extension Books {
  /// Those customers, in that order.
  package func customers(_ ids: [Int64]) async throws -> [Customer] {
    guard !ids.isEmpty else { return [] }
    return try await query(
      """
      select c.customer_id, c.name, c.phone
      from unnest(\(ids)) with ordinality as wanted (customer_id, place)
        join customers c on c.shop_id = \(shop) and c.customer_id = wanted.customer_id
      order by wanted.place
      """
    ).map { row in
      let (id, name, phone) = try row.decode(Int64.self, String.self, String?.self)
      return Customer(id: id, name: name, phone: phone)
    }
  }

  /// Opens an account for somebody who has none yet; the name is known to the understanding from the next message on.
  package func addCustomer(_ name: String) async throws -> Int64 {
    try await catalogueChanged()
    return try await query(
      "insert into customers (shop_id, name, created_at) values (\(shop), \(name), \(now)) returning customer_id"
    ).only().decode(Int64.self)
  }
}
