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
    if wanted.contains(.items), !isTakings {
      slots.items = ItemSlots(reading: reading, cues: evidence.cues, intent: intent).lines()
    }
    if wanted.contains(.customer) { slots.customer = customer() }
    if wanted.contains(.supplier) { slots.supplier = supplier() }
    if wanted.contains(.assignee) { slots.assignee = assignee() }
    if wanted.contains(.credit), evidence.cues.intersects(CueSet([.credit, .account])) { slots.credit = true }
    if wanted.contains(.payment) { slots.payment = payment() }
    if wanted.contains(.amount) { slots.amount = amount() }
    if wanted.contains(.discount) { slots.discount = reading.discount }
    if isTakings { slots.isTakings = true }
    if wanted.contains(.period) { slots.period = period(isDue: false) }
    if wanted.contains(.due) { slots.due = period(isDue: true) }
    if wanted.contains(.ranked), slots.items.isEmpty { slots.ranked = ranked(slots) }
    if wanted.contains(.number) { slots.number = ChoiceNumber.read(reading) }
    fillChoices(&slots, wanted)
    fillGoods(&slots, wanted)
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

  /// What is said of deliveries and of the things in the list.
  private func fillGoods(_ slots: inout Slots, _ wanted: Set<SlotsOf.Name>) {
    if wanted.contains(.settlement) { slots.settlement = Settlements.read(reading, evidence.cues) }
    if wanted.contains(.paidTo) { slots.isPaidTo = isPaidTo }
    if wanted.contains(.toPay), Settlements.isToBePaid(reading) { slots.settlement = .owed }
    if wanted.contains(.below) { slots.below = stockLimit() }
    if wanted.contains(.kind), slots.items.isEmpty { slots.kind = kind() }
    if wanted.contains(.until), isUntil { slots.isUntil = true }
    if wanted.contains(.event) {
      let notice = EventNotice(reading)
      (slots.newName, slots.period) = (notice.name, notice.period)
    }
    if intent == .reorderSuggest { slots.cash = cash() }
    guard wanted.contains(.details) else { return }
    let details = ItemDetails(reading: reading)
    slots.details = details.read()
    slots.items = [details.item()].compactMap { $0 }
    slots.supplier = details.supplier
    // “gupta agency ka maal 3 din me aata hai”: of all that it brings, and “aata” is no flour
    if slots.supplier != nil, slots.details?.contains(where: \.isOfSupplier) == true { slots.items = [] }
  }

  /// Nil where it may have gone either way: “gupta agency ka hisab clear kar diya”.
  private var isPaidTo: Bool? {
    if intent == .creditAdd, evidence.cues.contains(.credit) { return nil }
    if reading.people.contains(where: { $0.marker == .to }) { return evidence.cues.intersects(CueSet([.gave, .paid])) }
    let isBehindVerb = reading.spans.contains { span in
      span.person != nil && span.range.lowerBound > 0
        && Self.payingWords.contains(reading.tokens[span.range.lowerBound - 1])
    }
    if isBehindVerb { return true }
    return reading.people.contains { $0.marker == .by || $0.marker == .from } ? false : nil
  }

  private static let payingWords: WordSet = "paid gave"

  /// A number that is no money, where less than it is asked for.
  private func stockLimit() -> StockLimit? {
    guard evidence.cues.intersects(CueSet([.below, .low])), !evidence.cues.contains(.rupees),
      let measure = reading.spans.lazy.compactMap(\.measure).first
    else { return nil }
    return StockLimit(quantity: measure.quantity, unit: measure.unit == .piece ? nil : measure.unit)
  }

  // MARK: people

  private func customer() -> String? {
    let isAnswer = intent == .correct || intent == .followUp
    if let name = person(marked: [.to, .by, .of, .on, .at, .sake] + (isAnswer ? [] : [.from])) { return name }
    if intent == .correct || intent == .followUp { return slotWords }
    let refers = evidence.cues.contains(.pronoun) || reading.tokens.contains { Self.references.contains($0) }
    return refers && intent != .saleRecord ? "@ref" : nil
  }

  /// Unknown words in an answer are a name: “anil nahi sunil”.
  private var slotWords: String? {
    guard reading.lines.isEmpty, reading.people.isEmpty, reading.loose.isEmpty, reading.total == nil,
      !evidence.cues.contains(.hasPeriod)
    else { return nil }
    return reading.unclaimedText
  }

  private static let references: WordSet =
    "us usne usko usse unka unki unke unko unhone tyala tyane tyacha tyanchi tyancha tila tine him her his उस उसने उसको उनका उनकी उनको त्याला त्याने तिला त्यांचा त्यांची"

  private func supplier() -> String? {
    if [.supplierOrder, .supplierPay, .supplierBalance].contains(intent) {
      let name = person(marked: [.to, .from, .by, .of, .at, .on])
      return name.map { Self.toPay.contains(WordKey(Spelling.folded($0))) } == true ? nil : name
    }
    return person(marked: [.from]) ?? business(marked: [.of, .by])
  }

  /// “gupta traders ka maal aaya”, “balaji agency ne 5 peti bheji”: a firm, by the word for its trade.
  private func business(marked endings: [CaseEnding]) -> String? {
    reading.spans.last { span in
      span.person != nil && endings.contains(span.ending ?? .by)
        && reading.tokens[span.range].contains(where: Particles.isBusiness)
    }?.person
  }

  /// “किस को पैसे देने हैं” names nobody.
  private static let toPay: WordSet = "dena dene deni देना देने देनी"

  /// Who shall do it is named first: “tell imtiaz to call the vendor”.
  private func assignee() -> String? {
    let endings: Set<CaseEnding> = [.to, .from, .by, .of, .at]
    return reading.people.first { endings.contains($0.marker) }?.name
  }

  private func person(marked endings: [CaseEnding]) -> String? {
    reading.people.last { endings.contains($0.marker) }?.name
  }

  // MARK: money

  private func payment() -> Payment? {
    if evidence.cues.contains(.upi) { return .upi }
    if evidence.cues.contains(.card) { return .card }
    return evidence.cues.contains(.cash) ? .cash : nil
  }

  /// “aaj ki bikri 8500”; not “ramesh ne 600 ka saman liya”.
  private var isTakings: Bool {
    intent == .saleRecord && evidence.cues.contains(.sales) && reading.lines.isEmpty && reading.people.isEmpty
  }

  private func amount() -> Money? {
    if isTakings, reading.total == nil, reading.loose.count != 1 { return nil }  // cash 5000, UPI 3500: which?
    if isTakings { return spokenMoney() }
    if intent == .saleRecord, reading.lines.isEmpty, !reading.hasUnclaimed { return markedMoney() }
    if [.creditAdd, .creditReceive, .supplierPay, .expenseAdd].contains(intent) { return spokenMoney() }
    if let total = reading.total, reading.lines.count != 1 { return money(total) }
    let isOfGoods = evidence.cues.contains(.price)
    guard reading.lines.isEmpty, !isOfGoods, intent == .correct || intent == .followUp else { return nil }
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

  /// “600 ka saman”: money without goods, where it is said that it is money.
  private func markedMoney() -> Money? {
    let marked = reading.total ?? reading.loose.first { $0.role != .quantity }?.quantity
    return (marked ?? ownedNumber).flatMap(money)
  }

  /// “5000 rupaye me kya kya lu”: money that stands with no goods.
  private func cash() -> Money? {
    let line = reading.lines.first
    let marked = reading.total ?? reading.loose.first { $0.role == .amount || $0.role == .money }?.quantity
    let onLine = line?.amount ?? line?.money
    let isCash = evidence.cues.contains(.rupees)
    let bare = reading.loose.first { $0.unit == nil && (isCash || $0.quantity >= Self.cashMin) }?.quantity
    return (marked ?? onLine ?? bare ?? ownedNumber).flatMap(money)
  }

  /// “mere paas 5000 hai, kya mangau”: nobody orders so many of nothing.
  private static let cashMin = Quantity(100)

  /// The number of “600 ka …”.
  private var ownedNumber: Quantity? {
    reading.spans.indices.lazy.compactMap { index -> Quantity? in
      guard let measure = reading.spans[index].measure, measure.unit == nil else { return nil }
      let isOwner = reading.spans[index].ending == .of || reading.spans.dropFirst(index + 1).first?.ending == .of
      return isOwner ? measure.quantity : nil
    }.first
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
    if let range = PriceRange(reading) {
      (slots.priceMin, slots.priceMax) = (range.least, range.most)
      if slots.category == nil { slots.category = category() ?? groupOfGoods() }
      return
    }
    guard isLimited, let limit = limitMoney() else { return }
    let isLowest = reading.tokens.contains { Self.lowest.contains($0) }
    if isLowest { slots.priceMin = limit } else { slots.priceMax = limit }
    if slots.category == nil { slots.category = category() ?? groupOfGoods() }
  }

  /// “shampoo under 150” browses a group, though shampoo is also an item.
  private func groupOfGoods() -> String? {
    switch reading.lines.first?.item ?? reading.unclaimed {
    case .known(let id): reading.group(ofGeneric: id)
    case .several(let ids, _): ids.first.flatMap { reading.group(of: $0) }
    case .unknown(_, let nearest): nearest.first.flatMap { reading.group(of: $0) }
    case .pronoun, .unsaid, nil: nil
    }
  }

  private static let lowest: WordSet = "above over upar ऊपर वर पासून varche"
  private static let limits: WordSet =
    "tak तक under below within kam कम से less andar अंदर aat आत aatli aatil आतली आतील आतले aatle paryant पर्यंत upto above over upar ऊपर less max"

  private func limitMoney() -> Money? {
    let number =
      reading.loose.first { $0.unit == nil }?.quantity
      ?? reading.lines.compactMap { $0.money ?? $0.price ?? $0.amount ?? $0.quantity }.first
    return number.flatMap(money)
  }

  // MARK: the rest

  /// The first period, or one that says more of the same: “5 tarikh… 5 august”. A reminder's day is when it is due, a
  /// task's when “by” or “tak” stands with it; what is forecast lies ahead without a verb.
  private func period(isDue: Bool) -> String? {
    var found: String?
    let isFuture = evidence.isFuture || intent == .forecast
    for (index, span) in reading.spans.enumerated() {
      guard case .period(let meaning) = span.content else { continue }
      if intent == .taskCreate, Deadlines.marks(index, in: reading) != isDue { continue }
      let name = meaning.named(isFuture: isFuture)
      if found == nil || found.map({ name.hasPrefix($0 + "_") }) == true { found = name }
    }
    return found
  }

  private func category() -> String? { reading.spans.compactMap(\.category).first }

  private func kind() -> GoodsKind? {
    reading.spans.lazy.compactMap { span in
      span.category.map {
        GoodsKind(
          category: $0, spoken: reading.tokens[span.range].map(CategoryWords.spoken).joined(separator: " "))
      }
    }.first
  }

  /// “diwali tak”, “till eid”.
  private var isUntil: Bool {
    reading.spans.indices.contains { index in
      if case .period = reading.spans[index].content { Deadlines.marks(index, in: reading) } else { false }
    }
  }

  private func ranked(_ slots: Slots) -> Ranked? {
    if evidence.cues.contains(.whichDay) {
      let isOfTheWeek = slots.period == nil && reading.tokens.contains(where: Self.weeks.contains)
      return isOfTheWeek ? .weekdays : .days
    }
    switch intent {
    case .creditList: return evidence.cues.contains(.most) ? .debtors : nil
    case .salesSummary, .topItems:
      if evidence.cues.contains(.rush) { return .hours }
      if reading.tokens.contains(where: Self.kinds.contains) { return .categories }
      return asksForBuyers ? .customers : nil
    default: return rankedByProfit
    }
  }

  private static let weeks: WordSet =
    "weekday weekdays week hafte hafta athavdyat athavda हफ्ते हफ़्ते हफ्ता आठवड्यात आठवडा"
  private static let kinds: WordSet =
    "category categories categorywise कैटेगरी कॅटेगरी कॅटेगरीची कॅटेगरीत श्रेणी विभाग विभागाची विभागात vibhag vibhagachi department departments"

  /// “best customers”, “sabse zyada kaun kharidta hai”.
  private var asksForBuyers: Bool {
    evidence.cues.contains(.customer)
      || evidence.cues.contains(.who) && reading.tokens.contains(where: Self.buying.contains)
  }

  private static let buying: WordSet =
    "kharidta kharidte kharidti kharidata leta lete kharedi gheto ghete ghetat gheta kharidi खरीदता खरीदते खरीदती लेता लेते घेतो घेतात खरेदी buys buy shops spends"

  private var rankedByProfit: Ranked? {
    guard intent == .profit, evidence.cues.intersects(CueSet([.which, .most])),
      evidence.cues.intersects(CueSet([.item, .stock, .loss]))
    else { return nil }
    return evidence.cues.contains(.loss) ? .losses : .items
  }

  private func reason() -> ReductionReason? {
    let reasons: [(Cue, ReductionReason)] = [
      (.stolen, .theft), (.expired, .expired), (.ownUse, .ownUse), (.damaged, .damaged),
    ]
    return reasons.first { evidence.cues.contains($0.0) }?.1
  }

  private func fillSetting(_ slots: inout Slots) {
    if evidence.cues.contains(.above), let units = number() {
      (slots.setting, slots.value) = ("large_sale", units.description)
      return
    }
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

  /// The only number, whatever it counts.
  private func number() -> Quantity? {
    let numbers = reading.spans.compactMap { $0.measure?.quantity } + reading.loose.map(\.quantity)
    return Set(numbers).count == 1 ? numbers.first : nil
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
      return evidence.cues.intersects(CueSet([.howMuch, .remaining, .list, .show, .balance, .who, .which]))
        ? "list" : "request"
    }
    if evidence.cues.contains(.hasReplaced) { return "set" }
    if reading.tokens.contains(where: Self.away.contains) { return "remove" }
    if evidence.cues.intersects(CueSet([.cart, .want])), evidence.cues.contains(.add), !evidence.cues.contains(.remove)
    {
      return "add"
    }
    if evidence.cues.contains(.remove) || evidence.cues.contains(.negation) { return "remove" }
    return reading.tokens.contains { Self.exactly.contains($0) } ? "set" : "add"
  }

  private static let away: WordSet = "out hatao hata nikalo kadha kadh"
  private static let exactly: WordSet = "kar कर make change करो karo kara करा instead only badal update"
}
