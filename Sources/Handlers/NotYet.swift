import Intents
import Language

/// What people may already ask for and no handler answers yet. Whoever builds one takes its case from here.
extension Turn {
  /// One honest line, and nothing written: “udhaar” is not quietly booked as a sale for cash.
  func notYet(_ intent: Intent) -> Answer { .say(say(role == .customer ? .notYetCustomer : .notYet)) }
}

extension Intent {
  /// The intents that wait for their handler.
  var isStillToCome: Bool {
    switch self {
    case .stockCheck, .stockList, .lowStock, .stockAdd, .stockSet, .stockReduce, .saleRecord, .itemCreate, .priceCheck,
      .priceSet, .thresholdSet, .undo, .help, .greet, .thanks, .yes, .no, .cancel, .choose, .correct, .followUp,
      .outOfScope:
      false
    case .saleReturn, .itemDelete, .itemRename, .priceSuggest, .expiryCheck, .salesSummary, .profit, .topItems,
      .slowItems, .expenseAdd, .competitorPrice, .forecast, .reorderSuggest, .supplierOrder, .reportRequest, .creditAdd,
      .creditReceive, .creditBalance, .creditList, .creditRemind, .alertList, .alertAck, .settings, .deleteMyData,
      .human, .productSearch, .cartEdit, .cartView, .checkout, .orderStatus, .recommend, .infoQuestion, .taskList,
      .taskCreate, .taskDone, .scheduleView, .timeoff:
      true
    }
  }
}
