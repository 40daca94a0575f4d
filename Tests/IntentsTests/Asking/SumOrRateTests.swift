import Intents
import Measures
import Testing

/// “chini 5 kilo 44”: what the second number is, by what one kilo costs as a rule.
struct SumOrRateTests {
  @Test func `five kilos at 44 as a rule`() {
    let rows: [(said: Int64, meant: SumOrRate)] = [
      (220, .sum), (210, .sum), (250, .sum), (44, .rate), (46, .rate), (40, .rate), (100, .open), (900, .open),
      (10, .open),
    ]
    for row in rows {
      let reading = SumOrRate.reading(of: Money(rupees: row.said), for: Quantity(5), rate: Money(rupees: 44))
      #expect(reading == row.meant, "\(row.said)")
    }
  }

  @Test func `of two, what is exactly the rate is the rate, and exactly the sum the sum`() {
    let rate = Money(rupees: 118)
    #expect(SumOrRate.reading(of: rate, for: Quantity(2), rate: rate) == .rate)
    #expect(SumOrRate.reading(of: Money(rupees: 236), for: Quantity(2), rate: rate) == .sum)
    #expect(SumOrRate.reading(of: Money(rupees: 170), for: Quantity(2), rate: rate) == .open)
  }

  @Test func `without a rate of ours nothing can tell`() {
    #expect(SumOrRate.reading(of: Money(rupees: 44), for: Quantity(5), rate: nil) == .open)
  }
}
