/// Everything that RetailMind can say, by name: “✅ बिक्री: चीनी 2 किलो, ₹90”. The words stand in `templates/replies/`,
/// one file a voice, under these names in small letters (`soldMany` is `sold_many`); what each phrase must be given stands
/// there between braces.
package enum Phrase: String, CaseIterable, Sendable {
  // sale
  case sold, soldUnpriced
  /// One line of several, to be put into `soldMany`.
  case soldLine
  case soldLineUnpriced, soldMany, soldManyUnpriced
  /// Somebody brought goods back who has no account that they could go off.
  case returnedInCash
  /// A line below the others.
  case soldDiscount
  /// A bill of one figure, for goods that nobody named.
  case soldUnlisted
  case takings
  /// Some of the day's sales were written before, bill by bill.
  case takingsBeyondBills
  /// Nothing was written: the bills come to as much, or more.
  case takingsKnown
  /// The lines come to one sum and another was said.
  case whichTotal
  /// Nothing is left to pay, or less than that.
  case discountAll, discountTooMuch

  // another day than today
  case ofDay, dayUnclear, dayAhead

  // goods that came back
  case returned, returnedUnpriced

  // running costs
  case expenseWritten, expenseRent, expenseElectricity, expenseSalary, expenseTransport, expensePhone, expenseRepair,
    expenseTea, expenseOther

  // other shops' rates
  case competitorWritten, competitorIs, competitorUnknown

  // credit
  case soldCredit, soldCreditMany, creditGiven, creditReceived
  // how an account stands, for {standing}
  case standingDue, standingStillDue
  /// More was paid than was owed.
  case standingAhead
  case standingClear, creditIs, creditNone, creditIsAhead, creditTotal, creditListHead, creditLine
  /// Somebody who owes since today.
  case creditLineToday
  case creditListEmpty, dueNow, customerMissing, customerUnknown, amountMissing

  // stock, written
  case stockIn, stockInLine, stockInMany, stockSet
  /// Set to nothing: 0 is said in words.
  case stockSetEmpty
  case stockReduced, reasonDamaged, reasonExpired, reasonTheft, reasonOwnUse, reasonOther, thresholdSet

  // price
  case priceChanged
  /// The first rate of an item: there is no old one.
  case priceWritten
  case costWritten, mrpWritten, priceIs, costIs, mrpIs, priceUnknown, costUnknown, mrpUnknown

  // stock, asked
  case stockIs, stockIsDays, stockNone, stockBelowZero, stockListHead, listLine, listMore, stockListEmpty, lowHead,
    lowLine, lowLineDays, lowNone
  /// What stands for `{left}` when it is zero.
  case nothingLeft

  // the business, asked
  case periodToday, periodYesterday, periodThisWeek, periodLastWeek, periodThisMonth, periodLastMonth, periodThisYear,
    periodLastYear, periodLastDays, salesTotal, salesNone
  /// How it was paid; the parts stand in {items}.
  case salesPaid
  case paidCash, paidUPI, paidCard, paidCredit, paidUnsaid
  /// What was sold without a rate, so that its money is missing above.
  case salesUnpriced
  case salesBefore, itemSales, itemSalesUnpriced, itemSalesNone, itemSalesBefore, profitIs, lossIs, profitUnknown,
    profitExpenses, profitUncosted
  /// Of how much of the sales the cost is known.
  case profitCounted
  case profitBefore, lossBefore, itemProfit, itemLoss
  /// Nothing of it was sold in that time: what is left of the rate.
  case itemMargin
  case daysHead, daysLine, itemsProfitHead, itemsLossHead, itemsLossNone, itemsLine, topHead, topLine, topLineUnpriced
  /// More names than fit.
  case namesMore

  // catalogue
  case itemCreated, itemCreatedPriced, itemExists, itemRenamed, renameSure, newNameMissing, itemDeleted, deleteSure
  /// What the owner called it is a name of the item from now on.
  case nameLearnt

  // questions
  case itemUnknown, itemUnknownNone, whichItem, itemMissing, quantityMissing, priceMissing, packSizeAsk, packSizeSet,
    unitMismatch, belowZero
  /// The stock is already nothing, or less than nothing.
  case belowZeroEmpty
  case unusual, unusualPrice, unusualChange, soldAboveMrp, confirmWrite
  /// Two or three things may be meant; they stand on the buttons.
  case whichOfThese
  case whichDay, whichCustomer

  // what an entry was, for {what}
  case whatSale, whatStockIn, whatSet, whatReduced, whatPrice, whatThreshold, whatItem, whatReturn, whatCredit,
    whatReceived, whatExpense, whatPriceElsewhere, whatItemChange, whatName

  // undo and correction
  case undone, undoneMany, nothingToUndo, alreadyUndone
  /// Later entries stand on this one.
  case undoTooLate
  case corrected

  // talk
  case greetingMorning, greetingAfternoon, greetingEvening, greetingRamRam, greetingSalaam, customerHello, thanks,
    thanksCustomer, helpHead, helpLineSale, helpLineAdd, helpLineCheck, helpLinePrice, helpLineSet, helpLineCredit,
    helpLineLow, helpLineSales, helpLineUndo

  // the conversation itself
  case unclear, outOfScope, notYet, notYetCustomer, cancelled
  /// “Yes”, “no” or a number without a question of ours.
  case nothingOpen
  case chooseAgain, expiredQuestion, typeUnsupported

  // trouble and doors
  /// Nothing was kept.
  case troubleLost
  case rateNotice, notAllowed

  // files, with what stands at the head of a sheet and of its columns
  case fileReady, fileOfWhat, fileEmpty, sheetStock, sheetLow, sheetSold, sheetSales, sheetProfit, sheetDues,
    columnItem, columnStock, columnUnit, columnRate, columnCost, columnWorth, columnCategory, columnQuantity,
    columnAmount, columnProfit, columnDate, columnBills, columnCustomer, columnDue, columnSince

  // a file of goods that somebody sends
  case importHead, importNew, importChanged, importSame, importUnreadable, importLine, importNoName, importBadNumber,
    importBadUnit, importRepeated, importAsk, importDone, importNothing, importTwice, importNoGoods, importNoTable,
    importOldExcel, importTooLarge, importGone, whatImport, sheetNotShared, sheetGone, sheetTrouble

  // everything deleted
  case eraseShopAsk, eraseShopAgain, erasePersonAsk, erasePersonAgain, eraseAsked, eraseTold, eraseStopped, eraseHeld

  // goods: suppliers, deliveries, what is noted of an item, its history
  case purchaseOwed, purchasePaid
  /// Nobody said from whom.
  case purchaseUnnamed
  /// Nobody said for how much.
  case purchaseUncosted
  case supplierNew, purchaseAsk, whichSupplier
  /// The name is a customer's, a supplier's, or nobody's yet.
  case whichSide
  case supplierMissing, supplierUnknown, supplierPaid
  /// How the shop stands with a supplier, for {standing}.
  case standingPayable
  case standingPrepaid, standingSettled, payableNow, supplierListHead, supplierLine, whatSupplierPaid, buttonOwed,
    buttonPaid, buttonCustomer, buttonSupplier, lotDated, lotDatedBatch, lotBatch
  /// The date on the packs is over already.
  case expiryPastAsk
  case expiryHead, expiryLine
  /// It is over already.
  case expiryOver
  case expiryNone, expiryMore
  /// Goods on the shelf of which no date was told.
  case expiryUndated
  case expiryUnknown, historyHead, historyLine, historyLastIn, historyLeft, historyNone
  /// Why the stock of an item changed, for {what}.
  case movedOpening
  case movedPurchase, movedSale, movedReturn, movedCount, movedReduction, movedReversal
  /// Items of which less than so much is there.
  case belowHead
  case belowNone
  /// What is noted of an item.
  case detailTax
  case detailHsn, detailCategory, detailBarcode, detailSupplier, detailLeadDays, detailMissing, detailSupplierFirst,
    barcodeTaken, aliasTaken, taxUnusual
  /// Nobody may sell a pack above what is printed on it.
  case priceAboveMrp
  case mrpBelowRate, supplierOwed, whatSupplierOwed
  // end of goods

  // buttons
  case buttonUndo, buttonYes, buttonNo, buttonCancel, buttonNewItem, buttonMore, buttonDelete, buttonForget,
    buttonKeepData
  // what may be meant by a doubtful sentence
  case buttonSale, buttonStockIn, buttonStockSet, buttonStockOut, buttonStockCheck, buttonPriceCheck, buttonPriceSet,
    buttonThreshold
  /// Opens a list of choices.
  case listButton

  // between the shop and its customers
  case remindHello, remindHelloPlain, remindOwed, remindOwedSince, remindWhenever, remindBy, remindUPI, remindNote,
    remindPaid, remindSign, remindForward, remindChat, remindSendSure, remindSent, remindQuiet, remindAgainSure,
    remindNothingDue, remindWhom, remindAllDone, remindedSent, remindedPrepared, remindedNever, remindedNobody, upiAsk,
    upiSaved, upiInvalid, customerHas, customerHasFew, customerHasUnpriced, customerHasNone, customerHowMuch,
    customerMore, customerHelp, askShopOffer, notInList, askShopUnclear, passedOn, passedLater, passedEnough,
    orderNone, remindersOn, remindersOff, customerAsks, customerBefore, answerWrite, answerSent, answerTooLate,
    answeredAlready, humanNone, humanContact, buttonNoUPI, buttonAskShop, buttonAnswer, buttonToCustomer,
    buttonToBooks, hoursHead, hoursLine, hourMorning, hourNoon, hourEvening, hourNight, weekdaysHead, weekdaysLine,
    customersHead, customersLine, customersNone, categoriesHead, categoriesLine, categoryNone, rankedBefore
  // arrival: a new shop, step by step
  case newcomerHello, newcomerWork, newcomerEnough, setupLanguage, setupName, setupUnnamed, setupOpened, setupRenamed,
    setupKind, setupCity, setupGoods, setupGoodsTyped, setupGoodsAdded, setupGoodsUnread, setupGoodsMore,
    setupStarterAdded, setupSummary, setupSummaryAt, setupThreshold, setupThresholdSet, setupUnread, setupDone,
    stockUncounted, belowZeroUncounted, kindKirana, kindMedical, kindStationery, kindGarments, kindHardware, kindOther,
    buttonSkip, buttonStarter, buttonDone, buttonMorning, buttonNight

  // members: who may use the shop; {customer} is a name with its number
  case staffAdded, ownerAdded, demoted, ownerSure, staffSure, demoteSure, removeSure, memberRemoved, memberAlready,
    memberPhoneMissing,
    memberUnknown, memberWhich, memberSelf, demoteSelf, memberHead, memberLine, roleOwner, roleStaff, whatMember,
    memberWelcomeStaff, memberWelcomeOwner, memberInvited, shopEntered, shopOnly, shopWhich, phoneWritten, phoneSure,
    phoneMissing, whatPhone

  // settings: how a member wants to be spoken to
  case settingLanguage, settingLanguageFree, settingSummary, settingMuted, settingUnmuted, settingLargeSale,
    settingsHelp

  // join: the page at /join
  case joinHow, joinNoNumber, joinButton

  // what is expected
  case periodNextDays, forecastItem, forecastLasts, forecastCovered, forecastRecord, forecastAsGood, forecastExact,
    forecastNoBetter
  case forecastYoung, forecastNone, forecastNothing, forecastHead, forecastKind, forecastRow, forecastFestival
  case forecastFestivalMoon, forecastFar, forecastLastYear, forecastLastYearRow
  case eventWritten, eventAsked, whatEvent, whatOrder
  case demandUp, demandDown, demandBestDay
  case spikeSale, spikeDay, spikeOneOff, spikeNewDemand, buttonOneOff, buttonNewDemand
  case chartDemandTitle, chartDemandInsight, chartSold, chartSoldAverage, chartExpected, chartToday, chartNothing
  case chartSalesTitle, chartSales, chartSalesAverage, chartTopTitle, chartTopInsight
  case orderSupplier, orderNobody, orderRow, orderRowUnpriced, orderTotal, orderLeftOut, orderMore, orderTap
  case orderNothing, orderNoMoney, orderItem, orderItemUnpriced, orderFrom, orderEnough, orderLastsLong, orderUncounted
  case orderBy, orderCovers, orderEmptyBefore, orderFaster, orderShelfLife, orderPackSpoils, orderCashLimit
  case orderMessage, orderForward, orderForwardNobody, orderCounted, orderComing, orderOnTheWay, columnSupplier,
    columnOrder, sheetOrder, buttonOrderMessage
  case adviceTry, adviceKeep, adviceStep, adviceMargin, adviceMarginIs, adviceProfit, adviceProfitIs
  case adviceAboveMrp, adviceHeldByMrp, adviceLoss, adviceLossLater, adviceLossNow, adviceMinus, adviceNoCost
  case adviceNeverChanged, adviceTooLittle, adviceResponse, adviceThin, adviceTrial, adviceHighDemand, adviceSlow
  case adviceSpoiling, adviceCompetitor, adviceNoBetter, adviceChances, adviceChance, adviceNoChances, buttonApply
  case slowNone, slowHead, unsoldNone, unsoldHead, unsoldRow, slowRow, slowRowNever, slowRowLasts, slowSteps, slowMore,
    sheetSlow, columnLastSold

  // what is told unasked
  case alertLow, alertLowPlain, alertExpiry, alertFestival, alertSlow, alertCost, alertCompetitor, alertCredit
  case alertFailed, alertHead, alertMore, alertOver, alertRest, alertNone, alertListHead, alertSeen, alertSeenOne
  case alertSeenNone, buttonSeen
  case settingKindOff, settingKindOn, settingPause
  case alertsStock, alertsExpiry, alertsSpike, alertsFestival, alertsSlow, alertsPrice, alertsCredit, alertsMessage
  // the day's summary
  case summaryHead, summarySales, summarySalesNone, summaryProfit, summaryLoss, summaryBest, summaryLow,
    summaryReceived

  /// A title that is tapped must fit WhatsApp's limit.
  var isButtonTitle: Bool { self == .listButton || key.hasPrefix("button_") }
}

extension Phrase {
  /// As the files call it.
  package var key: String {
    var key = ""
    var isInCapitals = false
    for letter in rawValue {
      if letter.isUppercase, !isInCapitals { key += "_" }
      isInCapitals = letter.isUppercase  // “remindUPI” is “remind_upi”
      key += letter.lowercased()
    }
    return key
  }

  package init?(key: String) {
    guard let phrase = Self.byKey[key] else { return nil }
    self = phrase
  }

  private static let byKey = Dictionary(uniqueKeysWithValues: allCases.map { ($0.key, $0) })
}
