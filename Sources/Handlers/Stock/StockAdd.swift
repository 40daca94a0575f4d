import Commerce
import Intents
import Inventory
import Language
import Measures

/// “add 20 packets of maggi”, “sharma traders se 50 kilo chini 42 ke bhav se aayi”: goods came in, from whom, at what
/// cost.
extension Turn {
  func stockAdd(_ request: Request) async throws -> Answer {
    try await withLines(of: request) { lines in
      if let doubt = doubtOfHearing(request, .whatStockIn, lines) { return doubt }
      if let doubt = doubtOfExpiry(lines, request) { return doubt }
      switch try await purchase(lines, request) {
      case .ask(let question): return question
      case .ready(let purchase):
        if let doubt = try await doubtOfCost(lines, purchase, request) { return doubt }
        return try await take(lines, purchase, request)
      }
    }
  }

  /// A cost far from the book's is asked about: “50 kilo 42” may be what one kilo costs.
  private func doubtOfCost(_ lines: [GroundedLine], _ purchase: Purchase, _ request: Request) async throws -> Answer? {
    guard !request.settled.contains(.price), purchase.amounts.contains(where: { $0 != nil }) else { return nil }
    let tags = try await books.priceTags(of: lines.map(\.item.id))
    for (line, amount) in zip(lines, purchase.amounts) {
      guard let usual = tags[line.item.id]?.cost, let amount, let cost = cost(of: line, amount),
        cost.isFar(from: usual)
      else { continue }
      let values: [Placeholder: PhraseValue] = [
        .item: name(line.item), .qty: measure(line.quantity, of: line.item), .amount: .money(amount),
        .rate: .rate(usual, line.item.unit),
      ]
      return sure(.price, say(.unusualPrice, values), request)
    }
    return nil
  }

  private func take(_ lines: [GroundedLine], _ purchase: Purchase, _ request: Request) async throws -> Answer {
    let group = try await books.openGroup(.stockIn, by: author)
    let (supplier, bought) = try await note(purchase, in: group)
    var rows: [[Placeholder: PhraseValue]] = []
    var lots: [String?] = []
    for (line, amount) in zip(lines, purchase.amounts) {
      let cost = cost(of: line, amount)
      let left = try await books.move(
        Movement(
          item: line.item.id, kind: .purchase, quantity: line.quantity, cost: cost, supplier: supplier?.id),
        in: group, by: author)
      if let cost { try await books.writePrice(of: line.item.id, .cost, cost, in: group, by: author) }
      rows.append([
        .item: name(line.item), .qty: measure(line.quantity, of: line.item), .left: measure(left, of: line.item),
      ])
      lots.append(try await note(line.spoken.lot, of: line, in: group))
    }
    if rows.count == 1 {
      let text = [say(.stockIn, rows[0])] + lots.compactMap { $0 } + bought
      return .wrote(text.joined(separator: "\n"), group, for: request, in: self)
    }
    let read = zip(rows, lots).map { row, lot in say(.stockInLine, row) + (lot.map { ", " + $0 } ?? "") }
    let text = say(.stockInMany, [.lines: .text(read.joined(separator: "\n"))])
    return .wrote(([text] + bought).joined(separator: "\n"), group, for: request, in: self)
  }

  /// Per own unit: as it was said, else what the sum comes to.
  private func cost(of line: GroundedLine, _ amount: Money?) -> Money? {
    guard line.spoken.amount == nil, let price = line.spoken.price else {
      return amount?.divided(by: line.quantity)
    }
    return rate(price, per: line.spoken.unit, of: line.item)
  }
}
