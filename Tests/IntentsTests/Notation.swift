import Intents
import Language
import Measures

/// Frames as the tables write them: “sale_record sugar 5 kg @45, maggi 2 ; customer neha ; credit”. Goods come first, then
/// the other slots by their names in the ontology. “-” is a number alone, “?” an item that we do not have, “@ref” a
/// pronoun, “=225” a sum, “+2” a change of price.
enum Notation {
  static func frame(_ text: String) -> Frame {
    let parts = text.split(separator: ";").map { $0.split(separator: " ").joined(separator: " ") }
    let head = parts.first?.split(separator: " ", maxSplits: 1).map(String.init) ?? []
    guard let intent = head.first.flatMap(Intent.init) else { preconditionFailure("no intent in: \(text)") }
    var slots = Slots()
    if head.count > 1 { slots.items = head[1].split(separator: ",").map { line(of: $0.split(separator: " ")) } }
    for part in parts.dropFirst() { fill(&slots, part) }
    return Frame(intent: intent, slots: slots, confidence: 0.9, voice: .romanHindi)
  }

  private static func line(of words: [Substring]) -> ItemLine {
    var line = ItemLine(item: item(words[0]))
    for word in words.dropFirst() {
      let rest = word.dropFirst()
      switch word.first {
      case "@": line.price = Money(text: rest)
      case "=": line.amount = Money(text: rest)
      case "+": line.delta = Money(text: rest)
      default:
        if let unit = Unit(rawValue: String(word)) { line.unit = unit } else { line.quantity = Quantity(text: word) }
      }
    }
    return line
  }

  private static func item(_ word: Substring) -> ItemReference {
    switch word {
    case "-": .unsaid
    case "@ref": .pronoun
    case "?": .unknown(spoken: "?", nearest: [])
    default: .known(String(word))
    }
  }

  private static func fill(_ slots: inout Slots, _ part: String) {
    let words = part.split(separator: " ", maxSplits: 1).map(String.init)
    let value = words.count > 1 ? words[1] : ""
    switch words[0] {
    case "customer": slots.customer = value
    case "supplier": slots.supplier = value
    case "credit": slots.credit = true
    case "payment": slots.payment = Payment(rawValue: value)
    case "amount": slots.amount = Money(text: value)
    case "period": slots.period = value
    case "n": slots.number = Int(value)
    case "category": slots.category = value
    case "price_kind": slots.priceKind = PriceKind(rawValue: value)
    case "reason": slots.reason = ReductionReason(rawValue: value)
    case "assignee": slots.assignee = value
    default: preconditionFailure("no slot \(part)")
    }
  }
}

extension Frame {
  /// The whole frame in the notation. Units are left out where the table leaves them out.
  func written(units: Bool = true) -> String {
    ([([intent.rawValue] + [goods(units: units)].filter { !$0.isEmpty }).joined(separator: " ")] + slots.others)
      .joined(separator: " ; ")
  }

  /// The goods in the notation of the tables.
  func goods(units: Bool) -> String { slots.items.map { $0.written(unit: units) }.joined(separator: ", ") }
}

extension Slots {
  /// What was said beside the goods: “customer neha”, “credit”.
  var others: [String] {
    fields.filter { $0.name != "items" }.map { field in
      switch field.value {
      case .text(let text): "\(field.name) \(text.lowercased())"
      case .number(let digits): "\(field.name) \(digits)"
      case .flag: field.name
      case .list, .tree, .null: "\(field.name) ?"
      }
    }
  }
}

extension ItemLine {
  fileprivate func written(unit isWanted: Bool) -> String {
    var words = [name]
    if let quantity { words.append(decimal(quantity.thousandths, 1_000)) }
    if isWanted, let unit { words.append(unit.rawValue) }
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
