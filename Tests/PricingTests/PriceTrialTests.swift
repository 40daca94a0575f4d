import PriceTrial
import Testing

/// Simulated shops that follow the advice earn more than those that keep their prices. The long form is
/// `retailmind-bench pricing`.
struct PriceTrialTests {
  @Test(arguments: [true, false])
  func `half of what an oracle would gain is reached, with earlier prices and without`(hasHistory: Bool) {
    let outcomes = PriceTrial(hasHistory: hasHistory).run(items: 120, seed: 11)
    #expect(outcomes.oracleGain > 0.02)
    #expect(outcomes.reached >= 0.5)
    #expect(outcomes.allSatisfy { $0.earned > 0.85 * $0.kept })
  }

  @Test(arguments: [true, false])
  func `where the MRP is far and the oracle has little to gain, nothing is lost either`(hasHistory: Bool) {
    let outcomes = PriceTrial(goods: .loose, hasHistory: hasHistory).run(items: 120, seed: 11)
    #expect(outcomes.gain > 0)
  }
}
