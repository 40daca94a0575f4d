import Intents
import Measures
import Testing

/// One line of a table of sentences: “intent | what is written | goods | what we awaited”. Goods are written as
/// “sugar 5 @45 =225”, a change of price as “sugar +2”, a number alone as “- 5”, an item that we do not have as “?”.
struct Sentence: CustomTestStringConvertible {
  let intent: String
  let text: String
  let goods: String
  let awaited: Awaited

  var testDescription: String { text }

  static func read(_ table: String) -> [Sentence] {
    table.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "|", omittingEmptySubsequences: false)
        .map { $0.split(separator: " ").joined(separator: " ") }
      guard parts.count >= 2 else { return nil }
      return Sentence(
        intent: parts[0], text: parts[1], goods: parts.count > 2 ? parts[2] : "",
        awaited: parts.count > 3 ? Awaited(rawValue: parts[3]) ?? .none : .none)
    }
  }
}

extension Frame {
  /// The goods in the notation of the tables.
  var goods: String { slots.items.map(\.written).joined(separator: ", ") }
}

extension ItemLine {
  fileprivate var written: String {
    var words = [name]
    if let quantity { words.append(decimal(quantity.thousandths, 1_000)) }
    if let price { words.append("@" + decimal(price.paise, 100)) }
    if let amount { words.append("=" + decimal(amount.paise, 100)) }
    if let delta { words.append((delta.paise < 0 ? "" : "+") + decimal(delta.paise, 100)) }
    return words.joined(separator: " ")
  }

  private func decimal(_ value: Int64, _ scale: Int64) -> String {
    let (whole, rest) = value.quotientAndRemainder(dividingBy: scale)
    guard rest != 0 else { return String(whole) }
    var digits = String(scale + abs(rest)).dropFirst()
    while digits.hasSuffix("0") { digits = digits.dropLast() }
    return "\(whole).\(digits)"
  }

  private var name: String {
    switch item {
    case .known(let id): id
    case .several(let ids, _): ids.joined(separator: "/")
    case .unknown: "?"
    case .pronoun: "@ref"
    case .unsaid: "-"
    }
  }
}
