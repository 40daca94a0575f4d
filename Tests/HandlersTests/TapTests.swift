import Measures
import Testing

@testable import Handlers

struct TapTests {
  @Test(arguments: [
    Tap.undo(group: 7), .yes(question: 1), .no(question: 9_000_000_000), .pick(question: 3, index: 0),
    .newItem(question: 4), .listPage(offset: 15, category: nil), .listPage(offset: 30, category: "pulse"),
    .listPage(offset: 0, category: "oil: cold pressed"), .order(supplier: nil, OrderWish()),
    .order(supplier: 12, OrderWish(days: 14, cash: Money(rupees: 5_000), items: [3, 4])),
    .order(supplier: 12, OrderWish(category: "oil, cold: pressed", known: 9_000_000_000)),
    .price(item: 5, paise: 4_700),
  ])
  func `a tap survives the way to the phone and back`(tap: Tap) {
    #expect(Tap(id: tap.id) == tap)
  }

  @Test(arguments: [
    "", "undo", "undo:", "undo:x", "pick:1", "pick:1:-1", "pick:1:x", "list:-5", "list:99999999999999999999", "drop:1",
    "yes:1:2:3x", "🙂", "order:1", "order:1:x", "order:1:7", "price:1", "price:1:0", "price:1:-5", "price:1:x",
  ])
  func `an id that we never gave out is no tap, or a harmless one`(id: String) {
    guard let tap = Tap(id: id) else { return }
    #expect(tap == .yes(question: 1))
  }
}
