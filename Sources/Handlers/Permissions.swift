import Intents

/// A role is the set of intents that it may use.
extension Role {
  func may(_ intent: Intent) -> Bool {
    switch intent {
    case .greet, .help, .thanks, .yes, .no, .cancel, .choose, .correct, .followUp, .outOfScope, .human, .deleteMyData,
      .infoQuestion:
      true
    case .undo, .stockCheck, .stockList, .lowStock, .stockAdd, .stockReduce, .saleRecord, .saleReturn, .priceCheck,
      .expiryCheck, .settings, .shopSwitch:
      self != .customer
    case .taskList, .taskCreate, .taskDone, .scheduleView, .timeoff:
      self != .customer
    // Also whoever stands at the counter, for a customer who asked him.
    case .productSearch: true
    case .cartEdit, .cartView, .checkout, .orderStatus, .recommend:
      self == .customer
    case .stockSet, .itemCreate, .itemDelete, .itemRename, .priceSet, .priceSuggest, .thresholdSet, .salesSummary,
      .profit, .topItems, .slowItems, .expenseAdd, .competitorPrice, .forecast, .reorderSuggest, .supplierOrder,
      .reportRequest, .creditAdd, .creditReceive, .creditBalance, .creditList, .creditRemind, .alertList, .alertAck,
      .memberAdd, .memberRemove, .memberList, .customerPhone, .supplierPay,
      .supplierBalance, .itemDetail, .stockHistory, .eventAdd:
      self == .owner
    }
  }
}

extension Intent {
  /// It is about the person who writes, or lets people in and out: nothing for a program, which is none.
  var isOfWhoWrites: Bool {
    [.deleteMyData, .settings, .shopSwitch, .memberAdd, .memberRemove].contains(self)
  }
}
