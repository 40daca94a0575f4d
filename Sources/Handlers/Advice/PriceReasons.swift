import Inventory
import Language
import Measures
import Pricing

/// Why a price is advised, in words.
extension Turn {
  /// Nil for what other lines say already.
  func reason(_ reason: PriceReason, of advice: PriceAdvice, _ known: PricedItem) -> String? {
    let item = known.item
    return switch reason {
    case .aboveMRP(let mrp): say(.adviceAboveMrp, [.amount: .money(mrp)])
    case .heldByMRP(let mrp): say(.adviceHeldByMrp, [.amount: .money(mrp)])
    case .belowCost(let loss):
      say(advice.steps.count > 1 ? .adviceLossLater : .adviceLoss, [.rate: .rate(loss, item.unit)])
    case .presentBelowCost(let loss): say(.adviceLossNow, [.rate: .rate(loss, item.unit)])
    case .costUnknown: say(.adviceNoCost)
    case .responseUnknown(let changes): say(changes == 0 ? .adviceNeverChanged : .adviceTooLittle)
    case .response(let lost, let low, let high, _): response(lost, low, high)
    case .thinMargin(_, let least): say(.adviceThin, [.share: .share(Int64(least))])
    case .trial: say(.adviceTrial)
    case .highDemand(let expected, let stock, let days):
      say(
        .adviceHighDemand,
        [.days: .days(days), .qty: rough(expected, of: item), .have: rough(stock, of: item)])
    case .slowStock(let stock, let days):
      say(.adviceSlow, [.have: rough(stock, of: item), .days: .days(Int(min(days, 9_999).rounded()))])
    case .spoiling(let stock, let days, let before, let after):
      say(
        .adviceSpoiling,
        [
          .have: rough(stock, of: item), .days: .days(days), .usual: rough(before, of: item),
          .qty: rough(after, of: item),
        ])
    case .competitor(let price, let days):
      say(
        .adviceCompetitor,
        [.rate: .rate(price, item.unit), .date: .date(today.adding(-days), today: today)])
    case .noBetterPrice: say(.adviceNoBetter)
    }
  }

  /// “1% more on the rate: about 0.9% less sold”; with its range, so that nobody takes it for certain.
  private func response(_ lost: Double, _ low: Double, _ high: Double) -> String {
    func percent(_ share: Double) -> PhraseValue { .share(Int64((share * 100).rounded())) }
    return say(.adviceResponse, [.share: percent(lost), .low: percent(low), .high: percent(high)])
  }
}
