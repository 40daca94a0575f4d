package import Measures

/// One thing that the shop sells, with all the names people use for it, in any script.
package struct CatalogueItem: Hashable, Sendable {
  package let id: String
  package let names: [String]
  package let category: String?
  package let unit: Unit

  package init(id: String, names: [String], category: String?, unit: Unit) {
    self.id = id
    self.names = names
    self.category = category
    self.unit = unit
  }
}

/// The shop's goods, indexed once, so that a word finds its item in any script and with small faults of spelling.
package struct Catalogue: Sendable {
  package let items: [CatalogueItem]
  let index: NameIndex
  let near: NearIndex
  let categories: Set<String>
  private let numbers: [String: Int]

  package init(_ items: [CatalogueItem]) {
    self.items = items
    index = NameIndex(items)
    near = NearIndex(index)
    categories = Set(items.compactMap(\.category))
    numbers = Dictionary(items.enumerated().map { ($0.element.id, $0.offset) }) { first, _ in first }
  }

  package static let empty = Catalogue([])

  /// Where an item stands in the list.
  func number(of id: String) -> Int? { numbers[id] }

  func item(_ number: Int) -> CatalogueItem { items[number] }
}

/// People whom the shop knows, as written in its books.
package struct KnownNames: Sendable {
  package var customers: [String]
  package var suppliers: [String]
  package var staff: [String]

  package init(customers: [String], suppliers: [String], staff: [String]) {
    self.customers = customers
    self.suppliers = suppliers
    self.staff = staff
  }

  package static let none = KnownNames(customers: [], suppliers: [], staff: [])
}
