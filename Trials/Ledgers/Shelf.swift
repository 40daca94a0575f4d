import Commerce
import Database
import Inventory
import Measures
import TestSupport

/// Chance that can be had again from the seed.
typealias Chance = SplitMix

extension SplitMix {
  mutating func within(_ range: ClosedRange<Int64>) -> Int64 { Int64.random(in: range, using: &self) }

  /// True in one of `times` cases.
  mutating func once(in times: Int64) -> Bool { within(1...times) == 1 }

  mutating func one<Element>(of choices: [Element]) -> Element {
    choices[Int(within(0...Int64(choices.count - 1)))]
  }
}

/// Who and what the operations of one shop are about.
struct Shelf: Sendable {
  var items: [Item] = []
  var customers: [Int64] = []
  var suppliers: [Int64] = []

  static let firstDay = Day(number: 20_000)
  /// Messages of one business day.
  static let messagesPerDay = 1_000
  /// So many days back people still remember something to write down.
  static let memoryDays: Int64 = 6

  /// What an item is kept in, the packs it comes in, and the units in which people speak of it.
  struct Sort: Sendable {
    let unit: Measures.Unit
    let packs: [Measures.Unit: Quantity]
    let spoken: [Measures.Unit]
  }

  static let sorts: [Sort] = [
    Sort(unit: .kilogram, packs: [.sack: Quantity(50)], spoken: [.kilogram, .gram, .quintal, .sack]),
    Sort(unit: .gram, packs: [.packet: Quantity(250)], spoken: [.gram, .kilogram, .packet, .tonne]),
    Sort(
      unit: .kilogram, packs: [.bag: Quantity(thousandths: 12_625)],
      spoken: [.kilogram, .gram, .bag]),
    Sort(unit: .litre, packs: [.tin: Quantity(15)], spoken: [.litre, .millilitre, .tin]),
    Sort(unit: .millilitre, packs: [.bottle: Quantity(750)], spoken: [.millilitre, .litre, .bottle]),
    Sort(unit: .piece, packs: [.box: Quantity(24)], spoken: [.piece, .dozen, .pair, .box]),
    Sort(unit: .packet, packs: [.box: Quantity(48)], spoken: [.packet, .box, .dozen]),
    Sort(unit: .dozen, packs: [.crate: Quantity(thousandths: 2_500)], spoken: [.dozen, .piece, .crate]),
  ]

  /// The units in which people speak of an item, and one in which nobody should.
  static func spoken(of item: Item) -> [Measures.Unit] {
    (sorts.first { $0.unit == item.unit && $0.packs == item.packs }?.spoken ?? [item.unit]) + [.bundle]
  }

  /// People and the first goods.
  static func open(in books: Books) async throws -> Shelf {
    var shelf = Shelf()
    let author = Author(inboxID: nil, member: nil, day: firstDay)
    for number in 1...40 {
      let group = try await books.openGroup(.opening, by: author)
      shelf.items.append(try await shelf.item(number, of: sorts[number % sorts.count], in: group, books))
    }
    for number in 1...12 {
      shelf.customers.append(try await books.addCustomer("Customer \(number)"))
      shelf.suppliers.append(try await books.addSupplier("Supplier \(number)").id)
    }
    return shelf
  }

  func item(_ number: Int, of sort: Sort, in group: EntryGroup, _ books: Books) async throws -> Item {
    let id = try await books.createItem("Item \(number)", unit: sort.unit, in: group)
    for (unit, holds) in sort.packs { try await books.setPack(of: id, unit: unit, holds: holds) }
    guard let item = try await books.item(id) else { throw Difference("item \(number) is not on the list") }
    return item
  }
}

/// The books and the sums beside them do not say the same.
struct Difference: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
