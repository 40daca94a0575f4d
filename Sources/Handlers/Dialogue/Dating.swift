import Intents
import Inventory
import Language
import Measures
import Messages

/// “kal ke 5 kilo”: what is written today about a day that is over stands in the books under that day.
extension Turn {
  func performDated(_ work: Work, _ request: Request) async throws -> Answer {
    guard work.isOfADay, let period = request.frame.slots.period, period != "today" else {
      return try await perform(work, request)
    }
    guard let range = PeriodRange(named: period, today: today), range.first == range.last else {
      return .say(say(.dayUnclear), for: request)
    }
    guard range.first <= today else {
      return .say(say(.dayAhead, [.date: .day(range.first, today: today)]), for: request)
    }
    var answer = try await on(range.first).perform(work, request)
    guard answer.group != nil, let reply = answer.reply else { return answer }
    let date = say(.ofDay, [.date: .day(range.first, today: today)])
    answer.reply = Reply(reply.text + "\n" + date, choices: reply.choices, attachment: reply.attachment)
    return answer
  }

  /// The same turn, writing for another day.
  private func on(_ day: Day) -> Turn {
    var turn = self
    turn.author = Author(inboxID: author.inboxID, member: author.member, day: day)
    return turn
  }
}

extension Work {
  /// What is written for a day, today unless another was named.
  var isOfADay: Bool {
    switch self {
    case .saleRecord, .saleReturn, .stockAdd, .creditAdd, .creditReceive, .expenseAdd, .supplierPay: true
    case .creditRemind, .productSearch, .orderStatus, .askShop, .stockCheck, .stockList, .lowStock, .stockSet,
      .stockReduce, .priceCheck, .priceSet, .itemCreate,
      .thresholdSet,
      .creditBalance, .creditList, .competitorPrice, .itemRename, .itemDelete, .salesSummary, .profit, .topItems,
      .answerFile, .deleteMyData, .memberAdd, .memberRemove, .memberList, .customerPhone, .shopSwitch, .settings,
      .supplierBalance, .expiryCheck, .stockHistory, .itemDetail,
      .eventAdd, .forecast, .reorderSuggest, .priceSuggest, .slowItems, .alertList, .alertAck:
      false
    }
  }
}
