import Measures
import Testing

struct QuantityTests {
  @Test(arguments: [("2.5", "2.5"), ("5", "5"), ("0.250", "0.25"), ("1250", "1,250"), ("-3", "-3"), (".5", "0.5")])
  func `a quantity is written without needless zeros`(text: String, written: String) throws {
    #expect(try #require(Quantity(text: text)).description == written)
  }

  @Test func `four decimals are refused unless they are zeros`() {
    #expect(Quantity(text: "1.2345") == nil)
    #expect(Quantity(text: "1.2340") == Quantity(thousandths: 1_234))
  }

  @Test func `units of one dimension convert exactly`() {
    #expect(Measure(Quantity(250), .gram).converted(to: .kilogram) == Quantity(thousandths: 250))
    #expect(Measure(Quantity(2), .dozen).converted(to: .piece) == Quantity(24))
    #expect(Measure(Quantity(1), .quintal).converted(to: .kilogram) == Quantity(100))
  }

  @Test func `what cannot be converted exactly is not converted`() {
    #expect(Measure(Quantity(1), .gram).converted(to: .tonne) == nil)
    #expect(Measure(Quantity(1), .litre).converted(to: .kilogram) == nil)
    #expect(Measure(Quantity(1), .sack).converted(to: .kilogram) == nil)
    #expect(Measure(Quantity(1), .piece).converted(to: .dozen) == nil)
  }
}
