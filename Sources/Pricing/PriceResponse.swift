import Foundation
import Measures

/// How demand answers to a price: the elasticity, with what is not known of it. At -2, one percent more costs two
/// percent of the sales.
package struct PriceResponse: Hashable, Sendable {
  package let elasticity: Double
  /// One standard deviation.
  package let deviation: Double
  /// Prices beside the usual one at which it was sold for a week or more.
  package let changesSeen: Int
  /// Whether own sales say anything beyond what is true of shops at large.
  package let isLearnt: Bool

  /// Of every ten shops, nine lie between -3 and -0.4. Bijmolt, van Heerde and Pieters, “New Empirical Generalizations on
  /// the Determinants of Price Elasticity”, Journal of Marketing Research 42 (2005), have -2.6 for promotions and brands;
  /// a shop's everyday prices are answered to less.
  package static let atLarge = PriceResponse(elasticity: -1.7, deviation: 0.8, changesSeen: 0, isLearnt: false)

  init(elasticity: Double, deviation: Double, changesSeen: Int, isLearnt: Bool) {
    self.elasticity = elasticity
    self.deviation = deviation
    self.changesSeen = changesSeen
    self.isLearnt = isLearnt
  }

  /// Likely elasticities, each as likely as the others; demand never rises with the price.
  var scenarios: [Double] {
    Self.normalQuantiles.map { max(Self.range.lowerBound, min(Self.range.upperBound, elasticity + $0 * deviation)) }
  }

  private static let range = -6.0 ... -0.05

  /// Of the standard normal distribution at 1/18, 3/18 … 17/18.
  private static let normalQuantiles = [-1.593, -0.967, -0.589, -0.282, 0, 0.282, 0.589, 0.967, 1.593]
}

extension PriceResponse {
  /// What an owner's price says by itself: it is seldom far from the best one, which leaves a margin of one over the
  /// elasticity (A. Lerner, “The Concept of Monopoly and the Measurement of Monopoly Power”, Review of Economic Studies 1,
  /// 1934). Near the MRP it might be higher if the law let it, so that there customers answer to less than that.
  package static func expected(atMargin share: Double?, nearMRP: Bool) -> PriceResponse {
    guard let share, share > 0 else { return .atLarge }
    let implied = max(-3, min(-0.8, -1 / share))
    if nearMRP {
      let elasticity = max(0.65 * implied, atLarge.elasticity)  // anything from 0 to all of it, rather much
      return PriceResponse(elasticity: elasticity, deviation: atLarge.deviation, changesSeen: 0, isLearnt: false)
    }
    // A price that is a tenth off moves the elasticity so much for which it would be the best.
    let deviation = max(0.15, 0.12 * implied * (1 + implied))
    return PriceResponse(elasticity: implied, deviation: deviation, changesSeen: 0, isLearnt: false)
  }

  /// What own sales say of the response, shrunk to what was expected of it before.
  package init(to sold: [SoldDay], expecting prior: PriceResponse) {
    let days = sold.filter(\.isSound)
    let changes = Self.changes(in: days)
    guard changes > 0, let fit = ResponseFit(days, prior: prior) else {
      self = prior
      return
    }
    self.init(
      elasticity: fit.elasticity, deviation: fit.deviation, changesSeen: changes,
      isLearnt: fit.deviation < prior.deviation * Self.tellingShare)
  }

  /// Sales that leave nearly as much open as there was before say nothing.
  private static let tellingShare = 0.9
  private static let weekOfDays = 7

  /// The price at which it was sold on most days.
  static func usualPrice(in days: [SoldDay]) -> Money? {
    let counts = Dictionary(days.filter(\.isSound).map { ($0.price, 1) }, uniquingKeysWith: +)
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// Prices at least two percent beside the most usual one, each for a week of days or more.
  private static func changes(in days: [SoldDay]) -> Int {
    guard let usual = usualPrice(in: days) else { return 0 }
    let counts = Dictionary(days.map { ($0.price, 1) }, uniquingKeysWith: +)
    return counts.count { price, days in
      days >= weekOfDays && abs(price.amount / usual.amount - 1) >= 0.02
    }
  }
}
