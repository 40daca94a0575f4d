import Intents
import Testing

@testable import Handlers

struct PermissionTests {
  @Test func `everybody may greet and ask for help; who writes into the books may take back`() {
    for role in Role.allCases {
      for intent in [Intent.greet, .help, .thanks, .yes, .no, .cancel] { #expect(role.may(intent)) }
      #expect(role.may(.undo) == (role != .customer))
    }
  }

  @Test(arguments: Intent.allCases)
  func `each intent is somebody's`(intent: Intent) {
    #expect(Role.allCases.contains { $0.may(intent) })
  }

  @Test func `a customer sees no stock, no cost and changes nothing of the shop`() {
    for intent in [
      Intent.stockCheck, .stockList, .lowStock, .stockAdd, .stockSet, .stockReduce, .saleRecord, .priceCheck, .priceSet,
      .itemCreate, .thresholdSet, .profit, .salesSummary,
    ] {
      #expect(!Role.customer.may(intent))
    }
  }

  @Test func `a helper sells and looks, and sets neither prices nor counts`() {
    for intent in [Intent.saleRecord, .stockAdd, .stockCheck, .priceCheck] { #expect(Role.staff.may(intent)) }
    for intent in [Intent.priceSet, .stockSet, .itemCreate, .thresholdSet, .profit] { #expect(!Role.staff.may(intent)) }
  }
}
