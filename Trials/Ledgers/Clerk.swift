import Commerce
import Database
import Inventory
import Measures
import TestSupport

/// Writes what chance says, in the books and in the sums beside them, and looks at every answer of the books.
struct Clerk: Sendable {
  var chance: Chance
  var shelf: Shelf
  var shadow: ShadowBooks
  /// How often the books refused, rightly.
  private(set) var refusals = 0

  init(seed: UInt64, shelf: Shelf, shadow: ShadowBooks) {
    chance = Chance(seed: seed)
    self.shelf = shelf
    self.shadow = shadow
  }

  /// Something that is written in one message.
  mutating func operate(in books: Books) async throws {
    switch chance.within(1...100) {
    case ...30: try await sell(in: books)
    case ...36: try await takeBack(in: books)
    case ...40: try await sellUnnamed(in: books)
    case ...43: try await tellTakings(in: books)
    case ...53: try await receive(in: books)
    case ...58: try await count(in: books)
    case ...63: try await reduce(in: books)
    case ...68: try await charge(.given, in: books)
    case ...74: try await charge(.received, in: books)
    case ...77: try await settle(in: books)
    case ...80: try await spend(in: books)
    case ...84: try await price(in: books)
    case ...85: try await limit(in: books)
    case ...87: try await note(in: books)
    case 88 where chance.once(in: 2): try await create(in: books)
    default: try await undo(in: books)
    }
  }

  /// By nobody in particular; today, or on one of the days before.
  mutating func author() -> Author {
    let today = Shelf.firstDay.adding(shadow.writings.count / Shelf.messagesPerDay)
    return Author(inboxID: nil, member: nil, day: today.adding(-Int(chance.within(0...Shelf.memoryDays))))
  }

  mutating func refused() { refusals += 1 }

  /// So much of something, in a unit in which people speak of it, as the item's own. What cannot be held exactly is
  /// refused, and something else said.
  mutating func goods() throws -> (item: Item, quantity: Quantity) {
    while true {
      let item = chance.one(of: shelf.items)
      let unit = chance.one(of: Shelf.spoken(of: item))
      let spoken =
        chance.once(in: 3) ? Quantity(thousandths: chance.within(1...99_999)) : Quantity(chance.within(1...60))
      if let own = try item.exactly(spoken, unit) { return (item, own) }
      refused()
    }
  }

  mutating func money() -> Money { Money(paise: chance.within(1...1_999_999)) }
}
