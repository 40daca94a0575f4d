import Commerce
import Database
import Demand
import Intents
import Inventory
import Language
import Measures
import Messages
import Pricing

/// One tap: the order as a message that goes to the supplier. From then on the goods count as on the way.
extension Turn {
  /// The order as the supplier should read it: no prices, which are his to say.
  func orderMessage(to supplier: Int64?, _ wish: OrderWish) async throws -> Answer {
    let alone = wish.items.count == 1 ? try await books.item(wish.items[0]) : nil
    let rows =
      if let alone { [try await orderAdvice(of: alone, wish)].compactMap(\.self) } else {
        try await orderPlan(wish).rows
      }
    let wanted = rows.filter { $0.supplier?.id == supplier && $0.advice.packs > 0 }
    guard !wanted.isEmpty else { return .say(say(.orderNothing, [.days: .days(wish.days)])) }
    let lines = wanted.map { "\($0.item.name(in: voice)) – \(ordered($0))" }.joined(separator: "\n")
    let text = say(.orderMessage, [.lines: .text(lines), .shop: .text(shopName)])
    var said = [
      wanted[0].supplier.map { say(.orderForward, [.supplier: .text($0.name)]) } ?? say(.orderForwardNobody)
    ]
    if let phone = wanted[0].supplier?.phone {
      said.append(say(.remindChat, [.text: .text(chatLink(to: phone, saying: text))]))
    }
    let group = try await noteOrder(wanted, from: supplier, wish)
    if group != nil { said.append(say(.orderCounted)) }
    let undo = group.map { Choices.buttons([button(.buttonUndo, .undo(group: $0.id))]) }
    var answer = Answer.say(said.joined(separator: "\n"), undo ?? .none)
    answer.forward = Reply(text)
    return answer
  }

  /// Nil where this very order was written before.
  private func noteOrder(_ rows: [OrderPlan.Row], from supplier: Int64?, _ wish: OrderWish) async throws -> EntryGroup?
  {
    let lines = rows.map { row in
      let days = row.advice.offer?.leadDays ?? Books.leadDaysUsual
      return OrderedLine(
        item: row.item.id, quantity: row.advice.quantity,
        awaitedUntil: today.adding(min(Self.waitMax, max(2 * days, days + Self.waitMin))))
    }
    return try await books.noteOrder(lines, from: supplier, advisedAfter: wish.known, by: author)
  }

  /// Goods may come late, by some days or by as long as they take; after a month nobody waits for them.
  private static let waitMin = 3
  private static let waitMax = 30
}
