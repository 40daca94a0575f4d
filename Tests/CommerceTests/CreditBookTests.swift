import Commerce
import Database
import Foundation
import Inventory
import Measures
import TestSupport
import Testing

/// Whatever happens, what is shown as owed is the sum of the entries.
struct CreditBookTests {
  private static let now = Date(timeIntervalSince1970: 1_795_237_200)
  private static let migrations = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Migrations").path
  private static let today = Day(number: 20_000)

  private func withCustomers(_ names: [String], _ body: @Sendable (Books, [Int64]) async throws -> Void) async throws {
    try await withDatabase(migratedFrom: Self.migrations) { postgres in
      let shop = try await postgres.query(
        "insert into shops (name, created_at) values ('Test', \(Self.now)) returning shop_id"
      ).only().decode(ShopID.self)
      try await postgres.books(of: shop, at: Self.now) { books in
        var customers: [Int64] = []
        for name in names { customers.append(try await books.addCustomer(name)) }
        try await body(books, customers)
      }
    }
  }

  private func author(on day: Day = today) -> Author { Author(inboxID: nil, member: nil, day: day) }

  @discardableResult
  private func charge(
    _ rupees: Int64, _ customer: Int64, _ kind: CreditKind, on day: Day = today, in books: Books
  ) async throws -> EntryGroup {
    let author = author(on: day)
    let group = try await books.openGroup(kind == .received ? .creditReceived : .creditGiven, by: author)
    _ = try await books.charge(Money(rupees: rupees), to: customer, as: kind, in: group, by: author)
    return group
  }

  @Test func `the balance equals the sum of the entries after any operations`() async throws {
    try await withCustomers(["Ramesh", "Sunita", "Abdul"]) { books, customers in
      var dice = SplitMix(seed: 5)
      var model: [Int64: Int64] = [:]
      var undoable: [EntryGroup] = []
      for _ in 1...200 {
        let customer = customers[Int(dice.next() % 3)]
        let rupees = Int64(dice.next() % 5_000) + 1
        switch dice.next() % 3 {
        case 0:
          undoable.append(try await charge(rupees, customer, .given, in: books))
          model[customer, default: 0] += rupees
        case 1:
          undoable.append(try await charge(-rupees, customer, .received, in: books))
          model[customer, default: 0] -= rupees
        default:
          guard !undoable.isEmpty else { continue }
          let group = undoable.remove(at: Int(dice.next() % UInt64(undoable.count)))
          let reversal = try await books.openGroup(group.kind, by: author(), reversing: group.id)
          for (customer, change, balance) in try await books.reverseCredit(of: group, in: reversal, by: author()) {
            model[customer, default: 0] += change.paise / 100
            #expect(balance == Money(rupees: model[customer] ?? 0))
          }
        }
      }
      for customer in customers {
        let sum = try await books.query(
          """
          select coalesce(sum(amount), 0)::bigint from credit_entries
          where shop_id = \(books.shop) and customer_id = \(customer)
          """
        ).only().decode(Money.self)
        #expect(try await books.balance(of: customer) == sum)
        #expect(sum == Money(rupees: model[customer] ?? 0))
      }
    }
  }

  @Test func `what is paid back pays the oldest debt first`() async throws {
    try await withCustomers(["Ramesh", "Sunita", "Abdul"]) { books, customers in
      let day = Self.today
      try await charge(100, customers[0], .given, on: day.adding(-40), in: books)
      try await charge(200, customers[0], .given, on: day.adding(-10), in: books)
      try await charge(50, customers[1], .given, on: day.adding(-20), in: books)
      try await charge(70, customers[2], .given, on: day.adding(-60), in: books)
      #expect(try await books.dues(max: 9).map(\.since) == [day.adding(-60), day.adding(-40), day.adding(-20)])

      try await charge(-60, customers[0], .received, in: books)
      #expect(try await books.dues(max: 9).map(\.since) == [day.adding(-60), day.adding(-40), day.adding(-20)])
      try await charge(-60, customers[0], .received, in: books)
      #expect(try await books.dues(max: 9).map(\.name) == ["Abdul", "Sunita", "Ramesh"])
      #expect(try await books.dues(max: 9).last?.since == day.adding(-10))
      try await charge(-70, customers[2], .received, in: books)
      #expect(try await books.dues(max: 9).map(\.name) == ["Sunita", "Ramesh"])
      #expect(try await books.totalDue() == (Money(rupees: 230), 2))
    }
  }

  @Test func `a debt that was taken back makes nobody an old debtor`() async throws {
    try await withCustomers(["Ramesh"]) { books, customers in
      let wrong = try await charge(900, customers[0], .given, on: Self.today.adding(-90), in: books)
      try await charge(100, customers[0], .given, on: Self.today.adding(-3), in: books)
      let reversal = try await books.openGroup(wrong.kind, by: author(), reversing: wrong.id)
      _ = try await books.reverseCredit(of: wrong, in: reversal, by: author())
      let dues = try await books.dues(max: 9)
      #expect(dues.map(\.since) == [Self.today.adding(-3)])
      #expect(dues.map(\.balance) == [Money(rupees: 100)])
    }
  }
}
