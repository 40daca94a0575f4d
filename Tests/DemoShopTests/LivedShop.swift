import DemoShop
import Foundation
import Measures

/// The shop of the repository's files, and two years of it that several tests look at.
enum LivedShop {
  static let files = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("demo")
  static let kirana = Result { try Kirana(directory: files) }
  static let today = Day(text: "2026-11-21") ?? Day(number: 0)
  static let seed: UInt64 = 2_026
  static let years = Result { Years(of: try kirana.get()) }

  struct Years {
    let opening: [Quantity]
    let days: [DemoDay]
    let onHand: [Quantity]
    let balances: [Money]

    init(of kirana: Kirana) {
      var history = kirana.history(until: today, seed: seed)
      opening = history.opening
      var days: [DemoDay] = []
      while let day = history.next() { days.append(day) }
      self.days = days
      onHand = history.onHand
      balances = history.balances
    }

    var open: [DemoDay] { days.filter { !$0.sales.isEmpty } }

    /// The mean turnover of the open days that `isMeant`, in paise.
    func turnover(_ isMeant: (DemoDay) -> Bool) -> Int64 {
      let meant = open.filter(isMeant)
      return meant.reduce(0) { $0 + $1.turnover.paise } / Int64(max(1, meant.count))
    }
  }
}
