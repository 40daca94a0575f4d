import Measures

/// Some things Sunita has not ordered of late, as it happens in every shop.
struct Oversight {
  let kirana: Kirana
  let seed: UInt64

  /// From which day on each item is not ordered any more; nil for most.
  func days(before today: Day) -> [Day?] {
    var days = [Day?](repeating: nil, count: kirana.items.count)
    var candidates = kirana.items.indices.filter { isWeekly(kirana.items[$0]) }
    var dice = Dice(seed: seed, 5)
    dice.shuffle(&candidates)
    for item in candidates.prefix(Self.forgotten) { days[item] = today.adding(-dice.within(Self.since)) }
    return days
  }

  /// What is sold every day or two and ordered about once a week: such a gap is believable, one in the sugar is not.
  private func isWeekly(_ item: DemoItem) -> Bool {
    (4...7).contains(kirana.suppliers[item.supplier].visitDays)
      && (Quantity(thousandths: 500)...Quantity(3)).contains(item.dailyDemand)
      && item.lifts.allSatisfy { $0.factor < Quantity(2) }
  }

  private static let forgotten = 40
  private static let since = 9...16
}
