import Commerce
import Intents
import Inventory
import Language
import Measures

/// “add 20 packets of maggi”, “30 किलो साखर आली”: goods came in.
extension Turn {
  func stockAdd(_ request: Request) async throws -> Answer {
    try await withLines(of: request) { lines in
      if let doubt = doubtOfHearing(request, .whatStockIn, lines) { return doubt }

      let supplier = try await supplier(request)
      let group = try await books.openGroup(.stockIn, by: author)
      var rows: [[Placeholder: PhraseValue]] = []
      for line in lines {
        let cost = cost(of: line, total: lines.count == 1 ? request.frame.slots.amount : nil)
        let left = try await books.move(
          Movement(item: line.item.id, kind: .purchase, quantity: line.quantity, cost: cost, supplier: supplier),
          in: group, by: author)
        if let cost { try await books.writePrice(of: line.item.id, .cost, cost, in: group, by: author) }
        rows.append([
          .item: name(line.item), .qty: measure(line.quantity, of: line.item), .left: measure(left, of: line.item),
        ])
      }
      let text =
        rows.count == 1
        ? say(.stockIn, rows[0])
        : say(.stockInMany, [.lines: .text(rows.map { say(.stockInLine, $0) }.joined(separator: "\n"))])
      return .wrote(text, group, for: request, in: self)
    }
  }

  private func cost(of line: GroundedLine, total: Money?) -> Money? {
    if let amount = line.spoken.amount ?? total { return amount.divided(by: line.quantity) }
    return line.spoken.price.flatMap { rate($0, per: line.spoken.unit, of: line.item) }
  }

  private func supplier(_ request: Request) async throws -> Int64? {
    guard let name = request.frame.slots.supplier else { return nil }
    let found = try await books.suppliers(named: name)
    return found.count == 1 ? found[0] : nil
  }
}
