import Alerts
import Commerce
import Demand
import Inventory
import Language
import Measures
import Messages
import Pricing

/// What an owner is told at one time: one alert with what to do about it, or several gathered into one message.
extension Turn {
  /// What goes into one message each: all that is only told, and one question with its own buttons. Other questions wait
  /// for the next time.
  func gathered(_ alerts: [Alert]) -> [[Alert]] {
    let told = alerts.filter { $0.figures.spike == nil }
    let asked = alerts.first { $0.figures.spike != nil }
    return [told, [asked].compactMap(\.self)].filter { !$0.isEmpty }
  }

  func letter(of alerts: [Alert]) async throws -> Reply? {
    let words = try await AlertWords(alerts, in: self)
    let said = alerts.compactMap { alert in words.line(alert).map { (alert: alert, line: $0) } }
    guard let first = said.first else { return nil }
    guard said.count > 1 else {
      let advice = try await orderLine(of: [first.alert])
      return Reply([first.line] + advice.lines, buttons(of: [first.alert], advice.buttons), in: self)
    }
    let shown = said.prefix(Self.answerRowsMax)
    var lines = [say(.alertHead, [.n: .number(said.count)])] + shown.map(\.line)
    if said.count > shown.count { lines.append(say(.alertMore, [.n: .number(said.count - shown.count)])) }
    let advice = try await orderLine(of: alerts)
    return Reply(lines + advice.lines, buttons(of: alerts, advice.buttons), in: self)
  }

  /// How much of what is low to order, and the order as a message: one tap.
  func orderLine(of alerts: [Alert]) async throws -> (lines: [String], buttons: [Button]) {
    let ids = alerts.filter { $0.kind == .lowStock || $0.kind == .outOfStock }.compactMap(\.item)
    let wish = OrderWish(items: ids, known: try await books.newestOrder())
    if wish.items.count == 1, let item = try await books.item(wish.items[0]) {
      guard let row = try await orderAdvice(of: item, wish) else { return ([], []) }
      guard row.advice.packs > 0 else { return (coming(row), []) }
      return ([orderItem(row)] + coming(row), [button(.buttonOrderMessage, .order(supplier: row.supplier?.id, wish))])
    }
    guard !wish.items.isEmpty, case let plan = try await orderPlan(wish), !plan.rows.isEmpty else { return ([], []) }
    return ([say(.orderTap)], orderButtons(plan, wish))
  }

  private func buttons(of alerts: [Alert], _ orders: [Button]) -> [Button] {
    if alerts.count == 1, let spike = alerts[0].figures.spike { return spikeButtons(spike) }
    let seen = button(.buttonSeen, .seen(AlertBatch(alerts.map(\.id))))
    return orders.prefix(Choices.Limit.buttons - 1) + [seen]
  }
}

extension Reply {
  fileprivate init(_ lines: [String], _ buttons: [Button], in turn: Turn) {
    self.init(turn.together(lines), choices: .buttons(buttons))
  }
}

/// Alerts of one message, as a button carries them.
struct AlertBatch: Hashable, Sendable {
  let ids: [Int64]

  /// More would not fit behind a button; what is left out can still be seen in the list.
  static let max = 20

  init(_ ids: [Int64]) { self.ids = Array(ids.prefix(Self.max)) }

  var text: String { ids.map(String.init).joined(separator: ".") }

  /// Nil for what we never wrote.
  init?(text: String) {
    let ids = text.split(separator: ".").compactMap { Int64($0) }
    guard !ids.isEmpty else { return nil }
    self.init(ids)
  }
}
