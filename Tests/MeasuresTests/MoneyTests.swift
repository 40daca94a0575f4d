import Measures
import Testing

struct MoneyTests {
  @Test(arguments: [
    (Int64(0), "₹0"), (4500, "₹45"), (1250, "₹12.50"), (5, "₹0.05"), (12_500_000, "₹1,25,000"),
    (-4500, "-₹45"), (123_456_750, "₹12,34,567.50"),
  ])
  func `money is written with the rupee sign and Indian commas`(paise: Int64, written: String) {
    #expect(Money(paise: paise).description == written)
  }

  @Test func `money reads what it writes`() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<1_000 {
      let money = Money(paise: Int64.random(in: 0...9_000_000_000, using: &random))
      #expect(Money(text: money.description.dropFirst()) == money)
    }
  }

  @Test(arguments: ["", ".", "4.555", "12a", "१२", "--3"])
  func `what is no amount is refused`(text: String) {
    #expect(Money(text: text) == nil)
  }

  @Test func `a rate times a quantity is rounded half up to the paisa`() throws {
    let rate = Money(paise: 4_250)
    #expect(rate.times(try #require(Quantity(text: "2.5"))) == Money(paise: 10_625))
    #expect(Money(paise: 1).times(try #require(Quantity(text: "0.5"))) == Money(paise: 1))
    #expect(Money(paise: .max).times(Quantity(2)) == nil)
  }
}
