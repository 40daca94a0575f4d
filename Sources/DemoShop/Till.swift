import Measures

/// Makes bills out of what was sold on a day: who bought how many things together, when, and how it was paid.
struct Till {
  let customers: [DemoCustomer]

  /// `lines` in any order become bills of one to six lines.
  func sales(_ lines: [DemoDay.Line], khata: inout Khata, upi: Int, with dice: inout Dice) -> [DemoDay.Sale] {
    let bills = bills(of: lines, with: &dice)
    let minutes = bills.map { _ in minute(with: &dice) }.sorted()
    let names = names(forBills: bills.count, with: &dice)
    return bills.indices.map { bill in
      let total = bills[bill].reduce(Money.zero) { $0 + $1.amount }
      let onKhata = names[bill].map { khata.takes(total, of: $0, with: &dice) } ?? false
      let payment: DemoDay.Payment = onKhata ? .credit : dice.chance(upi) ? .upi : .cash
      return DemoDay.Sale(minute: minutes[bill], customer: names[bill], payment: payment, lines: bills[bill])
    }
  }

  /// A thing that is in the basket already goes into the next one.
  private func bills(of lines: [DemoDay.Line], with dice: inout Dice) -> [[DemoDay.Line]] {
    var left = lines
    dice.shuffle(&left)
    var bills: [[DemoDay.Line]] = []
    var bill: [DemoDay.Line] = []
    var size = 1 + dice.pick(Self.sizes)
    for line in left {
      if bill.count == size || bill.contains(where: { $0.item == line.item }) {
        bills.append(bill)
        bill = []
        size = 1 + dice.pick(Self.sizes)
      }
      bill.append(line)
    }
    return bill.isEmpty ? bills : bills + [bill]
  }

  private func minute(with dice: inout Dice) -> Int { (8 + dice.pick(Self.hours)) * 60 + dice.below(60) }

  /// Which of the known customers came today, by bill.
  private func names(forBills count: Int, with dice: inout Dice) -> [Int?] {
    var names = [Int?](repeating: nil, count: count)
    for (customer, who) in customers.enumerated() where dice.chance(who.visitsPerMonth * 1_000 / 30) {
      guard count > 0 else { break }
      let bill = dice.below(count)
      if names[bill] == nil { names[bill] = customer }
    }
    return names
  }

  /// How many lines a bill has, from one.
  private static let sizes = [13, 20, 22, 20, 14, 11]
  /// How busy the hours are, from eight in the morning to nine at night.
  private static let hours = [7, 9, 10, 9, 7, 4, 2, 2, 4, 8, 12, 13, 10]
}
