import Language
import Measures
import Testing

@testable import Intents

/// One sentence and what it means, as a line that a shopkeeper could check: “stock_add; sugar 50 kg; supplier gupta”.
struct Said: Sendable, CustomTestStringConvertible {
  let text: String
  let role: Role
  let awaited: Awaited
  let meaning: String

  init(_ text: String, by role: Role = .owner, awaiting awaited: Awaited = .none, _ meaning: String) {
    self.text = text
    self.role = role
    self.awaited = awaited
    self.meaning = meaning
  }

  var frame: Frame { Shop.interpreter.understand(Utterance(text: text, role: role, awaited: awaited)) }

  var understood: String { frame.line }

  var testDescription: String { text }
}

extension Frame {
  /// The frame on one line.
  var line: String {
    let items = slots.items.map(\.line)
    let others = slots.fields.filter { $0.name != "items" }.map { "\($0.name) \($0.value.plain)" }
    return ([intent.rawValue] + items + others).joined(separator: "; ")
  }
}

extension ItemLine {
  fileprivate var line: String {
    var words = [item.name]
    if let quantity { words.append(quantity.plain) }
    if let unit { words.append(unit.rawValue) }
    if let price { words.append("@" + price.rupees) }
    if let amount { words.append("=" + amount.rupees) }
    if let delta { words.append((delta > .zero ? "+" : "") + delta.rupees) }
    return words.joined(separator: " ")
  }
}

extension ItemReference {
  fileprivate var name: String {
    switch self {
    case .known(let id): id
    case .several(let ids, _): ids.joined(separator: "/")
    case .unknown(let spoken, _): "?" + spoken
    case .pronoun: "@ref"
    case .unsaid: "_"
    }
  }
}

extension Money {
  fileprivate var rupees: String { Quantity(thousandths: paise * 10).plain }
}

extension FieldValue {
  fileprivate var plain: String {
    switch self {
    case .text(let text), .number(let text): text
    case .flag(let flag): flag ? "yes" : "no"
    case .list, .tree, .null: ""
    }
  }
}
