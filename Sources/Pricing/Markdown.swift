import Foundation
import Measures

/// Goods that spoil with more on the shelf than will be sold till then: down in steps, so that as much money comes back as can.
struct Markdown {
  let steps: [MarkdownStep]
  let reason: PriceReason

  static let stepsMax = 3
  /// Below this share of the price nothing is gained but the name of selling bad goods.
  private static let deepest = 0.3
  private static let ratios = stride(from: 0.95, through: deepest, by: -0.05)

  /// Nil where nothing spoils, or all will be sold anyway.
  init?(_ question: PriceQuestion, response: PriceResponse) {
    guard case .spoils(let days) = question.supply, let stock = question.stock, stock > 0,
      let course = Course(question, response: response, days: max(1, days))
    else { return nil }
    let kept = course.result(of: course.steps(ratio: 1))
    guard kept.sold < stock * Self.enough else { return nil }
    let tried = Self.ratios.map { course.steps(ratio: $0) }.map { (steps: $0, result: course.result(of: $0)) }
    let better = tried.filter { $0.result.revenue > kept.revenue }
    // The gentlest that clears the shelf; else what brings most.
    let chosen =
      better.first { $0.result.sold >= stock * Self.enough } ?? better.max { $0.result.revenue < $1.result.revenue }
    steps = chosen?.steps ?? []
    reason = .spoiling(
      stock: stock, days: max(1, days), soldBefore: kept.sold, soldAfter: (chosen?.result ?? kept).sold)
  }

  /// A shelf is as good as cleared when one in twenty is left: the last ones are never sure.
  private static let enough = 0.95
}

/// The days until goods spoil, in as many steps as there is time for.
private struct Course {
  private let question: PriceQuestion
  private let outlook: Outlook
  private let elasticities: [Double]
  private let starts: [Int]
  private let days: Int

  init?(_ question: PriceQuestion, response: PriceResponse, days: Int) {
    guard let outlook = Outlook(question, response: response) else { return nil }
    self.question = question
    self.outlook = outlook
    self.days = days
    elasticities = response.scenarios
    let count = min(Markdown.stepsMax, days)
    starts = (0..<count).map { $0 * days / count }
  }

  /// Down to this share of the price, by equal ratios.
  func steps(ratio: Double) -> [MarkdownStep] {
    var steps: [MarkdownStep] = []
    for (index, start) in starts.enumerated() {
      let price = question.price.amount * pow(ratio, Double(index + 1) / Double(starts.count))
      let round = ratio == 1 ? question.price : max(Coin.down(Money(about: price)), Coin.step(at: .zero))
      let walled = min(round, question.walls.ceiling ?? round, question.price)
      if walled != steps.last?.price { steps.append(MarkdownStep(inDays: start, price: walled)) }
    }
    return steps
  }

  /// What is expected to be sold, and to come in.
  func result(of steps: [MarkdownStep]) -> (sold: Double, revenue: Double) {
    let totals = question.demand.scenarios
    var (sold, revenue) = (0.0, 0.0)
    for elasticity in elasticities {
      let stages = steps.indices.map { index in
        let end = index + 1 < steps.count ? steps[index + 1].inDays : days
        let share = Double(end - steps[index].inDays) / Double(question.demand.days)
        let factor = outlook.factor(at: steps[index].price, elasticity)
        return (asked: share * factor, net: question.tax.net(of: steps[index].price).amount)
      }
      for total in totals {
        var left = question.stock ?? 0
        for stage in stages {
          let units = min(left, total * stage.asked)
          left -= units
          sold += units
          revenue += units * stage.net
        }
      }
    }
    let count = Double(max(1, elasticities.count * totals.count))
    return (sold / count, revenue / count)
  }
}
