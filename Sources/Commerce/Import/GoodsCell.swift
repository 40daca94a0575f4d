internal import Language
internal import Measures

/// What one cell of a file means: “50 kg”, “₹ 1,250.00”, “44/-”, “किलो”, or all of it in words.
enum GoodsCell {
  /// Beyond what any shop has.
  static let quantityMax = Quantity(9_999_999)
  static let moneyMax = Money(rupees: 9_999_999)

  static func quantity(_ cell: String) -> (quantity: Quantity, unit: Unit?)? {
    let text = plain(cell)
    if let quantity = Quantity(text: text) { return (quantity, nil) }
    let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
    let rest = text.dropFirst(number.count).drop { $0 == " " }
    guard !number.isEmpty, let quantity = Quantity(text: number), let unit = unit(String(rest)) else { return nil }
    return (quantity, unit)
  }

  static func money(_ cell: String) -> Money? {
    var text = plain(cell).lowercased()
    for sign in ["₹", "rs.", "rs", "inr", "रुपये", "रु.", "रु", "/-", "/"] where text.contains(sign) {
      text = text.replacing(sign, with: "")
    }
    text = String(text.filter { $0 != " " })
    return Money(text: text)
  }

  static func unit(_ cell: String) -> Unit? {
    let tokens = SpokenText(cell).tokens.filter { $0.isWord }
    guard tokens.count == 1, let token = tokens.first else { return nil }
    return UnitWords.read(token)?.unit
  }

  /// “chini 50 kilo 44”: name, how much, and what it costs; nil where the numbers do not say which is which.
  static func spoken(_ cell: String) -> (name: String, quantity: Quantity, unit: Unit?, price: Money?)? {
    var words = plain(cell).split(separator: " ").map(String.init)
    var price: Money?
    if words.count >= 3, let last = words.last, let money = money(last) {
      let before = words.dropLast()
      let isPrice = before.last.map { unit($0) != nil || Quantity(text: $0) != nil || quantity($0) != nil } ?? false
      if isPrice {
        price = money
        words.removeLast()
      }
    }
    var said: Unit?
    if let last = words.last, quantity(last) == nil, let unit = unit(last), words.count >= 3 {
      said = unit
      words.removeLast()
    }
    guard words.count >= 2, let last = words.last, let (amount, attached) = quantity(last) else { return nil }
    // One number alone may be how much or how dear: it is not guessed.
    guard said != nil || attached != nil || price != nil else { return nil }
    let name = words.dropLast().joined(separator: " ").trimmingMarks
    guard name.contains(where: \.isLetter) else { return nil }
    return (name, amount, said ?? attached, price)
  }

  /// Devanagari digits as those of all others, without what surrounds numbers.
  private static func plain(_ cell: String) -> String {
    let scalars = cell.unicodeScalars.map { scalar -> Unicode.Scalar in
      guard (0x0966...0x096F).contains(scalar.value) else { return scalar }
      return Unicode.Scalar(UInt8(scalar.value - 0x0966) + UInt8(ascii: "0"))
    }
    return String(String.UnicodeScalarView(scalars)).trimmingMarks
  }
}

extension String {
  /// Without blanks and marks at its ends.
  var trimmingMarks: String {
    let marks: Set<Character> = [" ", "\u{A0}", ":", "=", "–", "—", "•", "*", "'", "\""]
    var text = self[...]
    while let first = text.first, marks.contains(first) || first == "-" && text.dropFirst().first == " " {
      text = text.dropFirst()
    }
    while let last = text.last, marks.contains(last) || (last == "-" && text.dropLast().last != "/") {
      text = text.dropLast()
    }
    return String(text)
  }
}
