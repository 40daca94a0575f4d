import Intents
import Language

/// What people may already ask for and no handler answers yet. Whoever builds one takes its case from here.
extension Turn {
  /// One honest line, and nothing written: “udhaar” is not quietly booked as a sale for cash.
  func notYet(_ intent: Intent) -> Answer { .say(say(role == .customer ? .notYetCustomer : .notYet)) }
}

/// Where an intent goes. Moving one out of `stillToCome` does not compile until `Turn.perform` answers it.
enum Destination: Hashable, Sendable {
  case work(Work)
  /// Part of the conversation itself: answered before any work is looked for.
  case talk
  case stillToCome
}

/// What a handler stands ready for.
enum Work: Hashable, Sendable {
  case stockCheck, stockList, lowStock, stockAdd, stockSet, stockReduce
  case saleRecord, priceCheck, priceSet, itemCreate, thresholdSet
  case creditAdd, creditReceive, creditBalance, creditList
  case saleReturn, expenseAdd, competitorPrice, itemRename, itemDelete
  case salesSummary, profit, topItems
  case answerFile, deleteMyData
  case creditRemind
  case productSearch, orderStatus
  /// What only somebody of the shop can answer.
  case askShop
  case memberAdd, memberRemove, memberList, customerPhone, shopSwitch, settings
  case supplierPay, supplierBalance
  case expiryCheck, stockHistory, itemDetail
  case forecast, eventAdd, reorderSuggest, priceSuggest, slowItems
  case alertList, alertAck
}

extension Intent {
  var destination: Destination {
    switch self {
    case .stockCheck: .work(.stockCheck)
    case .stockList: .work(.stockList)
    case .lowStock: .work(.lowStock)
    case .stockAdd: .work(.stockAdd)
    case .stockSet: .work(.stockSet)
    case .stockReduce: .work(.stockReduce)
    case .saleRecord: .work(.saleRecord)
    case .priceCheck: .work(.priceCheck)
    case .priceSet: .work(.priceSet)
    case .itemCreate: .work(.itemCreate)
    case .thresholdSet: .work(.thresholdSet)
    case .saleReturn: .work(.saleReturn)
    case .expenseAdd: .work(.expenseAdd)
    case .competitorPrice: .work(.competitorPrice)
    case .itemRename: .work(.itemRename)
    case .itemDelete: .work(.itemDelete)
    case .creditAdd: .work(.creditAdd)
    case .creditReceive: .work(.creditReceive)
    case .creditBalance: .work(.creditBalance)
    case .creditList: .work(.creditList)
    case .salesSummary: .work(.salesSummary)
    case .profit: .work(.profit)
    case .topItems: .work(.topItems)
    case .reportRequest: .work(.answerFile)
    case .deleteMyData: .work(.deleteMyData)
    case .creditRemind: .work(.creditRemind)
    case .productSearch, .recommend: .work(.productSearch)
    case .orderStatus: .work(.orderStatus)
    case .human, .infoQuestion, .cartEdit, .checkout: .work(.askShop)
    case .memberAdd: .work(.memberAdd)
    case .memberRemove: .work(.memberRemove)
    case .memberList: .work(.memberList)
    case .customerPhone: .work(.customerPhone)
    case .shopSwitch: .work(.shopSwitch)
    case .settings: .work(.settings)
    case .supplierPay: .work(.supplierPay)
    case .supplierBalance: .work(.supplierBalance)
    case .expiryCheck: .work(.expiryCheck)
    case .stockHistory: .work(.stockHistory)
    case .itemDetail: .work(.itemDetail)
    case .forecast: .work(.forecast)
    case .eventAdd: .work(.eventAdd)
    case .reorderSuggest: .work(.reorderSuggest)
    case .priceSuggest: .work(.priceSuggest)
    case .slowItems: .work(.slowItems)
    case .undo, .help, .greet, .thanks, .yes, .no, .cancel, .choose, .correct, .followUp, .outOfScope: .talk
    case .alertList: .work(.alertList)
    case .alertAck: .work(.alertAck)
    case .supplierOrder, .cartView,
      .taskList, .taskCreate,
      .taskDone, .scheduleView, .timeoff:
      .stillToCome
    }
  }
}
