/// Which slots an intent has, after the ontology.
enum SlotsOf {
  enum Name: Hashable, Sendable {
    case items, customer, supplier, assignee, credit, payment, amount, discount, period, number, category, priceKind,
      reason,
      newName
    case format, setting, operation, priceLimit, time, due, ranked
    case settlement, paidTo, toPay, details, below, event, kind, until
  }

  static func intent(_ intent: Intent) -> Set<Name> {
    switch intent {
    case .stockCheck, .stockSet, .itemDelete, .priceSuggest, .thresholdSet, .competitorPrice, .alertAck: [.items]
    case .stockList: [.category, .below]
    case .lowStock: [.category, .period, .below]
    case .stockAdd: [.items, .supplier, .amount, .period, .settlement]
    case .stockHistory: [.items]
    case .stockReduce: [.items, .reason]
    case .saleRecord: [.items, .customer, .credit, .amount, .payment, .discount, .period]
    case .saleReturn: [.items, .customer, .period]
    case .itemCreate, .priceCheck, .priceSet: [.items, .priceKind]
    case .itemRename: [.items, .newName]
    case .itemDetail: [.details]
    case .eventAdd: [.event]
    case .expiryCheck: [.items, .period]
    case .forecast, .reorderSuggest: [.items, .period, .kind, .until]
    case .salesSummary, .profit: [.items, .period, .ranked]
    case .topItems: [.number, .period, .category, .ranked]
    case .slowItems: [.period, .kind]
    case .alertList, .scheduleView: [.period]
    case .expenseAdd: [.amount, .period]
    case .supplierOrder: [.items, .supplier, .period]
    case .reportRequest: [.period, .format]
    case .creditAdd: [.customer, .amount, .paidTo, .toPay]
    case .creditReceive: [.customer, .amount, .payment, .period, .paidTo, .toPay]
    case .supplierPay: [.supplier, .amount, .payment, .period, .paidTo, .toPay]
    case .supplierBalance: [.supplier]
    case .creditBalance, .customerPhone: [.customer]
    case .creditRemind: [.customer, .due]
    case .settings: [.setting]
    case .choose, .taskDone: [.number]
    case .correct: [.items, .customer, .supplier, .payment, .amount, .discount, .period]
    case .followUp: [.items, .customer, .supplier, .payment, .amount, .discount, .period, .kind, .until]
    case .productSearch: [.items, .category, .priceLimit]
    case .cartEdit: [.items, .operation]
    case .recommend: [.items, .category, .priceLimit]
    case .taskList: [.assignee, .period]
    case .taskCreate: [.assignee, .period, .time, .due]
    case .timeoff: [.operation, .period]
    case .creditList: [.ranked]
    case .memberAdd, .memberRemove, .memberList, .shopSwitch: []
    case .undo, .help, .greet, .thanks, .yes, .no, .cancel, .deleteMyData, .human, .outOfScope, .cartView,
      .checkout,
      .orderStatus, .infoQuestion:
      []
    }
  }
}
