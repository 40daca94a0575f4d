import Measures

/// What each item was sold at and had cost on a day: today's price of the files, and before it the lower prices of a slow
/// inflation that moves in rare steps. Vegetables follow the market week by week.
struct PriceBook {
  let items: [DemoItem]
  /// On which the prices of the files hold.
  let lastDay: Day
  private let courses: [Course]

  private enum Course {
    /// Printed prices of a few rupees stay for years: the packet shrinks instead.
    case fixed
    case market
    /// A change every `interval` days, the last one `since` days before today, each by `step` thousandths.
    case steps(interval: Int, since: Int, step: Int)
  }

  private let seed: UInt64

  init(items: [DemoItem], lastDay: Day, seed: UInt64) {
    self.items = items
    self.lastDay = lastDay
    self.seed = seed
    courses = items.enumerated().map { position, item in
      if item.category == "veg" { return .market }
      if let mrp = item.mrp, mrp <= Money(rupees: 20) { return .fixed }
      var dice = Dice(seed: seed, 1, position)
      let interval = dice.within(120...280)
      return .steps(interval: interval, since: 1 + dice.below(interval), step: dice.within(-20...80) * interval / 365)
    }
  }

  func price(of item: Int, on day: Day) -> Money {
    let price = items[item].price
    let before = scaled(price, by: factor(of: item, on: day))
    return min(before, items[item].mrp ?? before)
  }

  func cost(of item: Int, on day: Day) -> Money {
    let factor = factor(of: item, on: day)
    return Money(paise: items[item].cost.paise * Int64(factor) / 1_000)
  }

  /// Against today, in thousandths.
  private func factor(of item: Int, on day: Day) -> Int {
    switch courses[item] {
    case .fixed: 1_000
    case .market: marketFactor(of: item, week: Self.week(of: day))
    case .steps(let interval, let since, let step):
      1_000 - step * ((lastDay.number - day.number + interval - since) / interval)
    }
  }

  /// The mandi of this week and the last one, so that prices drift rather than jump.
  private func marketFactor(of item: Int, week: Int) -> Int {
    if week == Self.week(of: lastDay) { return 1_000 }
    func mood(_ week: Int) -> Int {
      var dice = Dice(seed: seed, 2, item, week)
      return dice.within(760...1_260)
    }
    return (mood(week) + mood(week - 1)) / 2
  }

  /// Monday to Sunday; 1 January 1970 was a Thursday.
  private static func week(of day: Day) -> Int { (day.number + 3) / 7 }

  /// Rounded as a shop writes it on the slate: half rupees below ₹20, rupees, then fives from ₹500.
  private func scaled(_ price: Money, by factor: Int) -> Money {
    guard factor != 1_000 else { return price }
    let paise = price.paise * Int64(factor) / 1_000
    let step: Int64 = paise < 2_000 ? 50 : paise < 50_000 ? 100 : 500
    return Money(paise: max(step, (paise + step / 2) / step * step))
  }
}
