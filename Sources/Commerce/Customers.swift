package import Database

extension Books {
  /// Names by which the shop knows its customers, for understanding.
  package func customerNames() async throws -> [String] {
    try await query(
      "select name, other_names from customers where shop_id = \(shop) order by customer_id"
    ).flatMap { row in
      let (name, others) = try row.decode(String.self, [String].self)
      return [name] + others
    }
  }

  /// The customers of that name, whole or by one of its words; several when the shop has two Rameshes.
  package func customers(named name: String) async throws -> [Int64] {
    try await query(
      """
      select customer_id from customers
      where shop_id = \(shop) and exists (
        select from unnest(array[name] || other_names) as known
        where lower(known) = lower(\(name)) or lower(\(name)) = any (string_to_array(lower(known), ' ')))
      order by customer_id
      """
    ).map { try $0.decode(Int64.self) }
  }

  package func supplierNames() async throws -> [String] {
    try await query("select name from suppliers where shop_id = \(shop) order by supplier_id")
      .map { try $0.decode(String.self) }
  }

  package func suppliers(named name: String) async throws -> [Int64] {
    try await query(
      """
      select supplier_id from suppliers
      where shop_id = \(shop)
        and (lower(name) = lower(\(name)) or lower(\(name)) = any (string_to_array(lower(name), ' ')))
      order by supplier_id
      """
    ).map { try $0.decode(Int64.self) }
  }
}
