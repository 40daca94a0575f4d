import Commerce
import Intents
import Inventory
import Language
import Measures

/// “chini ka rate kya hai?”: the selling price, or cost or MRP where asked.
extension Turn {
  func priceCheck(_ request: Request) async throws -> Answer {
    try await withItems(of: request) { items in
      let tags = try await books.priceTags(of: items.map(\.id))
      let rows = items.map { priceLine($0, tags[$0.id] ?? PriceTag(), request.frame.slots.priceKind) }
      return .say(together(rows), for: request)
    }
  }

  private func priceLine(_ item: Item, _ tag: PriceTag, _ kind: PriceKind?) -> String {
    switch kind {
    case nil: priceLine(item, tag.sale, known: .priceIs, unknown: .priceUnknown)
    case .cost: priceLine(item, tag.cost, known: .costIs, unknown: .costUnknown)
    case .mrp:
      tag.mrp.map { say(.mrpIs, [.item: name(item), .amount: .money($0)]) } ?? say(.mrpUnknown, [.item: name(item)])
    }
  }

  private func priceLine(_ item: Item, _ price: Money?, known: Phrase, unknown: Phrase) -> String {
    price.map { say(known, [.item: name(item), .rate: .rate($0, item.unit)]) } ?? say(unknown, [.item: name(item)])
  }
}
