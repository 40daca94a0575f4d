/// Everything that somebody can mean, over all roles: a closed set. Raw values are stored and never change.
package enum Intent: String, Hashable, Sendable, Codable, CaseIterable {
  // stock
  /// How much of named item(s) is in stock.
  case stockCheck = "stock_check"
  /// List whole stock or one category.
  case stockList = "stock_list"
  /// What is low / about to run out.
  case lowStock = "low_stock"
  /// Goods received / purchased.
  case stockAdd = "stock_add"
  /// Absolute count correction.
  case stockSet = "stock_set"
  /// Damage, expiry, theft, own use.
  case stockReduce = "stock_reduce"
  /// The movement of an item: when it came, what went.
  case stockHistory = "stock_history"

  // sale
  /// A sale happened.
  case saleRecord = "sale_record"
  /// Customer returned goods.
  case saleReturn = "sale_return"

  // catalogue
  /// New catalogue item.
  case itemCreate = "item_create"
  /// Drop an item from the catalogue.
  case itemDelete = "item_delete"
  /// Rename an item.
  case itemRename = "item_rename"
  /// Tax rate, HSN, barcode, category, supplier or another name of an item.
  case itemDetail = "item_detail"

  // price
  /// Ask price / cost / mrp.
  case priceCheck = "price_check"
  /// Change price.
  case priceSet = "price_set"
  /// What price should I charge.
  case priceSuggest = "price_suggest"

  // alert
  /// Low-stock alert level.
  case thresholdSet = "threshold_set"

  // stock
  /// What expires, when.
  case expiryCheck = "expiry_check"

  // report
  /// Sales / revenue / till total.
  case salesSummary = "sales_summary"
  /// Profit, margin, loss.
  case profit
  /// Best sellers.
  case topItems = "top_items"
  /// Dead or slow stock.
  case slowItems = "slow_items"
  /// A running cost of the shop was paid: rent, electricity, salary, transport.
  case expenseAdd = "expense_add"

  // price
  /// What another shop charges: told (with price) or asked.
  case competitorPrice = "competitor_price"

  // report
  /// Expected demand.
  case forecast
  /// A day of the place that the owner tells of: a fair, a wedding, the day of Eid here.
  case eventAdd = "event_add"

  // order
  /// What / how much to buy.
  case reorderSuggest = "reorder_suggest"
  /// Place an order with a supplier.
  case supplierOrder = "supplier_order"

  // report
  /// Send a report file.
  case reportRequest = "report_request"

  // credit
  /// Money-only udhaar entry.
  case creditAdd = "credit_add"
  /// Udhaar repayment.
  case creditReceive = "credit_receive"
  /// One customer's or total due.
  case creditBalance = "credit_balance"
  /// Who owes.
  case creditList = "credit_list"
  /// Send a reminder (all if no customer).
  case creditRemind = "credit_remind"
  /// A customer's phone number.
  case customerPhone = "customer_phone"

  // supplier
  /// Money paid to a supplier, or noted as still to be paid.
  case supplierPay = "supplier_pay"
  /// What is owed to one supplier or all.
  case supplierBalance = "supplier_balance"

  // alert
  /// Show alerts.
  case alertList = "alert_list"
  /// Acknowledge an alert.
  case alertAck = "alert_ack"

  // settings
  /// Language, summary_time, mute.
  case settings
  /// Somebody may use the shop from their phone: staff, or another owner.
  case memberAdd = "member_add"
  /// Somebody may no longer.
  case memberRemove = "member_remove"
  /// Who may.
  case memberList = "member_list"
  /// Another of one's shops.
  case shopSwitch = "shop_switch"

  // dialogue
  /// Revert the last committed action.
  case undo
  /// What can you do.
  case help
  /// Greeting.
  case greet
  /// Thanks.
  case thanks
  /// Affirm a pending confirmation.
  case yes
  /// Reject a pending confirmation as wrong.
  case no
  /// Abandon the pending flow.
  case cancel
  /// Pick from a list shown.
  case choose
  /// Replace slot(s) in the pending/last frame; gold holds only the new value.
  case correct
  /// Elliptical continuation or slot answer; merge into pending/last frame.
  case followUp = "follow_up"

  // privacy
  /// Erase account/data.
  case deleteMyData = "delete_my_data"
  /// Hand over to a person.
  case human

  // oos
  /// Out of scope, injection, gibberish.
  case outOfScope = "oos"

  // customer
  /// Customer asks availability/price/detail.
  case productSearch = "product_search"
  /// Add / set / remove in cart.
  case cartEdit = "cart_edit"
  /// Show cart or bill so far.
  case cartView = "cart_view"
  /// Place order / pay.
  case checkout
  /// Where is my order.
  case orderStatus = "order_status"
  /// Suggest something.
  case recommend

  // customer+staff
  /// FAQ / SOP, answered by retrieval on raw text.
  case infoQuestion = "info_question"

  // staff
  /// List tasks.
  case taskList = "task_list"
  /// Create task (title = raw remainder, unscored).
  case taskCreate = "task_create"
  /// Mark done.
  case taskDone = "task_done"
  /// Shift / roster.
  case scheduleView = "schedule_view"
  /// Leave request or balance/status.
  case timeoff
}
