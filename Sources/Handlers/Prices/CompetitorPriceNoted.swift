import Commerce
import Intents
import Inventory
import Language
import Measures

/// “samne wala chini 42 me deta hai”: another shop's price, told or asked.
extension Turn {
  func competitorPrice(_ request: Request) async throws -> Answer {
    try await withItems(of: request) { items in
      let told = zip(items, request.frame.slots.items).compactMap { item, line -> (Item, Money)? in
        let price = line.price.flatMap { rate($0, per: line.unit, of: item) } ?? line.amount
        return price.map { (item, $0) }
      }
      guard !told.isEmpty else { return try await tell(items, request) }
      let group = try await books.openGroup(.competitorPrice, by: author)
      for (item, price) in told { try await books.noteCompetitorPrice(price, of: item.id, in: group, by: author) }
      let rows = told.map { say(.competitorWritten, [.item: name($0), .rate: .rate($1, $0.unit)]) }
      return .wrote(together(rows), group, for: request, in: self)
    }
  }

  private func tell(_ items: [Item], _ request: Request) async throws -> Answer {
    var rows: [String] = []
    for item in items {
      guard let known = try await books.competitorPrice(of: item.id) else {
        rows.append(say(.competitorUnknown, [.item: name(item)]))
        continue
      }
      rows.append(
        say(
          .competitorIs,
          [.item: name(item), .rate: .rate(known.amount, item.unit), .date: .day(known.day, today: today)]))
    }
    return .say(rows.joined(separator: "\n"), for: request)
  }
}
