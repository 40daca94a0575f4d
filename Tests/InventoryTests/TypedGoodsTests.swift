import Foundation
import Inventory
import Measures
import Testing

/// Goods as a shopkeeper types them, and the lists that shops begin with.
struct TypedGoodsTests {
  @Test func `several goods stand in one message`() {
    let list = TypedGoods("chini 50 kilo 44, maggi 100 packet 14")
    #expect(
      list.lines == [
        TypedLine(name: "chini", quantity: Quantity(50), unit: .kilogram, price: Money(rupees: 44)),
        TypedLine(name: "maggi", quantity: Quantity(100), unit: .packet, price: Money(rupees: 14)),
      ])
    #expect(list.unread == [])
  }

  @Test(arguments: [
    "toor dal 30 kilo 140", "toor dal - 30 kg @140", "toor dal 30kg ₹140", "toor dal 30 kilo rate 140",
    "toor dal 30 kilo 140 rs", "toor dal 30 kilo 140 rupaye hai",
  ])
  func `a line is written in many ways`(text: String) {
    #expect(
      TypedGoods(text).lines == [
        TypedLine(name: "toor dal", quantity: Quantity(30), unit: .kilogram, price: Money(rupees: 140))
      ])
  }

  @Test func `lines, commas, and a new name after numbers each begin another thing`() {
    let list = TypedGoods("chini 50 kilo 44 tel 20 litre\nsabun 24 nag 35 aur पोहा 10 किलो ५०")
    #expect(list.lines.map(\.name) == ["chini", "tel", "sabun", "पोहा"])
    #expect(list.lines.map { $0.price?.paise } == [4_400, nil, 3_500, 5_000])
  }

  @Test func `the size of a packet belongs to the name`() {
    #expect(
      TypedGoods("maggi 70 gram 100 packet 14").lines == [
        TypedLine(name: "maggi 70 gram", quantity: Quantity(100), unit: .packet, price: Money(rupees: 14))
      ])
  }

  @Test func `one number is how much, money is what it costs`() {
    #expect(TypedGoods("maggi 100").lines == [TypedLine(name: "maggi", quantity: Quantity(100))])
    #expect(TypedGoods("pen 10 rs").lines == [TypedLine(name: "pen", price: Money(rupees: 10))])
    #expect(TypedGoods("Head & Shoulders 5 pcs 99.50").lines.first?.price == Money(paise: 9_950))
  }

  @Test func `what cannot be read is handed back and nothing is lost`() {
    let list = TypedGoods("chini 50 kilo 44, 5 6 7, dal 1 2 3 4, please write all of this down now")
    #expect(list.lines.map(\.name) == ["chini"])
    #expect(list.unread == ["5 6 7", "dal 1 2 3 4", "please write all of this down now"])
    #expect(TypedGoods("").lines == [])
    #expect(TypedGoods(String(repeating: "chini 5 ", count: 100)).lines.count == TypedGoods.linesMax)
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "templates/starter")

  @Test func `each kind of shop begins with forty to eighty goods that differ`() throws {
    let all = try StarterCatalogue.all(in: Self.folder)
    #expect(all.keys.sorted() == ["garments", "hardware", "kirana", "medical", "stationery"])
    for (kind, catalogue) in all {
      #expect((40...80).contains(catalogue.entries.count), "\(kind)")
      let shown = catalogue.entries.flatMap { entry in Set(entry.shown.map { "\($0.key) \($0.value)" }) }
      #expect(Set(shown).count == shown.count, "\(kind): a name stands twice")
    }
    #expect(all["kirana"]?.entry(called: "sakhar")?.name == "Sugar")
  }

  @Test func `a line of a list that cannot be read is named`() {
    #expect(throws: StarterCatalogue.Fault.self) { try StarterCatalogue("Sugar | चीनी | kg", file: "kirana.txt") }
    #expect(throws: StarterCatalogue.Fault.self) {
      try StarterCatalogue("Sugar | चीनी | साखर | stone | sugar", file: "kirana.txt")
    }
  }
}
