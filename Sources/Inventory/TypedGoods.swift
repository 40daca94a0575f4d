import Language
package import Measures

/// One thing of a list of goods: “chini 50 kilo 44” is 50 kg of chini at ₹44.
package struct TypedLine: Hashable, Sendable, Codable {
  package let name: String
  package var quantity: Quantity?
  package var unit: Unit?
  /// What one costs the customer.
  package var price: Money?

  package init(name: String, quantity: Quantity? = nil, unit: Unit? = nil, price: Money? = nil) {
    self.name = name
    self.quantity = quantity
    self.unit = unit
    self.price = price
  }
}

/// A list of goods as a shopkeeper types it, several in a line and on several lines: “chini 50 kilo 44, maggi 100 packet
/// 14”. A thing begins with its name; then come how much is there and, last, its price. A number alone is how much.
package struct TypedGoods: Hashable, Sendable {
  package private(set) var lines: [TypedLine] = []
  /// What could not be read, as it was typed.
  package private(set) var unread: [String] = []

  /// More in one message is somebody's whole stock: that is a file's work.
  package static let linesMax = 60
  package static let nameMax = 60
  fileprivate static let bareWordsMax = 3

  package init(_ text: String) {
    for row in text.split(whereSeparator: \.isNewline) {
      var draft = Draft()
      for part in Self.parts(of: SpokenText(row).tokens) {
        if part.begins(after: draft) { keep(&draft) }
        draft.take(part)
      }
      keep(&draft)
    }
  }

  /// Something in it has an amount or a price: it is no plain sentence.
  package var isCounted: Bool { lines.contains { $0.quantity != nil || $0.price != nil } }

  private mutating func keep(_ draft: inout Draft) {
    defer { draft = Draft() }
    guard !draft.spoken.isEmpty else { return }
    if let line = draft.line, lines.count < Self.linesMax {
      lines.append(line)
    } else {
      unread.append(draft.spoken.joined(separator: " "))
    }
  }
}

// MARK: Reading

extension TypedGoods {
  /// What one step through the words finds.
  fileprivate struct Part {
    enum Content {
      case name
      case amount(Quantity, Unit?)
      /// “rs”, “₹”, “@”: the number beside it is money.
      case money
      /// “ka”, “hai”: says nothing here.
      case idle
      /// A comma: what follows is another thing.
      case end
    }

    let content: Content
    let spoken: String

    func begins(after draft: Draft) -> Bool {
      switch content {
      case .end: true
      case .name: !draft.amounts.isEmpty
      case .amount, .money, .idle: false
      }
    }
  }

  fileprivate static func parts(of tokens: [Token]) -> [Part] {
    var parts: [Part] = []
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      var length = 1
      let content: Part.Content
      if joins.contains(token) || token.mark == .pause && !pausesWithin.contains(token.spoken) {
        content = .end
      } else if token.mark == .rupee || token.mark == .at || money.contains(token) {
        content = .money
      } else if token.mark != nil || idle.contains(token) {
        content = .idle
      } else if let measure = SpokenMeasure.read(tokens, at: index), !measure.isDoubtful || measure.unit != nil {
        (content, length) = (.amount(measure.quantity, measure.unit), measure.length)
      } else {
        content = .name
      }
      parts.append(
        Part(content: content, spoken: tokens[index..<index + length].map(\.spoken).joined(separator: " ")))
      index += length
    }
    return parts
  }

  private static let joins: WordSet = "aur and ani और आणि व"
  private static let money: WordSet =
    "rs rupee rupees rupaye rupay rupaya rate bhav price mrp at inr रु रुपये रुपए रेट भाव किंमत कीमत दाम daam"
  private static let idle: WordSet = "ka ke ki ko hai hain ahe ahet per prati का के की को है हैं आहे आहेत प्रति stock स्टॉक"
  /// “rs. 44”, “Head & Shoulders”.
  private static let pausesWithin: Set<String> = [".", "&"]

  /// What was said of one thing so far.
  fileprivate struct Draft {
    var name: [String] = []
    var amounts: [(quantity: Quantity, unit: Unit?, isMoney: Bool, spoken: String)] = []
    var spoken: [String] = []
    private var awaitsMoney = false

    mutating func take(_ part: Part) {
      switch part.content {
      case .end: return
      case .idle: if amounts.isEmpty { return }
      case .name: name.append(part.spoken)
      case .money:
        // “44 rs” says it behind, “rate 44” before.
        if let last = amounts.indices.last, amounts[last].unit == nil, !awaitsMoney, !amounts[last].isMoney,
          amounts.count > 1 || Self.behind.contains(part.spoken.lowercased())
        {
          amounts[last].isMoney = true
        } else {
          awaitsMoney = true
        }
      case .amount(let quantity, let unit):
        amounts.append((quantity, unit, awaitsMoney, part.spoken))
        awaitsMoney = false
      }
      spoken.append(part.spoken)
    }

    private static func isNumber(_ word: String) -> Bool {
      SpokenText(word).tokens.allSatisfy { NumberWords.isNumber($0) }
    }

    private static func asks(_ word: String) -> Bool { questions.contains(WordKey(Spelling.folded(word))) }
    private static let questions: WordSet =
      "what how why who which kya kaise kaun kay kasa kashi kon क्या कैसे कौन क्यों काय कसं कसा कोण why this ये यह हे"

    private static let behind: Set<String> = ["rs", "rupee", "rupees", "rupaye", "rupay", "रु", "रुपये", "रुपए"]

    var line: TypedLine? {
      var (name, amounts) = (name, amounts)
      // “maggi 70 gram 100 packet 14”: the first is the size of the packet.
      if amounts.count > 1, let size = amounts[0].unit, size.dimension != .pack, size.dimension != .count,
        let counted = amounts[1].unit, counted.dimension == .pack || counted.dimension == .count
      {
        name.append(amounts.removeFirst().spoken)
      }
      guard !name.isEmpty, name.joined(separator: " ").unicodeScalars.count <= TypedGoods.nameMax, amounts.count <= 2
      else { return nil }
      // Many words without a number are a sentence, and so are a few with a question word.
      guard !amounts.isEmpty || name.count <= TypedGoods.bareWordsMax && !name.contains(where: Self.asks),
        name.contains(where: { $0.contains(where: \.isLetter) && !Self.isNumber($0) })
      else { return nil }
      var line = TypedLine(name: name.joined(separator: " "))
      for amount in amounts {
        let isPrice = amount.isMoney || (line.quantity != nil && amount.unit == nil)
        if isPrice {
          guard line.price == nil, let price = Money(rupees: 1).times(amount.quantity), price > .zero else {
            return nil
          }
          line.price = price
        } else {
          guard line.quantity == nil, amount.quantity >= .zero else { return nil }
          (line.quantity, line.unit) = (amount.quantity, amount.unit)
        }
      }
      return line
    }
  }
}
