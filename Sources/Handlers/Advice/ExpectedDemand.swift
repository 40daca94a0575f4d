import Demand
import Measures
import Pricing

/// A stored forecast, as advice wants it: what may be asked for from today on.
extension StoredForecast {
  /// Of a forecast that was made some days ago, the days that are still to come; nothing of one that is over.
  func demand(over days: Int, from today: Day) -> TotalDemand {
    let coming = expected.dropFirst(max(0, today.number - start.number)).prefix(days)
    let mean = coming.isEmpty ? 0 : coming.reduce(0, +) * Double(days) / Double(coming.count)
    let whole = self.mean(days: days)
    let scale = whole > 0 ? mean / whole : 0
    return TotalDemand(
      days: days, mean: mean, quantiles: Self.shares.map { ($0, scale * total(days: days, enoughWith: $0)) })
  }

  func outlook(from today: Day) -> DemandOutlook {
    DemandOutlook((1...Self.days).map { demand(over: $0, from: today) })
  }
}
