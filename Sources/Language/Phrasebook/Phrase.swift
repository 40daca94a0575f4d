/// Everything that RetailMind can say, by name: “✅ बिक्री: चीनी 2 किलो, ₹90”. The words stand in `templates/replies/`,
/// one file a voice, under these raw values; what each phrase must be given stands there between braces.
package enum Phrase: String, CaseIterable, Sendable {
  // sale
  case sold
  case soldUnpriced = "sold_unpriced"
  /// One line of several, to be put into `soldMany`.
  case soldLine = "sold_line"
  case soldLineUnpriced = "sold_line_unpriced"
  case soldMany = "sold_many"
  case soldManyUnpriced = "sold_many_unpriced"
  /// Somebody brought goods back who has no account that they could go off.
  case returnedInCash = "returned_in_cash"
  /// A line below the others.
  case soldDiscount = "sold_discount"
  /// A bill of one figure, for goods that nobody named.
  case soldUnlisted = "sold_unlisted"
  case takings
  /// Some of the day's sales were written before, bill by bill.
  case takingsBeyondBills = "takings_beyond_bills"
  /// Nothing was written: the bills come to as much, or more.
  case takingsKnown = "takings_known"
  /// The lines come to one sum and another was said.
  case whichTotal = "which_total"

  // another day than today
  case ofDay = "of_day"
  case dayUnclear = "day_unclear"
  case dayAhead = "day_ahead"

  // goods that came back
  case returned
  case returnedUnpriced = "returned_unpriced"

  // running costs
  case expenseWritten = "expense_written"
  case expenseRent = "expense_rent"
  case expenseElectricity = "expense_electricity"
  case expenseSalary = "expense_salary"
  case expenseTransport = "expense_transport"
  case expensePhone = "expense_phone"
  case expenseRepair = "expense_repair"
  case expenseTea = "expense_tea"
  case expenseOther = "expense_other"

  // other shops' rates
  case competitorWritten = "competitor_written"
  case competitorIs = "competitor_is"
  case competitorUnknown = "competitor_unknown"

  // credit
  case soldCredit = "sold_credit"
  case soldCreditMany = "sold_credit_many"
  case creditGiven = "credit_given"
  case creditReceived = "credit_received"
  // how an account stands, for {standing}
  case standingDue = "standing_due"
  case standingStillDue = "standing_still_due"
  /// More was paid than was owed.
  case standingAhead = "standing_ahead"
  case standingClear = "standing_clear"
  case creditIs = "credit_is"
  case creditNone = "credit_none"
  case creditIsAhead = "credit_is_ahead"
  case creditTotal = "credit_total"
  case creditListHead = "credit_list_head"
  case creditLine = "credit_line"
  /// Somebody who owes since today.
  case creditLineToday = "credit_line_today"
  case creditListEmpty = "credit_list_empty"
  case dueNow = "due_now"
  case customerMissing = "customer_missing"
  case customerUnknown = "customer_unknown"
  case amountMissing = "amount_missing"

  // stock, written
  case stockIn = "stock_in"
  case stockInLine = "stock_in_line"
  case stockInMany = "stock_in_many"
  case stockSet = "stock_set"
  /// Set to nothing: 0 is said in words.
  case stockSetEmpty = "stock_set_empty"
  case stockReduced = "stock_reduced"
  case reasonDamaged = "reason_damaged"
  case reasonExpired = "reason_expired"
  case reasonTheft = "reason_theft"
  case reasonOwnUse = "reason_own_use"
  case reasonOther = "reason_other"
  case thresholdSet = "threshold_set"

  // price
  case priceChanged = "price_changed"
  /// The first rate of an item: there is no old one.
  case priceWritten = "price_written"
  case costWritten = "cost_written"
  case mrpWritten = "mrp_written"
  case priceIs = "price_is"
  case costIs = "cost_is"
  case mrpIs = "mrp_is"
  case priceUnknown = "price_unknown"
  case costUnknown = "cost_unknown"
  case mrpUnknown = "mrp_unknown"

  // stock, asked
  case stockIs = "stock_is"
  case stockIsDays = "stock_is_days"
  case stockNone = "stock_none"
  case stockBelowZero = "stock_below_zero"
  case stockListHead = "stock_list_head"
  case listLine = "list_line"
  case listMore = "list_more"
  case stockListEmpty = "stock_list_empty"
  case lowHead = "low_head"
  case lowLine = "low_line"
  case lowNone = "low_none"
  /// What stands for `{left}` when it is zero.
  case nothingLeft = "nothing_left"

  // the business, asked
  case periodToday = "period_today"
  case periodYesterday = "period_yesterday"
  case periodThisWeek = "period_this_week"
  case periodLastWeek = "period_last_week"
  case periodThisMonth = "period_this_month"
  case periodLastMonth = "period_last_month"
  case periodThisYear = "period_this_year"
  case periodLastYear = "period_last_year"
  case periodLastDays = "period_last_days"
  case salesTotal = "sales_total"
  case salesNone = "sales_none"
  /// How it was paid; the parts stand in {items}.
  case salesPaid = "sales_paid"
  case paidCash = "paid_cash"
  case paidUPI = "paid_upi"
  case paidCard = "paid_card"
  case paidCredit = "paid_credit"
  case paidUnsaid = "paid_unsaid"
  /// What was sold without a rate, so that its money is missing above.
  case salesUnpriced = "sales_unpriced"
  case salesBefore = "sales_before"
  case itemSales = "item_sales"
  case itemSalesUnpriced = "item_sales_unpriced"
  case itemSalesNone = "item_sales_none"
  case itemSalesBefore = "item_sales_before"
  case profitIs = "profit_is"
  case lossIs = "loss_is"
  case profitUnknown = "profit_unknown"
  case profitExpenses = "profit_expenses"
  case profitUncosted = "profit_uncosted"
  /// Of how much of the sales the cost is known.
  case profitCounted = "profit_counted"
  case profitBefore = "profit_before"
  case lossBefore = "loss_before"
  case itemProfit = "item_profit"
  case itemLoss = "item_loss"
  /// Nothing of it was sold in that time: what is left of the rate.
  case itemMargin = "item_margin"
  case daysHead = "days_head"
  case daysLine = "days_line"
  case itemsProfitHead = "items_profit_head"
  case itemsLossHead = "items_loss_head"
  case itemsLossNone = "items_loss_none"
  case itemsLine = "items_line"
  case topHead = "top_head"
  case topLine = "top_line"
  case topLineUnpriced = "top_line_unpriced"
  /// More names than fit.
  case namesMore = "names_more"

  // catalogue
  case itemCreated = "item_created"
  case itemCreatedPriced = "item_created_priced"
  case itemExists = "item_exists"
  case itemRenamed = "item_renamed"
  case renameSure = "rename_sure"
  case newNameMissing = "new_name_missing"
  case itemDeleted = "item_deleted"
  case deleteSure = "delete_sure"
  /// What the owner called it is a name of the item from now on.
  case nameLearnt = "name_learnt"

  // questions
  case itemUnknown = "item_unknown"
  case itemUnknownNone = "item_unknown_none"
  case whichItem = "which_item"
  case itemMissing = "item_missing"
  case quantityMissing = "quantity_missing"
  case priceMissing = "price_missing"
  case packSizeAsk = "pack_size_ask"
  case packSizeSet = "pack_size_set"
  case unitMismatch = "unit_mismatch"
  case belowZero = "below_zero"
  /// The stock is already nothing, or less than nothing.
  case belowZeroEmpty = "below_zero_empty"
  case unusual
  case unusualPrice = "unusual_price"
  case confirmWrite = "confirm_write"
  /// Two or three things may be meant; they stand on the buttons.
  case whichOfThese = "which_of_these"
  case whichDay = "which_day"
  case whichCustomer = "which_customer"

  // what an entry was, for {what}
  case whatSale = "what_sale"
  case whatStockIn = "what_stock_in"
  case whatSet = "what_set"
  case whatReduced = "what_reduced"
  case whatPrice = "what_price"
  case whatThreshold = "what_threshold"
  case whatItem = "what_item"
  case whatReturn = "what_return"
  case whatCredit = "what_credit"
  case whatReceived = "what_received"
  case whatExpense = "what_expense"
  case whatPriceElsewhere = "what_price_elsewhere"
  case whatItemChange = "what_item_change"
  case whatName = "what_name"

  // undo and correction
  case undone
  case undoneMany = "undone_many"
  case nothingToUndo = "nothing_to_undo"
  case alreadyUndone = "already_undone"
  /// Later entries stand on this one.
  case undoTooLate = "undo_too_late"
  case corrected

  // talk
  case greetingMorning = "greeting_morning"
  case greetingAfternoon = "greeting_afternoon"
  case greetingEvening = "greeting_evening"
  case greetingRamRam = "greeting_ram_ram"
  case greetingSalaam = "greeting_salaam"
  case customerHello = "customer_hello"
  case thanks
  case thanksCustomer = "thanks_customer"
  case helpHead = "help_head"
  case helpLineSale = "help_line_sale"
  case helpLineAdd = "help_line_add"
  case helpLineCheck = "help_line_check"
  case helpLinePrice = "help_line_price"
  case helpLineSet = "help_line_set"
  case helpLineCredit = "help_line_credit"
  case helpLineLow = "help_line_low"
  case helpLineSales = "help_line_sales"
  case helpLineUndo = "help_line_undo"

  // the conversation itself
  case unclear
  case outOfScope = "out_of_scope"
  case notYet = "not_yet"
  case notYetCustomer = "not_yet_customer"
  case cancelled
  /// “Yes”, “no” or a number without a question of ours.
  case nothingOpen = "nothing_open"
  case chooseAgain = "choose_again"
  case expiredQuestion = "expired_question"
  case typeUnsupported = "type_unsupported"

  // trouble and doors
  /// Nothing was kept.
  case troubleLost = "trouble_lost"
  case rateNotice = "rate_notice"
  case stranger
  case notAllowed = "not_allowed"

  // files, with what stands at the head of a sheet and of its columns
  case fileReady = "file_ready"
  case fileOfWhat = "file_of_what"
  case fileEmpty = "file_empty"
  case sheetStock = "sheet_stock"
  case sheetLow = "sheet_low"
  case sheetSold = "sheet_sold"
  case sheetSales = "sheet_sales"
  case sheetProfit = "sheet_profit"
  case sheetDues = "sheet_dues"
  case columnItem = "column_item"
  case columnStock = "column_stock"
  case columnUnit = "column_unit"
  case columnRate = "column_rate"
  case columnCost = "column_cost"
  case columnWorth = "column_worth"
  case columnCategory = "column_category"
  case columnQuantity = "column_quantity"
  case columnAmount = "column_amount"
  case columnProfit = "column_profit"
  case columnDate = "column_date"
  case columnBills = "column_bills"
  case columnCustomer = "column_customer"
  case columnDue = "column_due"
  case columnSince = "column_since"

  // a file of goods that somebody sends
  case importHead = "import_head"
  case importNew = "import_new"
  case importChanged = "import_changed"
  case importSame = "import_same"
  case importUnreadable = "import_unreadable"
  case importLine = "import_line"
  case importNoName = "import_no_name"
  case importBadNumber = "import_bad_number"
  case importBadUnit = "import_bad_unit"
  case importRepeated = "import_repeated"
  case importAsk = "import_ask"
  case importDone = "import_done"
  case importNothing = "import_nothing"
  case importTwice = "import_twice"
  case importNoGoods = "import_no_goods"
  case importNotATable = "import_not_a_table"
  case importOldExcel = "import_old_excel"
  case importTooLarge = "import_too_large"
  case importGone = "import_gone"
  case whatImport = "what_import"

  // everything deleted
  case eraseShopAsk = "erase_shop_ask"
  case eraseShopAgain = "erase_shop_again"
  case erasePersonAsk = "erase_person_ask"
  case erasePersonAgain = "erase_person_again"
  case eraseAsked = "erase_asked"
  case eraseStopped = "erase_stopped"
  case eraseHeld = "erase_held"

  // buttons
  case buttonUndo = "button_undo"
  case buttonYes = "button_yes"
  case buttonNo = "button_no"
  case buttonCancel = "button_cancel"
  case buttonNewItem = "button_new_item"
  case buttonMore = "button_more"
  case buttonDelete = "button_delete"
  case buttonForget = "button_forget"
  case buttonKeepData = "button_keep_data"
  // what may be meant by a doubtful sentence
  case buttonSale = "button_sale"
  case buttonStockIn = "button_stock_in"
  case buttonStockSet = "button_stock_set"
  case buttonStockOut = "button_stock_out"
  case buttonStockCheck = "button_stock_check"
  case buttonPriceCheck = "button_price_check"
  case buttonPriceSet = "button_price_set"
  case buttonThreshold = "button_threshold"
  /// Opens a list of choices.
  case listButton = "list_button"

  // between the shop and its customers
  case remindHello = "remind_hello"
  case remindHelloPlain = "remind_hello_plain"
  case remindOwed = "remind_owed"
  case remindOwedSince = "remind_owed_since"
  case remindWhenever = "remind_whenever"
  case remindBy = "remind_by"
  case remindUPI = "remind_upi"
  case remindNote = "remind_note"
  case remindPaid = "remind_paid"
  case remindSign = "remind_sign"
  case remindForward = "remind_forward"
  case remindChat = "remind_chat"
  case remindSendSure = "remind_send_sure"
  case remindSent = "remind_sent"
  case remindQuiet = "remind_quiet"
  case remindAgainSure = "remind_again_sure"
  case remindNothingDue = "remind_nothing_due"
  case remindWhom = "remind_whom"
  case remindAllDone = "remind_all_done"
  case remindedSent = "reminded_sent"
  case remindedPrepared = "reminded_prepared"
  case remindedNever = "reminded_never"
  case remindedNobody = "reminded_nobody"
  case upiAsk = "upi_ask"
  case upiSaved = "upi_saved"
  case upiInvalid = "upi_invalid"
  case customerHas = "customer_has"
  case customerHasFew = "customer_has_few"
  case customerHasUnpriced = "customer_has_unpriced"
  case customerHasNone = "customer_has_none"
  case customerHowMuch = "customer_how_much"
  case customerHelp = "customer_help"
  case askShopOffer = "ask_shop_offer"
  case notInList = "not_in_list"
  case askShopUnclear = "ask_shop_unclear"
  case passedOn = "passed_on"
  case passedLater = "passed_later"
  case passedEnough = "passed_enough"
  case orderNone = "order_none"
  case remindersOn = "reminders_on"
  case remindersOff = "reminders_off"
  case customerAsks = "customer_asks"
  case customerBefore = "customer_before"
  case answerWrite = "answer_write"
  case answerSent = "answer_sent"
  case answerTooLate = "answer_too_late"
  case answeredAlready = "answered_already"
  case humanNone = "human_none"
  case buttonNoUPI = "button_no_upi"
  case buttonAskShop = "button_ask_shop"
  case buttonAnswer = "button_answer"
  case buttonToCustomer = "button_to_customer"
  case buttonToBooks = "button_to_books"
  case hoursHead = "hours_head"
  case hoursLine = "hours_line"
  case hourMorning = "hour_morning"
  case hourNoon = "hour_noon"
  case hourEvening = "hour_evening"
  case hourNight = "hour_night"
  case weekdaysHead = "weekdays_head"
  case weekdaysLine = "weekdays_line"
  case customersHead = "customers_head"
  case customersLine = "customers_line"
  case customersNone = "customers_none"
  case categoriesHead = "categories_head"
  case categoriesLine = "categories_line"
  case categoryNone = "category_none"
  case rankedBefore = "ranked_before"

  /// A title that is tapped must fit WhatsApp's limit.
  var isButtonTitle: Bool { self == .listButton || rawValue.hasPrefix("button_") }
}
