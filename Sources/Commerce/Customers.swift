package import Database
import Language

/// Somebody who buys here and is known by name.
package struct Customer: Hashable, Sendable {
  package let id: Int64
  package let name: String
  package let phone: String?

  package init(id: Int64, name: String, phone: String?) {
    self.id = id
    self.name = name
    self.phone = phone
  }
}

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

  /// The customers of that name, whole or by one of its words, in whatever script it was written; several when the shop
  /// has two Rameshes.
  package func customers(named name: String) async throws -> [Customer] {
    let sound = SoundKey(name)
    return try await query(
      "select customer_id, name, other_names, phone from customers where shop_id = \(shop) order by customer_id"
    ).compactMap { row in
      let (id, own, others, phone) = try row.decode(Int64.self, String.self, [String].self, String?.self)
      let isCalledSo = ([own] + others).contains { known in
        SoundKey(known) == sound || known.split(separator: " ").contains { SoundKey(String($0)) == sound }
      }
      return isCalledSo ? Customer(id: id, name: own, phone: phone) : nil
    }
  }
}
