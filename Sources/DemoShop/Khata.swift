import Measures

/// What each customer owes while the history of the demo shop runs.
struct Khata {
  private let customers: [DemoCustomer]
  private(set) var balances: [Money]

  init(customers: [DemoCustomer]) {
    self.customers = customers
    balances = customers.map { _ in .zero }
  }

  /// Writes a bill on the khata if the customer likes to and the limit allows it.
  mutating func takes(_ bill: Money, of customer: Int, with dice: inout Dice) -> Bool {
    guard dice.chance(600), balances[customer] + bill <= customers[customer].creditLimit else { return false }
    balances[customer] = balances[customer] + bill
    return true
  }

  /// Who pays something today, and how much.
  mutating func repayments(on day: Day, upi: Int, with dice: inout Dice) -> [DemoDay.Repayment] {
    let paying = customers.indices.filter { dice.chance(Self.willingness(of: customers[$0].pays, on: day)) }
    return paying.filter { balances[$0] > .zero }.map { customer in
      let amount = part(of: balances[customer], habit: customers[customer].pays, with: &dice)
      balances[customer] = balances[customer] - amount
      return DemoDay.Repayment(
        minute: dice.within(540...1_260), customer: customer, payment: dice.chance(upi) ? .upi : .cash, amount: amount)
    }.sorted { ($0.minute, $0.customer) < ($1.minute, $1.customer) }
  }

  /// The chance of a payment, in thousandths.
  private static func willingness(of habit: DemoCustomer.Habit, on day: Day) -> Int {
    switch habit {
    case .weekly: day.weekday == 7 ? 750 : 30
    case .monthly: day.parts.day <= 7 ? 240 : 10
    case .slowly: 35
    }
  }

  /// All of it, or a round sum.
  private func part(of balance: Money, habit: DemoCustomer.Habit, with dice: inout Dice) -> Money {
    guard dice.chance(habit == .slowly ? 700 : 300) else { return balance }
    let half = Money(paise: balance.paise / 2 / 5_000 * 5_000)
    return half > .zero ? half : balance
  }
}
