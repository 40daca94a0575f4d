import Intents
import Inventory
import Language
import Measures

/// “kya expire hone wala hai”, “maggi ki expiry kab hai”: by the dates that were told with deliveries. How much of one is
/// left is an upper bound, and of what no date is known that is said.
extension Turn {
  func expiryCheck(_ request: Request) async throws -> Answer {
    if request.frame.slots.items.isEmpty { return try await expiring(request) }
    return try await withItems(of: request) { items in
      var rows: [String] = []
      for item in items { rows += try await expiry(of: item) }
      return .say(rows.joined(separator: "\n"), for: request)
    }
  }

  private func expiry(of item: Item) async throws -> [String] {
    guard item.onHand > .zero else { return [say(.stockNone, [.item: name(item)])] }
    let lots = try await books.expiringLots(of: [item.id], max: Self.lotsMax)
    guard !lots.isEmpty else { return [say(.expiryUnknown, [.item: name(item)])] }
    return lots.map { line($0, item) }
  }

  /// By the end of the period that was asked for; thirty days where none was.
  private func expiring(_ request: Request) async throws -> Answer {
    let asked = request.frame.slots.period.flatMap { PeriodRange(named: $0, today: today, side: .future) }
    let last = asked?.last ?? today.adding(Self.daysAhead)
    let lots = try await books.expiringLots(by: last, max: Self.lotsMax + 1)
    let items = try await books.items(lots.map(\.item))
    var rows = zip(lots.prefix(Self.lotsMax), items).map { lot, item in line(lot, item) }
    let date = PhraseValue.date(last, today: today)
    rows.insert(say(rows.isEmpty ? .expiryNone : .expiryHead, [.date: date]), at: 0)
    if lots.count > Self.lotsMax { rows.append(say(.expiryMore)) }
    let undated = try await books.undatedItems()
    if undated > 0 { rows.append(say(.expiryUndated, [.n: .number(undated)])) }
    return .say(rows.joined(separator: "\n"), for: request)
  }

  private func line(_ lot: ExpiringLot, _ item: Item) -> String {
    let batch = lot.batch.map { " (\($0))" } ?? ""
    return say(
      lot.expiresOn < today ? .expiryOver : .expiryLine,
      [
        .item: .text(item.name(in: voice) + batch), .date: .date(lot.expiresOn, today: today),
        .qty: measure(lot.atMost, of: item),
      ])
  }

  private static let lotsMax = 8
  private static let daysAhead = 30
}
