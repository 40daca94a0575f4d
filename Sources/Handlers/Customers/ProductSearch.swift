import Commerce
import Intents
import Inventory
import Language
import Measures
import Messages

/// “parle g hai kya?”: whether it is there, and what it costs. How much is there, what it cost the shop and who else
/// buys it is said to nobody at this door.
extension Turn {
  func productSearch(_ request: Request) async throws -> Answer {
    let slots = request.frame.slots
    guard slots.items.isEmpty else { return try await asked(request) }
    guard slots.category != nil || slots.priceMin != nil || slots.priceMax != nil else {
      return offerToAsk(request)
    }
    let items = try await books.allItems(in: slots.category)
    let tags = try await books.priceTags(of: items.map(\.id))
    let fitting = items.filter { item in
      guard item.onHand > .zero else { return false }
      guard let price = tags[item.id]?.sale else { return slots.priceMin == nil && slots.priceMax == nil }
      return slots.priceMin.map { price >= $0 } ?? true && slots.priceMax.map { price <= $0 } ?? true
    }
    guard !fitting.isEmpty else { return offerToAsk(request) }
    let shown = fitting.prefix(Self.answerRowsMax)
    var rows = shown.map { shelfLine($0, tags[$0.id]?.sale) }
    if fitting.count > shown.count { rows.append(say(.customerMore, [.n: .number(fitting.count - shown.count)])) }
    return .say(rows.joined(separator: "\n"), for: request)
  }

  private func asked(_ request: Request) async throws -> Answer {
    var ids: [Int64] = []
    var unknown: [String] = []
    for line in request.frame.slots.items {
      switch line.item {
      case .known(let id): ids.append(Int64(id) ?? 0)
      case .several(let candidates, _): ids += candidates.prefix(Self.likelyMax).compactMap { Int64($0) }
      case .unknown(let spoken, _): unknown.append(spoken)
      case .pronoun, .unsaid:
        guard line.quantity == nil else { continue }  // “top 5”
        if case .known(let id)? = state.lastRequest?.frame.slots.items.last?.item { ids.append(Int64(id) ?? 0) }
      }
    }
    let items = try await books.items(
      ids.prefix(Self.answerRowsMax).reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
    guard !items.isEmpty, unknown.isEmpty else { return offerToAsk(request, about: unknown.first) }
    let tags = try await books.priceTags(of: items.map(\.id))
    var text = items.map { shelfLine($0, tags[$0.id]?.sale) }.joined(separator: "\n")
    if items.count == 1, items[0].onHand > .zero, tags[items[0].id]?.sale != nil {
      text += " " + say(.customerHowMuch)
    }
    return .say(text, for: request)
  }

  /// Of several items that may be meant.
  private static let likelyMax = 3

  private func shelfLine(_ item: Item, _ price: Money?) -> String {
    guard item.onHand > .zero else { return say(.customerHasNone, [.item: name(item)]) }
    guard let price else { return say(.customerHasUnpriced, [.item: name(item)]) }
    let isFew = item.lowAt.map { item.onHand <= $0 } ?? false
    return say(isFew ? .customerHasFew : .customerHas, [.item: name(item), .rate: .rate(price, item.unit)])
  }
}
