import Foundation
import PriceTrial

/// What the advice on prices is worth: simulated shops that follow it for half a year, beside the same that keep their
/// prices and those whose owner knows the future.
struct PriceBench {
  let isShort: Bool

  private static let seeds: [UInt64] = [1, 1_000_003, 77_777_777]

  func run() {
    for goods in SimulatedGoods.allCases {
      for hasHistory in [true, false] {
        let trial = PriceTrial(goods: goods, hasHistory: hasHistory)
        let outcomes = Self.seeds.flatMap { trial.run(items: isShort ? 50 : 500, seed: $0) }
        say("\n\(goods.words), \(hasHistory ? "earlier prices seen" : "one price ever")")
        say(
          "| elasticity | items | gain | oracle's gain | reached | better | worse |\n|---|---:|---:|---:|---:|---:|---:|"
        )
        for lowest in stride(from: -3.0, to: -0.5, by: 0.5) {
          let band = outcomes.filter { $0.elasticity >= lowest && $0.elasticity < lowest + 0.5 }
          say(Self.row("\(lowest) … \(lowest + 0.5)", band))
        }
        say(Self.row("all", outcomes))
      }
    }
  }

  private static func row(_ name: String, _ outcomes: [TrialOutcome]) -> String {
    let shares = [outcomes.gain, outcomes.oracleGain, outcomes.reached].map { String(format: "%.1f %%", $0 * 100) }
    let better = outcomes.count { $0.earned > $0.kept * 1.000_5 }
    let worse = outcomes.count { $0.earned < $0.kept * 0.999_5 }
    return "| " + ([name, "\(outcomes.count)"] + shares + ["\(better)", "\(worse)"]).joined(separator: " | ") + " |"
  }
}

extension SimulatedGoods {
  fileprivate var words: String {
    switch self {
    case .printed: "Packed goods, MRP 15 to 120 % above cost"
    case .loose: "Goods whose MRP is far away (three to five times the cost)"
    }
  }
}
