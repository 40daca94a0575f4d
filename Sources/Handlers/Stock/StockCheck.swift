import Commerce
import Inventory
import Language
import Measures

/// “साखर किती आहे?”: what is there, and for how long it lasts where sales tell.
extension Turn {
  func stockCheck(_ request: Request) async throws -> Answer {
    try await withItems(of: request) { items in
      var rows: [String] = []
      for item in items { rows.append(try await stockLine(item)) }
      return .say(together(rows), for: request)
    }
  }

  private func stockLine(_ item: Item) async throws -> String {
    if !item.isCounted { return say(.stockUncounted, [.item: name(item), .unit: .unit(item.unit)]) }
    if item.onHand == .zero { return say(.stockNone, [.item: name(item)]) }
    let left = measure(item.onHand, of: item)
    if item.onHand < .zero { return say(.stockBelowZero, [.item: name(item), .left: left]) }
    let usual = try await books.usualSale(of: item.id, before: today)
    guard let days = usual.days(of: item.onHand), (1...180).contains(days) else {
      return say(.stockIs, [.item: name(item), .left: left])
    }
    return say(.stockIsDays, [.item: name(item), .left: left, .days: .days(days)])
  }
}
