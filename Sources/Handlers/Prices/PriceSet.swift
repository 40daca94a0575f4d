import Commerce
import Intents
import Inventory
import Language
import Measures

/// “maida ka rate 36 karo”, “2 rupay mehnga karo”: a new entry in the price book.
extension Turn {
  func priceSet(_ request: Request) async throws -> Answer {
    try await withItems(of: request) { items in
      let kind = request.frame.slots.priceKind.bookKind
      let tags = try await books.priceTags(of: items.map(\.id))
      var changes: [(item: Item, old: Money?, new: Money)] = []
      for (index, (item, line)) in zip(items, request.frame.slots.items).enumerated() {
        let old = tags[item.id]?.amount(of: kind)
        guard let new = newPrice(line, item, old: old), new > .zero else {
          let example = PhraseValue.rate(Money(rupees: 45), item.unit)
          return .ask(say(.priceMissing, [.item: name(item), .rate: example]), .price(line: index), request)
        }
        if kind == .sale, let mrp = tags[item.id]?.mrp, new > mrp {
          let text = say(.priceAboveMrp, [.item: name(item), .amount: .money(mrp)])
          return .ask(text, .price(line: index), request)
        }
        changes.append((item, old, new))
      }
      if let doubt = doubtOfPrice(changes, kind, request) { return doubt }
      if isUnsure(request) {
        let what = changes.map { "\($0.item.name(in: voice)) \($0.new)" }.joined(separator: ", ")
        return sure(.unsure, say(.confirmWrite, [.what: .text(say(.whatPrice, [.items: .text(what)]))]), request)
      }

      let group = try await books.openGroup(.price, by: author)
      for change in changes {
        try await books.writePrice(of: change.item.id, kind, change.new, in: group, by: author)
      }
      let rows = changes.map { change in
        let text = read(change.item, change.old, change.new, kind)
        guard kind == .mrp, let rate = tags[change.item.id]?.sale, rate > change.new else { return text }
        return text + "\n" + say(.mrpBelowRate, [.rate: .rate(rate, change.item.unit)])
      }
      return .wrote(together(rows), group, for: request, in: self)
    }
  }

  /// A price far from the one before is asked about: one zero more or less is soon typed.
  private func doubtOfPrice(
    _ changes: [(item: Item, old: Money?, new: Money)], _ kind: PriceBookKind, _ request: Request
  )
    -> Answer?
  {
    guard !request.settled.contains(.price) else { return nil }
    for change in changes {
      guard let old = change.old, change.new.isFar(from: old) else { continue }
      let values: [Placeholder: PhraseValue] = [
        .item: name(change.item), .old: .rate(old, change.item.unit), .new: .rate(change.new, change.item.unit),
      ]
      return sure(.price, say(.unusualChange, values), request)
    }
    return nil
  }

  private func newPrice(_ line: ItemLine, _ item: Item, old: Money?) -> Money? {
    if let price = line.price ?? line.amount { return rate(price, per: line.unit, of: item) }
    guard let delta = line.delta, let old else { return nil }
    return old + delta
  }

  private func read(_ item: Item, _ old: Money?, _ new: Money, _ kind: PriceBookKind) -> String {
    switch kind {
    case .sale:
      guard let old else { return say(.priceWritten, [.item: name(item), .rate: .rate(new, item.unit)]) }
      return say(.priceChanged, [.item: name(item), .old: .rate(old, item.unit), .new: .rate(new, item.unit)])
    case .cost: return say(.costWritten, [.item: name(item), .rate: .rate(new, item.unit)])
    case .mrp: return say(.mrpWritten, [.item: name(item), .amount: .money(new)])
    }
  }
}

extension PriceTag {
  fileprivate func amount(of kind: PriceBookKind) -> Money? {
    switch kind {
    case .sale: sale
    case .cost: cost
    case .mrp: mrp
    }
  }
}

extension PriceKind? {
  fileprivate var bookKind: PriceBookKind {
    switch self {
    case nil: .sale
    case .cost: .cost
    case .mrp: .mrp
    }
  }
}
