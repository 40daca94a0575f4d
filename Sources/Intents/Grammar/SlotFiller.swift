import Language
import Measures

/// Gives each slot what the grammar found for it, now that the intent is known: the same number is a price for
/// `priceSet` and a quantity for `stockSet`.
struct SlotFiller {
  let reading: Reading
  let evidence: Evidence
  let intent: Intent

  func slots() -> Slots {
    var slots = Slots()
    let wanted = SlotsOf.intent(intent)
    if wanted.contains(.items) {
      slots.items = ItemSlots(reading: reading, cues: evidence.cues, intent: intent).lines()
    }
    if wanted.contains(.customer) { slots.customer = customer() }
    if wanted.contains(.supplier) { slots.supplier = supplier() }
    if wanted.contains(.assignee) { slots.assignee = person(marked: [.to, .from, .by, .of]) }
    if wanted.contains(.credit), evidence.cues.intersects(CueSet([.credit, .account])) { slots.credit = true }
    if wanted.contains(.payment) { slots.payment = payment() }
    if wanted.contains(.amount) { slots.amount = amount() }
    if wanted.contains(.period) { slots.period = period() }
    if wanted.contains(.number) { slots.number = ChoiceNumber.read(reading) }
    fillChoices(&slots, wanted)
    return slots
  }

  private func fillChoices(_ slots: inout Slots, _ wanted: Set<SlotsOf.Name>) {
    if wanted.contains(.category), slots.items.isEmpty || hasPriceLimit { slots.category = category() }
    if wanted.contains(.priceKind) { slots.priceKind = priceKind() }
    if wanted.contains(.reason) { slots.reason = reason() }
    if wanted.contains(.newName) { slots.newName = NewName.read(reading) }
    if wanted.contains(.format) {
      slots.format = evidence.cues.contains(.pdf) ? "pdf" : evidence.cues.contains(.excel) ? "excel" : nil
    }
    if wanted.contains(.setting) { fillSetting(&slots) }
    if wanted.contains(.operation) { slots.operation = operation() }
    if wanted.contains(.priceLimit) { fillPriceLimit(&slots) }
    if wanted.contains(.time) { slots.time = time() }
    if intent == .productSearch || intent == .recommend, slots.category != nil { slots.items = [] }
  }

  // MARK: people

  private func customer() -> String? {
    if let name = person(marked: [.to, .by, .of, .from, .on, .at, .sake]) { return name }
    if intent == .correct || intent == .followUp, slotWords == nil { return nil }
    if intent == .correct || intent == .followUp, let word = slotWords { return word }
    let refers = evidence.cues.contains(.pronoun) || reading.tokens.contains { Self.references.contains($0) }
    return refers && intent != .saleRecord ? "@ref" : nil
  }

  /// Unknown words in an answer are a name: “anil nahi sunil”.
  private var slotWords: String? {
    guard reading.lines.isEmpty, reading.people.isEmpty else { return nil }
    return reading.unclaimedText
  }

  private static let references: WordSet =
    "us usne usko usse unka unki unke unko unhone tyala tyane tyacha tyanchi tyancha tila tine him her his उस उसने उसको उनका उनकी उनको त्याला त्याने तिला त्यांचा त्यांची"

  private func supplier() -> String? {
    if intent == .supplierOrder { return person(marked: [.to, .from, .by, .of, .at]) }
    return person(marked: [.from])
  }

  private func person(marked endings: Set<CaseEnding>) -> String? {
    reading.people.last { endings.contains($0.marker) }?.name
  }

  // MARK: money

  private func payment() -> Payment? {
    if evidence.cues.contains(.upi) { return .upi }
    if evidence.cues.contains(.card) { return .card }
    return evidence.cues.contains(.cash) ? .cash : nil
  }

  private func amount() -> Money? {
    if [.creditAdd, .creditReceive, .expenseAdd].contains(intent) { return spokenMoney() }
    if let total = reading.total, reading.lines.count != 1 { return money(total) }
    guard reading.lines.isEmpty, intent == .correct || intent == .followUp else { return nil }
    return reading.loose.first { $0.role == .amount || $0.role == .money }.flatMap { money($0.quantity) }
  }

  /// The money of an entry without goods: marked money first, else the first bare number.
  private func spokenMoney() -> Money? {
    let line = reading.lines.first
    let marked = reading.total ?? reading.loose.first { $0.role != .quantity }?.quantity
    let onLine = line?.amount ?? line?.money ?? line?.price ?? line?.bare
    let bare = reading.loose.first { $0.unit == nil }?.quantity ?? reading.lines.first { $0.unit == nil }?.quantity
    return (marked ?? onLine ?? bare).flatMap(money)
  }

  private func money(_ value: Quantity) -> Money? { ItemSlots.money(value) }

  private func priceKind() -> PriceKind? {
    if evidence.cues.contains(.mrp) { return .mrp }
    return evidence.cues.contains(.cost) ? .cost : nil
  }

  private var hasPriceLimit: Bool {
    reading.loose.contains { $0.unit == nil }
      || reading.lines.contains { $0.money != nil || $0.quantity != nil && $0.unit == nil }
  }

  private func fillPriceLimit(_ slots: inout Slots) {
    let isLimited =
      evidence.cues.contains(.below) || reading.tokens.contains { Self.limits.contains($0) }
      || reading.spans.contains { $0.ending == .until }
      || reading.tokens.contains { $0.cuts.contains { $0.ending == .until } }
    guard isLimited, let limit = limitMoney() else { return }
    let isLowest = reading.tokens.contains { Self.lowest.contains($0) }
    if isLowest { slots.priceMin = limit } else { slots.priceMax = limit }
    if slots.category == nil { slots.category = category() }
  }

  private static let lowest: WordSet = "above over upar ऊपर वर पासून varche"
  private static let limits: WordSet =
    "tak तक under below within andar अंदर aat आत aatli aatil आतली आतील आतले aatle paryant पर्यंत upto above over upar ऊपर less max"

  private func limitMoney() -> Money? {
    let number =
      reading.loose.first { $0.unit == nil }?.quantity
      ?? reading.lines.compactMap { $0.money ?? $0.price ?? $0.amount ?? $0.quantity }.first
    return number.flatMap(money)
  }

  // MARK: the rest

  private func period() -> String? {
    for span in reading.spans {
      if case .period(let meaning) = span.content { return meaning.named(isFuture: evidence.isFuture) }
    }
    return nil
  }

  private func category() -> String? { reading.spans.compactMap(\.category).first }

  private func reason() -> ReductionReason? {
    let reasons: [(Cue, ReductionReason)] = [
      (.stolen, .theft), (.expired, .expired), (.ownUse, .ownUse), (.damaged, .damaged),
    ]
    return reasons.first { evidence.cues.contains($0.0) }?.1
  }

  private func fillSetting(_ slots: inout Slots) {
    let languages: [(Cue, String)] = [(.hindi, "hi"), (.marathi, "mr"), (.english, "en")]
    if let language = languages.first(where: { evidence.cues.contains($0.0) }) {
      (slots.setting, slots.value) = ("language", language.1)
    } else if let time = time() {
      (slots.setting, slots.value) = ("summary_time", time)
    } else if evidence.cues.contains(.off) {
      (slots.setting, slots.value) = ("mute", "on")
    } else if evidence.cues.contains(.on) {
      (slots.setting, slots.value) = ("mute", "off")
    }
  }

  private func time() -> String? {
    for span in reading.spans {
      if case .clock(let hour, let minute) = span.content { return "\(two(hour)):\(two(minute))" }
    }
    return nil
  }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private func operation() -> String {
    if intent == .timeoff {
      return evidence.cues.intersects(CueSet([.howMuch, .remaining, .list, .show, .balance])) ? "list" : "request"
    }
    if evidence.cues.contains(.hasReplaced) { return "set" }
    if evidence.cues.intersects(CueSet([.cart, .want])), evidence.cues.contains(.add), !evidence.cues.contains(.remove)
    {
      return "add"
    }
    if evidence.cues.contains(.remove) || evidence.cues.contains(.negation) { return "remove" }
    return reading.tokens.contains { Self.exactly.contains($0) } ? "set" : "add"
  }

  private static let exactly: WordSet = "kar कर make change करो karo kara करा instead only badal update"
}

/// Which slots an intent has, after the ontology.
enum SlotsOf {
  enum Name: Hashable, Sendable {
    case items, customer, supplier, assignee, credit, payment, amount, period, number, category, priceKind, reason,
      newName
    case format, setting, operation, priceLimit, time
  }

  static func intent(_ intent: Intent) -> Set<Name> {
    switch intent {
    case .stockCheck, .stockSet, .itemDelete, .priceSuggest, .thresholdSet, .competitorPrice, .alertAck: [.items]
    case .stockList: [.category]
    case .lowStock: [.category, .period]
    case .stockAdd: [.items, .supplier, .amount, .period]
    case .stockReduce: [.items, .reason]
    case .saleRecord: [.items, .customer, .credit, .amount, .payment, .period]
    case .saleReturn: [.items, .customer, .period]
    case .itemCreate, .priceCheck, .priceSet: [.items, .priceKind]
    case .itemRename: [.items, .newName]
    case .expiryCheck, .salesSummary, .profit, .forecast, .reorderSuggest: [.items, .period]
    case .topItems: [.number, .period, .category]
    case .slowItems, .alertList, .scheduleView: [.period]
    case .expenseAdd: [.amount, .period]
    case .supplierOrder: [.items, .supplier, .period]
    case .reportRequest: [.period, .format]
    case .creditAdd: [.customer, .amount]
    case .creditReceive: [.customer, .amount, .payment, .period]
    case .creditBalance, .creditRemind: [.customer]
    case .settings: [.setting]
    case .choose, .taskDone: [.number]
    case .correct, .followUp: [.items, .customer, .payment, .amount, .period]
    case .productSearch: [.items, .category, .priceLimit]
    case .cartEdit: [.items, .operation]
    case .recommend: [.items, .category, .priceLimit]
    case .taskList: [.assignee, .period]
    case .taskCreate: [.assignee, .period, .time]
    case .timeoff: [.operation, .period]
    case .creditList, .undo, .help, .greet, .thanks, .yes, .no, .cancel, .deleteMyData, .human, .outOfScope, .cartView,
      .checkout,
      .orderStatus, .infoQuestion:
      []
    }
  }
}

/// “2”, “दूसरा वाला”, “number 3”, “top 5”: the number that chooses or limits.
enum ChoiceNumber {
  static func read(_ reading: Reading) -> Int? {
    let counted = reading.spans.lazy.compactMap(\.measure).first {
      ($0.unit == nil || $0.unit == .piece) && $0.quantity.thousandths % 1_000 == 0 && $0.quantity <= Quantity(1_000)
    }
    if let counted { return Int(counted.quantity.thousandths / 1_000) }
    return reading.tokens.lazy.compactMap { ordinals[$0] }.first
  }

  private static let ordinals: WordTable<Int> = {
    let lines = [
      "first pehla pehli pehle pahla pahli pahle pahila pahili pahile paila पहला पहली पहले पहिला पहिली पहिले पहिलं",
      "second dusra dusri dusre doosra doosri दूसरा दूसरी दूसरे दुसरा दुसरी दुसरे दुसरं",
      "third tisra tisri tisre teesra teesri तीसरा तीसरी तीसरे तिसरा तिसरी तिसरे तिसरं",
      "fourth chautha chauthi chavtha चौथा चौथी चौथे चौथं", "fifth panchva paanchva pachva पांचवां पाचवा पाचवी",
    ]
    return WordTable(lines.enumerated().map { ($0.offset + 1, $0.element) })
  }()
}

/// “sev ka naam ratlami sev kar do”: what stands between the word for name and the verb.
enum NewName {
  static func read(_ reading: Reading) -> String? {
    let tokens = reading.tokens
    guard let start = start(in: reading) else { return nil }
    let words = tokens[start...].prefix { !stops.contains($0) && $0.isWord }
    return words.isEmpty ? nil : words.map(\.spoken).joined(separator: " ")
  }

  private static func start(in reading: Reading) -> Int? {
    let tokens = reading.tokens
    if let to = tokens.lastIndex(where: { toNames.contains($0) }) { return to + 1 }
    guard let name = reading.spans.last(where: { $0.cues.contains(.name) }) else { return nil }
    return name.range.upperBound < tokens.count ? name.range.upperBound : nil
  }

  private static let toNames: WordSet = "to as"
  private static let stops: WordSet =
    "kar karo kara karna kardo do rakho rakh thev theva कर करो करा करना दो रखो रख ठेव ठेवा please de कर"
}
