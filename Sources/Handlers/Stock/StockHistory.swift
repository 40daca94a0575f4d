import Foundation
import Intents
import Inventory
import Language
import Measures

/// “chini ka hisaab dikhao”, “maggi kab aayi thi”: the last movements of an item, and when it came last.
extension Turn {
  func stockHistory(_ request: Request) async throws -> Answer {
    try await withItems(of: request) { items in
      let item = items[0]
      let entries = try await books.history(of: item.id, max: Self.entriesMax)
      guard !entries.isEmpty else { return .say(say(.historyNone, [.item: name(item)]), for: request) }
      var rows = [say(.historyHead, [.item: name(item)])]
      rows += entries.map { line($0, item) }
      if let last = try await books.lastPurchase(of: item.id) {
        let values: [Placeholder: PhraseValue] = [.date: moment(of: last), .qty: measure(last.quantity, of: item)]
        rows.append(say(.historyLastIn, values))
      }
      if item.onHand == .zero {
        return .say((rows + [say(.stockNone, [.item: name(item)])]).joined(separator: "\n"), for: request)
      }
      rows.append(say(.historyLeft, [.left: measure(item.onHand, of: item)]))
      return .say(rows.joined(separator: "\n"), for: request)
    }
  }

  private func line(_ entry: StockEntry, _ item: Item) -> String {
    let size = entry.quantity < .zero ? -entry.quantity : entry.quantity
    let signed = (entry.quantity < .zero ? "−" : "+") + measure(size, of: item).said(in: voice)
    let what = say(entry.kind.phrase) + (entry.supplier.map { " (\($0))" } ?? "")
    return say(
      .historyLine,
      [.date: moment(of: entry), .what: .text(what), .qty: .text(signed), .left: measure(entry.left, of: item)])
  }

  /// The hour is told of what was written on the day for which it stands.
  private func moment(of entry: StockEntry) -> PhraseValue {
    guard Day(of: entry.at, in: zone) == entry.day else { return .moment(entry.day, at: nil, today: today) }
    return .moment(entry.day, at: TimeOfDay(of: entry.at, in: zone), today: today)
  }

  private static let entriesMax = 6
}

extension TimeOfDay {
  /// What the clock on the shop's wall shows.
  init(of moment: Date, in zone: TimeZone) {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    let parts = calendar.dateComponents([.hour, .minute], from: moment)
    self.init(hour: parts.hour ?? 0, minute: parts.minute ?? 0)
  }
}

extension Movement.Kind {
  fileprivate var phrase: Phrase {
    switch self {
    case .opening: .movedOpening
    case .purchase: .movedPurchase
    case .sale: .movedSale
    case .return: .movedReturn
    case .count: .movedCount
    case .reduction: .movedReduction
    case .reversal: .movedReversal
    }
  }
}
