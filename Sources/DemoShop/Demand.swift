import Measures

/// How much of each item the shop's customers want on a day, before chance: ordinary demand, bent by the week, the
/// month's salary, the season, the feasts and the growth of the shop. All factors are thousandths.
struct Demand {
  let items: [DemoItem]
  let today: Day
  /// Sales of an ordinary day, in millionths.
  private let ordinarySales: [Int]
  private let lifts: [[(season: Int, factor: Int)]]

  init(items: [DemoItem], today: Day) {
    self.items = items
    self.today = today
    ordinarySales = items.map {
      Int($0.dailyDemand.thousandths) * 1_000_000 * 1_000 / (Int($0.saleQuantity.thousandths) * $0.portions.mean)
    }
    let positions = Dictionary(uniqueKeysWithValues: Season.allCases.enumerated().map { ($1, $0) })
    lifts = items.map { item in
      item.lifts.compactMap { lift in positions[lift.season].map { ($0, Int(lift.factor.thousandths)) } }
    }
  }

  /// The circumstances of one day, worked out once for all items.
  struct Circumstances {
    fileprivate let isWeekend: Bool
    fileprivate let week: Int
    fileprivate let staples: Int
    fileprivate let others: Int
    fileprivate let seasons: [Int]
    fileprivate let crowd: Int
    fileprivate let growth: Int

    /// True while people shop for a feast.
    var isFestive: Bool { crowd > 1_000 }
  }

  func circumstances(of day: Day) -> Circumstances {
    let seasons = Season.allCases.map { $0.weight(on: day) }
    let growth = 1_000 - (today.number - day.number) * Self.yearlyGrowth / 365
    let salary = Self.salary(dayOfMonth: day.parts.day)
    return Circumstances(
      isWeekend: day.weekday >= 6, week: Self.weekdays[day.weekday - 1], staples: salary.staples,
      others: salary.others, seasons: seasons, crowd: Self.crowd(seasons), growth: max(growth, 300))
  }

  /// How often `item` is asked for on a day of these circumstances, in millionths.
  func sales(of item: Int, on day: Circumstances) -> Int {
    let weekend = day.isWeekend ? Int(items[item].weekendFactor.thousandths) : 1_000
    return ordinarySales[item] * level(of: item, on: day) / 1_000 * day.week / 1_000 * weekend / 1_000
  }

  /// What a shopkeeper who knows the season expects to sell on an average day of it, in thousandths of a unit.
  func expectation(of item: Int, on day: Circumstances) -> Int {
    Int(items[item].dailyDemand.thousandths) * level(of: item, on: day) / 1_000
  }

  private func level(of item: Int, on day: Circumstances) -> Int {
    let isStaple = Self.stapleCategories.contains(items[item].category)
    var level = day.growth * day.crowd / 1_000 * (isStaple ? day.staples : day.others) / 1_000
    for lift in lifts[item] where day.seasons[lift.season] > 0 {
      level = level * (1_000 + (lift.factor - 1_000) * day.seasons[lift.season] / 1_000) / 1_000
    }
    return level
  }

  /// By how much the shop grows in a year.
  private static let yearlyGrowth = 80
  private static let weekdays = [950, 950, 960, 960, 1_000, 1_060, 1_100]
  private static let stapleCategories: Set = ["grain", "flour", "pulse", "sugar", "oil", "detergent", "personal"]

  /// The month's grocery list is bought when the salary has come.
  private static func salary(dayOfMonth: Int) -> (staples: Int, others: Int) {
    switch dayOfMonth {
    case ...7: (1_320, 1_060)
    case ...14: (1_080, 1_020)
    case ...21: (910, 980)
    case ...27: (820, 950)
    default: (900, 970)
    }
  }

  /// Around the feasts people buy more of everything.
  private static func crowd(_ seasons: [Int]) -> Int {
    zip(Season.allCases, seasons).reduce(1_000) { crowd, entry in
      let (season, weight) = entry
      let lift =
        switch season {
        case .diwali: 220
        case .ganesh: 140
        case .gudiPadwa, .dasara: 100
        case .sankranti, .rakshaBandhan, .holi: 70
        case .summer, .monsoon, .winter, .school, .ramzan, .upwas: 0
        }
      return crowd * (1_000 + lift * weight / 1_000) / 1_000
    }
  }
}

/// In which portions an item goes over the counter, against its usual one.
struct Portions {
  let halves: [Int]
  let weights: [Int]

  /// Rice and dal are weighed out; half the usual quantity is common.
  static let weighed = Portions(halves: [1, 2, 4, 6], weights: [35, 45, 15, 5])
  static let counted = Portions(halves: [2, 4, 6], weights: [75, 18, 7])

  /// The mean portion in thousandths of the usual one.
  var mean: Int { zip(halves, weights).reduce(0) { $0 + $1.0 * $1.1 } * 1_000 / (2 * weights.reduce(0, +)) }

  /// In thousandths of a unit.
  func draw(of usual: Quantity, with dice: inout Dice) -> Int {
    Int(usual.thousandths) * halves[dice.pick(weights)] / 2
  }
}

extension DemoItem {
  var portions: Portions { unit.dimension == .mass ? .weighed : .counted }
}
