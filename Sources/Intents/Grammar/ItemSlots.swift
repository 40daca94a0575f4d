import Language
import Measures

/// Turns draft lines into item lines: settles what each number means for the intent.
struct ItemSlots {
  let reading: Reading
  let cues: CueSet
  let intent: Intent

  func lines() -> [ItemLine] {
    if intent == .itemCreate { return created() }
    if intent == .itemRename { return reading.lines.prefix(1).map { ItemLine(item: $0.item) } }
    if reading.lines.isEmpty { return lone() }
    return reading.lines.map(line)
  }

  static func money(_ value: Quantity) -> Money? {
    value.thousandths % 10 == 0 ? Money(paise: value.thousandths / 10) : nil
  }

  private func line(_ draft: DraftLine) -> ItemLine {
    switch intent {
    case .priceSet, .competitorPrice: priced(draft)
    case .stockCheck, .priceCheck, .priceSuggest, .forecast, .salesSummary, .profit, .expiryCheck, .productSearch,
      .recommend,
      .itemDelete, .alertAck, .reorderSuggest, .stockHistory:
      ItemLine(item: draft.item)
    default: counted(draft)
    }
  }

  /// A line of goods: how many, and the money said with them.
  private func counted(_ draft: DraftLine) -> ItemLine {
    // “it was 6 kg” corrects what was said; it names nothing new.
    let item = intent == .correct && draft.item == .pronoun ? .unsaid : draft.item
    var line = ItemLine(item: item, quantity: draft.quantity, unit: draft.unit)
    line.price = draft.price.flatMap(Self.money)
    line.amount = (draft.amount ?? draft.money).flatMap(Self.money)
    if line.price == nil, line.amount == nil, let bare = draft.bare { line.amount = Self.money(bare) }
    if reading.lines.count == 1, line.price == nil, line.amount == nil {
      line.amount = reading.total.flatMap(Self.money)
    }
    if intent == .stockAdd { line.lot = reading.lot(of: draft) }
    return line
  }

  /// Every number of a price change is money, and “2 rupay kam” is a change of it.
  private func priced(_ draft: DraftLine) -> ItemLine {
    var line = ItemLine(item: draft.item)
    let loose = reading.loose.first { $0.unit == nil }?.quantity
    let value =
      draft.price ?? draft.money ?? draft.amount ?? draft.bare ?? (draft.unit == nil ? draft.quantity : nil) ?? reading
      .total ?? loose
    guard let value, let money = Self.money(value) else { return line }
    if intent == .priceSet, isChange(draft) {
      line.delta = cues.contains(.lower) ? -money : money
    } else {
      line.price = money
    }
    return line
  }

  /// “by 2”, “2 rupay mehngi”, “5 ने वाढव”; “kam karke 36 kar do” would be the new price.
  private func isChange(_ draft: DraftLine) -> Bool {
    guard cues.contains(.raise) || cues.contains(.lower) else { return false }
    // “mahag zala, 102 kara”: it got dearer, and this is what it shall be.
    if cues.contains(.past), cues.contains(.set) { return false }
    return !reading.tokens.contains { Self.then.contains($0) }
      || reading.tokens.contains { $0.key == "by" }
  }

  private static let then: WordSet = "to karke करके करून"

  /// An answer or a correction may be a quantity or price alone.
  private func lone() -> [ItemLine] {
    if intent == .correct || intent == .followUp { return answers() }
    guard takesUnknown || asksOfGoods && reading.asksAboutUnclaimed, let unclaimed = reading.unclaimed else {
      return []
    }
    var draft = DraftLine(item: unclaimed)
    draft.quantity = reading.loose.first { $0.role == .quantity }?.quantity
    draft.unit = reading.loose.first { $0.role == .quantity }?.unit
    draft.price = reading.loose.first { $0.role == .price }?.quantity
    draft.amount = reading.loose.first { $0.role == .amount }?.quantity
    draft.money = reading.loose.first { $0.role == .money }?.quantity
    return [line(draft)]
  }

  private func answers() -> [ItemLine] {
    let isOfPrice = cues.contains(.price)
    let answer = reading.loose.first { $0.role == .quantity || $0.role == .price || isOfPrice && $0.role == .money }
    guard let answer else { return [] }
    if answer.role != .quantity { return [ItemLine(item: .unsaid, price: Self.money(answer.quantity))] }
    if cues.contains(.price) || cues.contains(.rupees) {
      return [ItemLine(item: .unsaid, price: Self.money(answer.quantity))]
    }
    return [ItemLine(item: .unsaid, quantity: answer.quantity, unit: answer.unit)]
  }

  /// Intents that need an item; the others (sales of a day) are whole without one.
  private var takesUnknown: Bool {
    switch intent {
    case .stockCheck, .stockAdd, .stockSet, .stockReduce, .saleRecord, .saleReturn, .itemDelete, .priceCheck, .priceSet,
      .priceSuggest,
      .thresholdSet, .supplierOrder, .productSearch, .cartEdit, .competitorPrice:
      true
    default: false
    }
  }

  /// Intents that may be of one item or of all.
  private var asksOfGoods: Bool { intent == .forecast || intent == .reorderSuggest }

  /// “naya item chana jor garam 10 rupay”: the name is what is left when the words of the command are gone, known
  /// items included.
  private func created() -> [ItemLine] {
    if let quoted = Quotation.first(in: reading.tokens) { return [created(quoted)] }
    let words = reading.spans.indices.filter { isNamePart($0) }.map { reading.spans[$0] }
    guard let first = words.first, let last = words.last else { return [] }
    let range = first.range.lowerBound..<last.range.upperBound
    let spoken = reading.tokens[range].filter { $0.isWord || $0.number != nil }.map(\.spoken).joined(separator: " ")
    return [created(spoken)]
  }

  private func created(_ name: String) -> ItemLine {
    var line = ItemLine(item: .unknown(spoken: name, nearest: []))
    let marked = reading.lines.lazy.compactMap { $0.price ?? $0.money ?? $0.amount }.first
    let bare = reading.lines.lazy.compactMap { $0.bare ?? ($0.unit == nil ? $0.quantity : nil) }.first
    let price =
      marked ?? reading.total ?? (reading.loose.first { $0.unit == nil }?.quantity ?? bare).flatMap(Self.unlessOne)
    line.price = price.flatMap(Self.money)
    return line
  }

  /// “ek naya item” is one new item, not one rupee.
  private static func unlessOne(_ number: Quantity) -> Quantity? { number == Quantity(1) ? nil : number }

  private func isNamePart(_ index: Int) -> Bool {
    let span = reading.spans[index]
    if isHeadOfName(index) { return true }
    if span.isWord || span.isItem || span.person != nil { return true }
    guard case .cue = span.content else { return false }
    return span.category != nil && !span.cues.intersects(CueSet([.item, .new, .add, .list]))
  }

  /// “बाँस की टोकरी”: what a word of the name owns belongs to it, whatever it is otherwise.
  private func isHeadOfName(_ index: Int) -> Bool {
    guard index >= 2, case .cue = reading.spans[index].content, reading.spans[index - 1].ending == .of,
      reading.spans[index - 2].isWord
    else { return false }
    return !reading.spans[index].cues.intersects(CueSet([.price, .cost, .mrp, .name, .new, .item, .add]))
  }
}
