package import Database
internal import Inventory
import Language

/// Somebody from whom the shop buys.
package struct Supplier: Hashable, Sendable {
  package let id: Int64
  package let name: String
  /// How many days after an order the goods come, where that was told.
  package let leadDays: Int?
  package let phone: String?

  package init(id: Int64, name: String, leadDays: Int? = nil, phone: String? = nil) {
    self.id = id
    self.name = name
    self.leadDays = leadDays
    self.phone = phone
  }

  /// By the whole name, in whatever script; “sharma” is but a word of “Sharma Traders”.
  package func isCalled(_ said: String) -> Bool { BusinessName(name) == BusinessName(said) }
}

extension Books {
  /// Names by which the shop knows its suppliers, for understanding.
  package func supplierNames() async throws -> [String] { try await allSuppliers().map(\.name) }

  private func allSuppliers() async throws -> [Supplier] {
    try await query(
      "select supplier_id, name, lead_days, phone from suppliers where shop_id = \(shop) order by supplier_id"
    ).map { row in
      let (id, name, leadDays, phone) = try row.decode(Int64.self, String.self, Int?.self, String?.self)
      return Supplier(id: id, name: name, leadDays: leadDays, phone: phone)
    }
  }

  /// The suppliers of that name in whatever script: those who are called just so, else those of whose name it is a word.
  package func suppliers(named name: String) async throws -> [Supplier] {
    let said = BusinessName(name)
    let all = try await allSuppliers()
    let whole = all.filter { BusinessName($0.name) == said }
    guard whole.isEmpty, said.words.count == 1, let word = said.words.first else { return whole }
    return all.filter { BusinessName($0.name).words.contains(word) }
  }

  /// Those suppliers, in that order.
  package func suppliers(_ ids: [Int64]) async throws -> [Supplier] {
    let all = try await allSuppliers()
    return ids.compactMap { id in all.first { $0.id == id } }
  }

  /// One more supplier; the name is known to the understanding from the next message on.
  package func addSupplier(_ name: String) async throws -> Supplier {
    try await catalogueChanged()
    let id = try await query(
      "insert into suppliers (shop_id, name, created_at) values (\(shop), \(name), \(now)) returning supplier_id"
    ).only().decode(Int64.self)
    return Supplier(id: id, name: name)
  }
}

/// A firm's name by its sounds. The word for what kind of firm it is sounds differently in each script (“traders”,
/// “ट्रेडर्स”), so it stands for itself.
private struct BusinessName: Hashable {
  let words: [SoundKey]

  init(_ name: String) {
    words = name.split(separator: " ").map { word in
      let sound = SoundKey(String(word))
      return Self.kinds[sound] ?? sound
    }
  }

  private static let kinds: [SoundKey: SoundKey] = {
    let lines = [
      "traders trader trading ट्रेडर्स ट्रेडर ट्रेडिंग", "agency agencies ejensi एजेंसी एजन्सी एजंसी एजेंसीज",
      "stores store स्टोर्स स्टोर स्टोअर्स स्टोअर", "enterprises enterprise एंटरप्राइजेज एंटरप्रायजेस एंटरप्राइज",
      "distributors distributor डिस्ट्रीब्यूटर्स डिस्ट्रीब्यूटर डिस्ट्रिब्युटर", "dairy डेयरी डेअरी", "bakery बेकरी",
      "brothers bros ब्रदर्स", "sons संस सन्स", "company co कंपनी", "mart मार्ट", "hardware हार्डवेयर हार्डवेअर",
    ]
    return Dictionary(
      lines.flatMap { line in
        let words = line.split(separator: " ").map { SoundKey(String($0)) }
        return words.map { ($0, words[0]) }
      }, uniquingKeysWith: { first, _ in first })
  }()
}
