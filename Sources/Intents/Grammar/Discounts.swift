import Language
import Measures

/// “20 rupaye ki chhoot”, “discount 15”, “10% off”, “20 रुपये कम”: a number that is let off, and no price.
enum Discounts {
  static func isDiscount(_ index: Int, in spans: [Span], tokens: [Token]) -> Bool {
    if isBehind(index, in: spans) { return true }
    var next = index + 1
    var isMoney = isShare(index, in: spans, tokens: tokens)
    while next < spans.count, next <= index + 3 {
      let span = spans[next]
      let word = tokens[span.range.lowerBound]
      if span.cues.contains(.discount) { return true }
      if isMoney, off.contains(word) || less.contains(word) && isTold(spans, beside: index) { return true }
      let isRupees = NumberRoles.isRupees(span)
      guard isRupees || span.ending == .of || percent.contains(word) || word.key == "%" else { return false }
      isMoney = isMoney || isRupees
      next += 1
    }
    return false
  }

  /// What is let off of so much: of the whole, or a sum.
  static func read(_ index: Int, in spans: [Span], tokens: [Token]) -> Discount? {
    guard let quantity = spans[index].measure?.quantity else { return nil }
    guard isShare(index, in: spans, tokens: tokens) else { return ItemSlots.money(quantity).map(Discount.money) }
    // More than all of it is no discount, but is asked about and not passed over.
    return quantity > .zero ? .share(quantity.thousandths / 10) : nil
  }

  private static func isShare(_ index: Int, in spans: [Span], tokens: [Token]) -> Bool {
    guard index + 1 < spans.count else { return false }
    let word = tokens[spans[index + 1].range.lowerBound]
    return word.key == "%" || percent.contains(word)
  }

  /// “discount 15”, “chhoot di 20”: the word before, and no discount behind it.
  private static func isBehind(_ index: Int, in spans: [Span]) -> Bool {
    var before = index - 1
    while before >= 0, index - before <= 3 {
      if spans[before].cues.contains(.discount) { return before == 0 || !isNumber(before - 1, in: spans) }
      let span = spans[before]
      let isPassed = NumberRoles.isRupees(span) || span.ending == .of || span.cues.contains(.gave)
      guard isPassed, span.measure == nil else { return false }
      before -= 1
    }
    return false
  }

  /// A number stands there, or its rupees.
  private static func isNumber(_ index: Int, in spans: [Span]) -> Bool {
    spans[index].measure != nil || NumberRoles.isRupees(spans[index])
      || spans[index].ending == .of && index > 0 && isNumber(index - 1, in: spans)
  }

  /// Goods were sold for less; “2 rupaye kam karo” is a new price.
  private static func isTold(_ spans: [Span], beside index: Int) -> Bool {
    spans.indices.contains { $0 != index && spans[$0].measure != nil }
      && !spans.contains { $0.cues.intersects(CueSet([.set, .imperative])) }
  }

  private static let percent: WordSet = "percent percentage parsent pratishat takke taka फीसदी प्रतिशत टक्के टक्का परसेंट"
  private static let off: WordSet = "off ऑफ"
  private static let less: WordSet = "kam kami कम कमी less"
}
