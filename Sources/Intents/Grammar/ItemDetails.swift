import Language
import Measures

/// What `itemDetail` notes of an item, by the words that name it: “hsn 1701”, “gst 5%”, “3 din me aata hai”.
struct ItemDetails {
  let reading: Reading
  private var tokens: [Token] { reading.tokens }

  func read() -> [ItemDetail] {
    if let alias { return [.alias(alias)] }
    if let barcode { return [.barcode(barcode)] }
    // The code and its rate stand side by side on a bill.
    if let hsn { return [.hsn(hsn)] + [tax.map(ItemDetail.taxRate)].compactMap { $0 } }
    let found = [category.map(ItemDetail.category), leadDays.map(ItemDetail.leadDays), tax.map(ItemDetail.taxRate)]
      .compactMap { $0 }
    guard found.isEmpty, tokens.contains(where: Self.suppliers.contains) else { return found }
    return supplier.map { [.supplier($0)] } ?? []
  }

  /// The goods, where some are named.
  func item() -> ItemLine? {
    let items = reading.lines.map(\.item)
    let known = items.first { if case .known = $0 { true } else { false } }
    return (known ?? items.first ?? (alias == nil ? reading.unclaimed : nil)).map { ItemLine(item: $0) }
  }

  /// Who brings it.
  var supplier: String? {
    if let person = reading.people.last { return person.name }
    guard let at = tokens.lastIndex(where: Self.suppliers.contains) else { return nil }
    return words(tokens[(at + 1)...])
  }

  // MARK: Numbers

  private var barcode: String? {
    tokens.lazy.map(\.digits).first { (8...14).contains($0.count) }
  }

  private var hsn: String? {
    guard let at = tokens.firstIndex(where: Self.hsns.contains) else { return nil }
    let around = tokens[(at + 1)...] + tokens[..<at]
    return around.lazy.map(\.digits).first { [4, 6, 8].contains($0.count) }
  }

  /// “gst 5%”, “18 percent tax”; half percents are whole numbers of basis points.
  private var tax: Int? {
    guard tokens.contains(where: Self.taxes.contains) else { return nil }
    let percents = tokens.indices.lazy.compactMap { NumberWords.read(tokens, at: $0)?.value }
    return percents.first { $0 <= Quantity(Self.percentMax) }.map { Int($0.thousandths / 10) }
  }

  /// “3 din me”, “in three days”.
  private var leadDays: Int? {
    for index in tokens.indices.dropLast() {
      guard let number = NumberWords.read(tokens, at: index), index + number.length < tokens.count,
        Self.days.contains(tokens[index + number.length]), number.value.thousandths % 1_000 == 0
      else { continue }
      let days = Int(number.value.thousandths / 1_000)
      return (0...Self.leadDaysMax).contains(days) ? days : nil
    }
    return nil
  }

  // MARK: Words

  /// The word beside “category”: before it, else behind it.
  private var category: String? {
    guard let at = reading.spans.firstIndex(where: { Self.categories.contains(tokens[$0.range.lowerBound]) }) else {
      return nil
    }
    if let before = reading.spans[..<at].last, let name = group(before) { return name }
    return reading.spans[(at + 1)...].lazy.compactMap(group).first
  }

  private func group(_ span: Span) -> String? {
    if let known = span.category { return known }
    return span.isWord ? words(tokens[span.range])?.lowercased() : nil
  }

  /// “X ko Y bhi kehte hain”, “X is also called Y”, “X ka dusra naam Y”.
  private var alias: String? {
    guard let calling = tokens.firstIndex(where: Self.callings.contains) else {
      guard let other = tokens.firstIndex(where: Self.otherNames.contains), other + 2 < tokens.count,
        Self.names.contains(tokens[other + 1])
      else { return nil }
      return words(tokens[(other + 2)...])
    }
    if Self.englishCallings.contains(tokens[calling]) { return words(tokens[(calling + 1)...]) }
    guard let of = reading.spans.firstIndex(where: { $0.ending == .to && $0.range.upperBound <= calling }) else {
      return nil
    }
    return words(tokens[reading.spans[of].range.upperBound..<calling])
  }

  /// The words that say something, as they were typed.
  private func words(_ all: ArraySlice<Token>) -> String? {
    let kept = all.filter { ($0.isWord || $0.number != nil) && !Self.fillers.contains($0) }.map(\.spoken)
    let text = kept.joined(separator: " ")
    return (1...Self.textMax).contains(text.unicodeScalars.count) ? text : nil
  }

  private static let textMax = 40
  private static let percentMax: Int64 = 100
  private static let leadDaysMax = 90
  private static let hsns: WordSet = "hsn एचएसएन"
  private static let taxes: WordSet = "gst tax जीएसटी टैक्स टॅक्स कर igst cgst sgst"
  private static let days: WordSet = "din days day divas divsat divsanni दिन दिवस दिवसांत दिवसात दिवसांनी"
  private static let categories: WordSet = "category categori कैटेगरी कॅटेगरी कॅटेगरीत श्रेणी group ग्रुप"
  private static let suppliers: WordSet = "supplier suplier सप्लायर vendor distributor"
  private static let callings: WordSet = """
    kehte kahte bolte kehta bolta mhantat mhanta कहते बोलते म्हणतात म्हणतो called call known
    """
  private static let englishCallings: WordSet = "called known"
  private static let otherNames: WordSet = "dusra dusre doosra aur another दूसरा दुसरं दुसरे और"
  private static let names: WordSet = "naam nav name नाम नाव"
  private static let fillers: WordSet = """
    bhi pan suddha hum log sab also as we it hai hain he ahe is ka ki ke ko la set karo kar do rakho likho theva liha badlo
    भी पण सुद्धा हम लोग सब है हैं आहे का की के को ला करो कर दो रखो लिखो ठेवा लिहा
    """
}

extension Token {
  /// Its digits in 0–9, where it has nothing else.
  fileprivate var digits: String {
    let digits = spoken.compactMap(\.wholeNumberValue)
    return digits.count == spoken.count ? digits.map(String.init).joined() : ""
  }
}
