package import Measures

/// Words that are two things, both of them possible here: they are settled by a rule, or asked about, never guessed.
package enum Ambiguity: Hashable, Sendable, Codable {
  /// कल, परसों: a day behind us or one ahead, each by its name in the ontology.
  case day(back: String, ahead: String)
  /// “chini do pav”: quarters of a kilo, or so many of the breads of that name.
  case quarters(line: Int, count: Quantity, bread: String)
  /// “100 ka kaju”: goods for a hundred rupees, or a hundred of them by measure.
  case worth(line: Int, number: Quantity)
  /// “chini 5 kilo 44”: what all of it costs, or each.
  case sumOrRate(line: Int)
}

/// Where the talk of an intent looks: what was sold lies behind, what is ordered ahead.
package enum Direction: Hashable, Sendable { case back, ahead }

extension Intent {
  /// Nil where both are possible: only the verb can say, or the one who wrote.
  package var direction: Direction? {
    switch self {
    case .salesSummary, .profit, .topItems, .slowItems, .reportRequest, .saleReturn, .creditReceive, .creditAdd,
      .expenseAdd, .stockReduce, .alertList, .supplierPay, .stockHistory:
      .back
    case .forecast, .reorderSuggest, .supplierOrder, .taskCreate, .timeoff, .expiryCheck, .scheduleView, .lowStock,
      .creditRemind, .eventAdd:
      .ahead
    case .stockCheck, .stockList, .stockAdd, .stockSet, .saleRecord, .itemCreate, .itemDelete, .itemRename,
      .priceCheck, .priceSet, .priceSuggest, .thresholdSet, .competitorPrice, .creditBalance, .creditList,
      .supplierBalance, .itemDetail, .alertAck,
      .settings, .undo, .help, .greet, .thanks, .yes, .no, .cancel, .choose, .correct, .followUp, .deleteMyData,
      .human, .outOfScope, .productSearch, .cartEdit, .cartView, .checkout, .orderStatus, .recommend, .infoQuestion,
      .taskList, .taskDone, .memberAdd, .memberRemove, .memberList, .customerPhone, .shopSwitch:
      nil
    }
  }
}

extension Frame {
  /// “aur kal ka?” after a question about sales is yesterday, after an order tomorrow.
  func withDays(after last: Frame) -> Frame {
    guard intent.isElliptical, let direction = last.intent.direction else { return self }
    return settling { ambiguity in
      guard case .day(let back, let ahead) = ambiguity else { return nil }
      return direction == .back ? back : ahead
    }
  }

  /// Takes the day that was chosen, where one of the two was.
  package func settling(_ day: (Ambiguity) -> String?) -> Frame {
    var next = self
    next.ambiguities = ambiguities.filter { ambiguity in
      guard let chosen = day(ambiguity) else { return true }
      next.slots.period = chosen
      return false
    }
    return next
  }
}
