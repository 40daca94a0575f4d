import Language
import Measures

/// A line of goods while it is being read: what the numbers on it mean is settled with the intent.
struct DraftLine: Sendable {
  var item: ItemReference
  var quantity: Quantity?
  var unit: Unit?
  /// “@45”, “ke bhav se”.
  var price: Quantity?
  /// “200 me”, “for 110”.
  var amount: Quantity?
  /// Money with nothing to say whether for one or for all: “70 rupay”.
  var money: Quantity?
  /// A second number with nothing beside it.
  var bare: Quantity?

  /// Nothing was said about it but its name.
  var isBare: Bool { quantity == nil && price == nil && amount == nil && money == nil && bare == nil }
}

/// What a number is, by what stands beside it.
enum NumberRole: Sendable { case quantity, price, amount, total, money, discount }

enum NumberRoles {
  /// The role of the measure at `index`.
  static func role(at index: Int, in spans: [Span], tokens: [Token]) -> NumberRole {
    guard let measure = spans[index].measure else { return .quantity }
    if measure.unit != nil, measure.unit != .piece { return .quantity }
    let before = index > 0 ? spans[index - 1] : nil
    let next = index + 1 < spans.count ? spans[index + 1] : nil
    let isRupees = next.map(isRupees) ?? false || before.map(isRupees) ?? false
    if Discounts.isDiscount(index, in: spans, tokens: tokens) { return .discount }
    if let role = markedBefore(index, in: spans, tokens: tokens) { return role }
    if isRupees, perUnit(from: index + 1, in: spans) { return .price }
    let after = isRupees && next.map(Self.isRupees) ?? false ? index + 2 : index + 1
    if let role = markedBehind(after, number: spans[index], in: spans, tokens: tokens) { return role }
    return isRupees ? .money : .quantity
  }

  static func isRupees(_ span: Span) -> Bool {
    span.isMark(.rupee) || (span.cues.contains(.rupees) && span.measure == nil)
  }

  private static func markedBefore(_ index: Int, in spans: [Span], tokens: [Token]) -> NumberRole? {
    guard index > 0 else { return nil }
    var before = spans[index - 1]
    if isRupees(before), index > 1 { before = spans[index - 2] }
    if before.isMark(.at) { return .price }
    if before.isMark(.equals) { return .amount }
    let word = tokens[before.range.upperBound - 1]
    // “har bori 2100 ki”
    if case .unit = before.content, index > 1, spans[index - 2].cues.contains(.every) { return .price }
    if bill.contains(word) { return .total }
    if perOne.contains(word) { return .price }
    if word.key == "for" { return .amount }
    if before.cues.contains(.total), !before.cues.contains(.every) || word.key == "total" { return .total }
    return nil
  }

  /// “90 rupaye kilo”, “रुपये किलोने”, “45 per kg”, “45 each”.
  private static func perUnit(from start: Int, in spans: [Span]) -> Bool {
    for span in spans[min(start, spans.count)..<min(start + 3, spans.count)] {
      if case .unit = span.content { return true }
      let passes = isRupees(span) || span.ending != nil || span.cues.contains(.every)
      guard passes, span.measure == nil else { return false }
    }
    return false
  }

  private static func markedBehind(_ index: Int, number: Span, in spans: [Span], tokens: [Token]) -> NumberRole? {
    let rupees = index - 1 < spans.count ? spans[index - 1] : nil
    if number.ending == .to || (rupees.map(isRupees) ?? false && rupees?.ending == .to) { return .amount }
    if number.ending == .by { return .price }
    if number.ending == .of, index < spans.count, spans[index].cues.contains(.price) { return .price }
    guard index < spans.count else { return nil }
    let word = tokens[spans[index].range.lowerBound]
    if each.contains(word) || isPerUnit(index, in: spans, tokens: tokens) { return .price }
    if spans[index].cues.contains(.price) { return .price }
    if spans[index].cues.contains(.total), index == spans.count - 1 || word.key == "total" { return .total }
    if amountWords.contains(word) {
      // “15 rupay me ek”
      let isForOne = index + 1 < spans.count && forOne.contains(tokens[spans[index + 1].range.lowerBound])
      return isForOne && index + 2 >= spans.count - 1 ? .price : .amount
    }
    if worth.contains(word) { return .price }
    guard genitive.contains(word) else { return nil }
    return behindGenitive(index + 1, in: spans, tokens: tokens)
  }

  /// “340 a kilo”.
  private static func isPerUnit(_ index: Int, in spans: [Span], tokens: [Token]) -> Bool {
    guard tokens[spans[index].range.lowerBound].key == "a", index + 1 < spans.count else { return false }
    return if case .unit = spans[index + 1].content { true } else { false }
  }

  /// “95 ke rate pe”, “450 ki ek” are for one; “5000 ka” at the end is for all.
  private static func behindGenitive(_ index: Int, in spans: [Span], tokens: [Token]) -> NumberRole? {
    guard index < spans.count else { return .amount }
    if spans[index].isItem { return .money }
    let isForOne = forOne.contains(tokens[spans[index].range.lowerBound])
    if isForOne || spans[index].cues.intersects(CueSet([.price, .set])) { return .price }
    return spans[index].cues.intersects(CueSet([.sold, .purchased, .received, .past, .gave, .took])) ? .amount : nil
  }

  private static let bill: WordSet = "bill bil बिल"
  private static let perOne: WordSet = "at @ per"
  private static let each: WordSet = "each apiece pratyeki प्रत्येकी ekek per har प्रति pramane प्रमाणे bhavane भावाने"
  private static let worth: WordSet = "ne ने wala wale wali वाला वाले वाली"
  private static let genitive: WordSet = "ka ki ke का की के cha chi che chya चा ची चे च्या"
  private static let forOne: WordSet = "ek एक hisab हिसाब hisaab hishob हिशोब each"
  private static let amountWords: WordSet = "me mein mai में मे la ला madhe मध्ये m"
}
