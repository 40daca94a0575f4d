import Alerts
import Forecast
import Intents
import Inventory
import Language
import Measures
import Messages

/// An alert in the words of its owner: one line, the same in a message of its own, in a digest and in the list.
struct AlertWords: Sendable {
  let turn: Turn
  private let items: [Int64: Item]

  init(_ alerts: [Alert], in turn: Turn) async throws {
    self.turn = turn
    let known = try await turn.books.items(Array(Set(alerts.compactMap(\.item))))
    items = Dictionary(known.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Nil where its goods are no longer in the list.
  func line(_ alert: Alert) -> String? {
    guard let line = sentence(alert) else { return nil }
    return alert.resolvedAt == nil ? line : turn.say(.alertOver, [.what: .text(line.withoutMark)])
  }

  private func sentence(_ alert: Alert) -> String? {
    switch alert.kind {
    case .lowStock: lowStock(alert)
    case .outOfStock: item(of: alert).map { turn.say(.stockNone, [.item: turn.name($0)]) }
    case .expiryAhead: expiry(alert)
    case .demandSpike, .unusualSale: spike(alert)
    case .festivalAhead: festival(alert)
    case .slowStock: slow(alert)
    case .priceChance: price(alert)
    case .largeCredit:
      turn.say(
        .alertCredit, [.customer: .text(alert.customerName ?? ""), .balance: .money(alert.figures.amount ?? .zero)])
    case .failedDelivery: turn.say(.alertFailed, [.customer: .text(alert.figures.name ?? "")])
    case .trouble, .notice: alert.figures.text
    }
  }

  func item(of alert: Alert) -> Item? { alert.item.flatMap { items[$0] } }

  /// What is there now; of one that is over, what was there when it was raised.
  private func lowStock(_ alert: Alert) -> String? {
    guard let item = item(of: alert) else { return nil }
    let left = alert.resolvedAt == nil ? item.onHand : alert.figures.left ?? item.onHand
    let values: [Placeholder: PhraseValue] = [.item: turn.name(item), .left: turn.measure(left, of: item)]
    guard let days = alert.figures.days, days > 0, left == alert.figures.left else {
      return turn.say(.alertLowPlain, values)
    }
    return turn.say(.alertLow, values.merging([.days: .days(days)]) { $1 })
  }

  private func expiry(_ alert: Alert) -> String? {
    guard let item = item(of: alert), let day = alert.figures.day, let quantity = alert.figures.quantity else {
      return nil
    }
    return turn.say(
      .alertExpiry,
      [
        .item: turn.name(item), .qty: turn.measure(quantity, of: item), .date: .day(day, today: turn.today),
        .days: .days(max(0, day.number - turn.today.number)),
      ])
  }

  private func spike(_ alert: Alert) -> String? {
    guard let item = item(of: alert), let day = alert.figures.day, let sold = alert.figures.quantity,
      let usual = alert.figures.usual
    else { return nil }
    return turn.say(
      .spikeDay,
      [
        .item: turn.name(item), .qty: turn.measure(sold, of: item), .usual: turn.measure(usual, of: item),
        .date: .day(day, today: turn.today),
      ])
  }

  private func festival(_ alert: Alert) -> String? {
    guard let day = alert.figures.day, let name = alert.figures.name else { return nil }
    let shown = Festival(rawValue: name)?.name(in: turn.voice) ?? name
    return turn.say(
      .alertFestival,
      [
        .what: .text(shown), .date: .day(day, today: turn.today),
        .days: .days(max(0, day.number - turn.today.number)),
      ])
  }

  private func slow(_ alert: Alert) -> String? {
    guard let item = item(of: alert), let amount = alert.figures.amount else { return nil }
    return turn.say(
      .alertSlow,
      [.item: turn.name(item), .left: turn.measure(item.onHand, of: item), .amount: .money(amount)])
  }

  private func price(_ alert: Alert) -> String? {
    guard let item = item(of: alert), let other = alert.figures.amount, let price = alert.figures.price else {
      return nil
    }
    return turn.say(
      alert.figures.name == PriceWatch.aboveCost ? .alertCost : .alertCompetitor,
      [.item: turn.name(item), .cost: .rate(other, item.unit), .rate: .rate(price, item.unit)])
  }
}

extension String {
  /// Without the mark that stands for a whole message.
  var withoutMark: String { hasPrefix("⚠️ ") ? String(dropFirst("⚠️ ".count)) : self }
}
