import Intents
import Measures
import Testing

/// Which item a name is.
struct NamingTests {
  @Test(arguments: ["1 carton tata namak aaya", "tata mith 1 box ala", "tata salt 2 packet aaye"])
  func `a brand before its goods is one item`(_ text: String) {
    let items = CornerShop.understand(text).slots.items.map(\.item)
    #expect(items.first == .known("tata_salt"))
  }

  @Test func `a brand that we do not have is one line and is asked about`() {
    let frame = CornerShop.understand("2 packet surbhi namak becha")
    #expect(frame.slots.items.count == 1)
    #expect(frame.slots.items.first?.item == .unknown(spoken: "surbhi namak", nearest: ["salt"]))
  }

  @Test func `a group of goods is a choice of its items`() {
    let frame = CornerShop.understand("got 5 litre oil today")
    #expect(frame.intent == .stockAdd)
    #expect(frame.slots.items.first?.item == .several(["sunflower_oil", "mustard_oil"], spoken: "oil"))
  }

  @Test(arguments: ["pudhcha", "kya kya pooch sakta hu", "kal india ka match kitne baje hai"])
  func `words that only sound a little like goods are none`(_ text: String) {
    #expect(CornerShop.understand(text).slots.items.isEmpty)
  }

  @Test func `an index of hundreds of items is built at once`() {
    let items = (0..<350).map { number in
      CatalogueItem(
        id: "\(number)", names: (0..<8).map { "surya masala number \(number) \($0)" }, category: nil, unit: .packet)
    }
    let took = ContinuousClock().measure { _ = Catalogue(items) }
    #expect(took < .seconds(2), "ten times what a slow debug build takes")
  }
}
