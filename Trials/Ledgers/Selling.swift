import Commerce
import Database
import Inventory
import Measures
import TestSupport

/// Bills: goods, figures, and goods that come back.
extension Clerk {
  mutating func sell(in books: Books) async throws {
    let lines = try lines()
    let bill = bill(of: lines)
    let author = author()
    let onCredit = chance.once(in: 4) && (bill.total ?? .zero) > .zero
    let customer = onCredit || chance.once(in: 4) ? chance.one(of: shelf.customers) : nil
    let (group, left) = try await books.sell(bill, to: customer, payment: onCredit ? "credit" : "cash", by: author)
    var writing = Writing(group: group)
    enter(bill, into: &writing, on: author.day, goodsGo: true)
    try check(left, of: bill.lines, after: writing, goodsGo: true)
    if onCredit, let customer, let total = bill.total {
      try await charge(total, to: customer, as: .sale, in: &writing, books, author)
    }
    shadow.write(writing)
  }

  mutating func takeBack(in books: Books) async throws {
    let lines = try lines()
    let author = author()
    let customer = chance.once(in: 2) ? chance.one(of: shelf.customers) : nil
    let bill = Bill(lines)
    let (group, left) = try await books.takeBack(lines, from: customer, payment: nil, by: author)
    var writing = Writing(group: group)
    enter(bill, into: &writing, on: author.day, goodsGo: false)
    try check(left, of: lines, after: writing, goodsGo: false)
    if let customer, let total = bill.total, total > .zero {
      try await charge(-total, to: customer, as: .returned, in: &writing, books, author)
    }
    shadow.write(writing)
  }

  /// “1200 ki bikri”: nobody named the goods.
  mutating func sellUnnamed(in books: Books) async throws {
    let (author, total) = (author(), money())
    var writing = Writing(group: try await books.sell(for: total, to: nil, payment: "upi", by: author))
    writing.add(total.paise, to: .takings(author.day))
    shadow.write(writing)
  }

  /// What a day's bills came to is told as one figure: the rest is written.
  mutating func tellTakings(in books: Books) async throws {
    let author = author()
    let known = try await books.takings(of: author.day)
    guard known.paise == shadow[.takings(author.day)] else {
      throw Difference("takings of \(author.day): \(known) shown, \(Money(paise: shadow[.takings(author.day)])) summed")
    }
    let rest = money()
    var writing = Writing(group: try await books.writeTakings(rest, payment: nil, by: author))
    writing.add(rest.paise, to: .takings(author.day))
    shadow.write(writing)
  }

  private mutating func lines() throws -> [SaleLine] {
    try (0..<chance.within(1...3)).map { _ in
      let (item, quantity) = try goods()
      let known = shadow.word(on: .price(item: item.id, kind: "sale")).flatMap { Int64($0) }.map(Money.init(paise:))
      let price = chance.once(in: 3) ? Money(paise: chance.within(1...99_999)) : known
      return SaleLine(item: item.id, quantity: quantity, price: price, amount: price?.times(quantity))
    }
  }

  /// With something let off, or for a total that was said, now and then.
  private mutating func bill(of lines: [SaleLine]) -> Bill {
    switch chance.within(1...6) {
    case 1: Bill(lines, discount: Money(paise: chance.within(1...5_000)))
    case 2: Bill(lines, total: money())
    default: Bill(lines)
    }
  }

  private func enter(_ bill: Bill, into writing: inout Writing, on day: Day, goodsGo: Bool) {
    let sign: Int64 = goodsGo ? 1 : -1
    for line in bill.lines {
      writing.add(-sign * line.quantity.thousandths, to: .onHand(item: line.item))
      writing.add(sign * line.quantity.thousandths, to: .sold(item: line.item))
    }
    // Of a bill whose total nobody knows, what is known of its lines counts.
    let total = bill.total ?? bill.lines.compactMap(\.amount).reduce(.zero, +)
    writing.add(sign * total.paise, to: .takings(day))
  }

  /// What is there after each line, the last of an item included.
  private func check(_ left: [Quantity], of lines: [SaleLine], after writing: Writing, goodsGo: Bool) throws {
    var shelf: [Int64: Int64] = [:]
    for (line, left) in zip(lines, left) {
      let before = shelf[line.item] ?? shadow[.onHand(item: line.item)]
      let after = before + (goodsGo ? -1 : 1) * line.quantity.thousandths
      guard left.thousandths == after else {
        throw Difference("item \(line.item): \(left.plain) left, not \(Quantity(thousandths: after).plain)")
      }
      shelf[line.item] = after
    }
  }
}
