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
    self.init(items, index: NameIndex(items))
  }

  private init(_ items: [CatalogueItem], index: NameIndex) {
    self.items = items
    self.index = index
    near = NearIndex(index)
    categories = Set(items.compactMap(\.category))
    numbers = Dictionary(items.enumerated().map { ($0.element.id, $0.offset) }) { first, _ in first }
  }

  /// The list with one item changed, or added at its end: a twentieth of the work of indexing all of them.
  package func replacing(_ item: CatalogueItem) -> Catalogue { replacing([item]) }

  private func replacing(_ changed: [CatalogueItem]) -> Catalogue {
    var items = items
    var index = index
    for item in changed {
      let number = numbers[item.id] ?? items.count
      if number < items.count {
        index.remove(items[number], of: number)
        items[number] = item
      } else {
        items.append(item)
      }
      index.add(item, as: number)
    }
    return Catalogue(items, index: index)
  }

  /// The index of `new`, made from this one where only a few items differ and none is gone.
  package func updated(to new: [CatalogueItem]) -> Catalogue {
    let changed = new.filter { item in number(of: item.id).map { items[$0] != item } ?? true }
    let added = changed.count { number(of: $0.id) == nil }
    guard changed.count <= Self.changesMax, new.count == items.count + added else { return Catalogue(new) }
    return changed.isEmpty ? self : replacing(changed)
  }

  /// With more changes than these all of the list is indexed anew.
  private static let changesMax = 32

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
