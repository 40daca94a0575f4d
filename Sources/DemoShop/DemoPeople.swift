package import Measures

/// Who delivers to the demo shop: a line of `suppliers.tsv`.
package struct DemoSupplier: Sendable {
  package let id: String
  package let english: String
  package let marathi: String
  package let phone: String
  /// From the order to the delivery.
  package let leadDays: Int
  /// Every how many days an order is taken.
  package let visitDays: Int
}

/// Who buys at the demo shop by name: a line of `customers.tsv`.
package struct DemoCustomer: Sendable {
  package let id: String
  package let english: String
  package let marathi: String
  package let moreNames: [String]
  package let phone: String
  /// How much may stand on the khata; zero for whoever pays at once.
  package let creditLimit: Money
  package let visitsPerMonth: Int
  package let pays: Habit

  /// When a customer settles the khata.
  package enum Habit: String, Sendable { case weekly, monthly, slowly }
}

extension DemoSupplier {
  init(row: Row) throws {
    id = try row.requiredText("id")
    english = try row.requiredText("name_en")
    marathi = try row.requiredText("name_mr")
    phone = try row.value("phone", "a phone number of the demo range", demoPhone)
    leadDays = try row.value("lead_days", "a number of days from 1 to 30") {
      Int($0).flatMap { (1...30).contains($0) ? $0 : nil }
    }
    visitDays = try row.value("visit_days", "a number of days from 1 to 60") {
      Int($0).flatMap { (1...60).contains($0) ? $0 : nil }
    }
  }
}

extension DemoCustomer {
  init(row: Row) throws {
    id = try row.requiredText("id")
    english = try row.requiredText("name_en")
    marathi = try row.requiredText("name_mr")
    moreNames = try row.list("more_names", separator: "|")
    phone = try row.value("phone", "a phone number of the demo range", demoPhone)
    creditLimit = try row.value("credit_limit", "an amount") { Money(text: $0).flatMap { $0 >= .zero ? $0 : nil } }
    visitsPerMonth = try row.value("visits_per_month", "a number from 1 to 30") {
      Int($0).flatMap { (1...30).contains($0) ? $0 : nil }
    }
    pays = try row.value("pays", "weekly, monthly or slowly", Habit.init(rawValue:))
  }
}

/// Mobile numbers of India begin with 6 to 9 after the 91: one that goes on with zeros reaches nobody.
private func demoPhone(_ text: String) -> String? {
  text.count == 12 && text.hasPrefix("91000000") && text.allSatisfy(\.isWholeNumber) ? text : nil
}
