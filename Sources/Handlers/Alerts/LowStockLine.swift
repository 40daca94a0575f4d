import Alerts
import Intents
import Inventory
import Language
import Messages

/// The owner who sells the last bag sees in the reply that it was the last: no second message comes. Where a program
/// sold it, the owner hears it as of any other.
extension Turn {
  func tellingLowStock(_ answer: Answer) async throws -> Answer {
    guard role == .owner, programsQuestion == nil, let group = answer.group, let reply = answer.reply,
      group.kind.takesGoods,
      case let fallen = try await books.itemsBroughtLow(by: group), !fallen.isEmpty
    else { return answer }
    let raised = try await books.reviewStock(fell: fallen, rose: [], on: today)
    let wishes = try await wishes()
    let alerts = try await books.alerts(AlertFilter(ids: raised), max: raised.count).filter { wishes.wants($0.kind) }
    guard !alerts.isEmpty else { return answer }
    try await books.noteTold(alerts.map { $0.id }, in: conversation)
    let words = try await AlertWords(alerts, in: self)
    let shown = alerts.reversed().compactMap { words.line($0) }.prefix(Self.answerRowsMax)
    let advice = try await orderLine(of: alerts)
    var telling = answer
    telling.reply = Reply(
      together([reply.text] + shown + advice.lines), choices: reply.choices.adding(advice.buttons),
      attachment: reply.attachment)
    return telling
  }

  /// Whoever wants no such alerts is not told in a reply either.
  private func wishes() async throws -> OwnerWishes {
    let owner = try await books.ownersToTell().first { ($0.channel, $0.person) == (contact.channel, contact.person) }
    return owner?.wishes ?? OwnerWishes()
  }
}

extension EntryGroup.Kind {
  fileprivate var takesGoods: Bool {
    switch self {
    case .sale, .creditGiven, .stockOut, .stockSet: true
    case .stockIn, .price, .threshold, .item, .opening, .name, .takings, .saleReturn, .creditReceived, .expense,
      .competitorPrice, .itemChange, .member, .customer, .supplierPaid, .supplierOwed, .itemDetail, .event, .order:
      false
    }
  }
}

extension Choices {
  /// As many more as there is room for.
  fileprivate func adding(_ more: [Button]) -> Choices {
    switch self {
    case .none: more.isEmpty ? .none : .buttons(Array(more.prefix(Limit.buttons)))
    case .buttons(let buttons): .buttons(Array((buttons + more).prefix(Limit.buttons)))
    case .list: self
    }
  }
}
