internal import Foundation
internal import Language
internal import Measures
internal import Sheets

/// Which column of a file says what: by its heading, in English, Hindi or Marathi; without headings by what stands in it.
struct GoodsColumns: Hashable {
  enum Field: Hashable, CaseIterable { case name, quantity, unit, price, mrp, cost, category, threshold }

  let places: [Field: Int]
  /// The row of headings; what stands above it and in it is no goods.
  let headingLine: Int?

  /// Above its table a file may say whose it is and of which day.
  private static let rowsBeforeHeading = 10

  /// Nil where the rows are no table but lines of words.
  init?(of table: Table) {
    if let (row, places) = Self.headed(table) {
      (self.places, headingLine) = (places, row.line)
    } else if let places = Self.guessed(table) {
      (self.places, headingLine) = (places, nil)
    } else {
      return nil
    }
  }

  // MARK: By headings

  private static func headed(_ table: Table) -> (Table.Row, [Field: Int])? {
    for row in table.rows.prefix(rowsBeforeHeading) {
      var places: [Field: Int] = [:]
      for (place, cell) in row.cells.enumerated() {
        if let field = field(headed: cell), places[field] == nil { places[field] = place }
      }
      if places[.name] != nil, places.count >= 2 { return (row, places) }
    }
    return nil
  }

  private static func field(headed heading: String) -> Field? {
    let words = key(heading)
    return headings.first { $0.words.contains(words) }?.field
  }

  /// Letters only, so that “Qty.”, “qty” and “QTY (nos)” are one.
  private static func key(_ heading: String) -> String {
    let plain = heading.prefix { $0 != "(" && $0 != "[" }
    let words = plain.lowercased().precomposedStringWithCanonicalMapping.split { character in
      !character.unicodeScalars.contains { $0.properties.isAlphabetic }
    }
    return words.joined(separator: " ")
  }

  private static let headings: [(field: Field, words: Set<String>)] = lines.map { field, words in
    (field, Set(words.split(separator: "|").map(String.init)))
  }

  private static let lines: [(Field, String)] = [
    (
      .name,
      "item|items|item name|name|name of item|product|products|product name|particulars|description|goods|article"
    ),
    (
      .name,
      "item description|goods name|material|maal|mal|saman|samaan|saman ka naam|vastu|vastu che nav|naam|nav|naav"
    ),
    (.name, "सामान|सामान का नाम|वस्तु|वस्तू|वस्तूचे नाव|नाम|नाव|आइटम|आयटम|माल|मालाचे नाव|उत्पाद|उत्पादन|आइटम का नाम"),
    (
      .quantity,
      "qty|quantity|stock|stock qty|balance|closing stock|closing|in stock|on hand|available|count|opening stock"
    ),
    (
      .quantity, "balance qty|current stock|matra|maatra|sankhya|kitna|kiti|shillak|bacha|stock in hand|opening qty|nos"
    ),
    (.quantity, "मात्रा|स्टॉक|साठा|शिल्लक|संख्या|कितना|किती|बचा|नग|उपलब्ध|चालू साठा"),
    (.unit, "unit|units|uom|unit of measure|measure|ekak|इकाई|यूनिट|युनिट|एकक|परिमाण"),
    (
      .price, "price|rate|selling price|sale price|sales price|sp|sale rate|selling rate|retail price|retail|unit price"
    ),
    (.price, "bhav|bhaav|daam|dam|dar|kimat|keemat|bikri rate|vikri dar|vikri rate|rate rs|price rs"),
    (.price, "रेट|भाव|दाम|दर|कीमत|किंमत|विक्री दर|विक्री रेट|बिक्री रेट|बिक्री दर|मूल्य"),
    (.mrp, "mrp|m r p|max retail price|maximum retail price|एमआरपी|एम आर पी"),
    (.cost, "cost|cost price|cp|purchase price|purchase rate|buying price|buy price|landing cost|kharid|kharidi"),
    (.cost, "kharid rate|kharedi rate|kharedi dar|kharidi bhav|खरीद|खरीद रेट|खरीद भाव|खरीदी|खरेदी|खरेदी दर|खरेदी रेट|खरेदी किंमत"),
    (.category, "category|group|item group|type|department|section|shreni|prakar|varg|श्रेणी|प्रकार|वर्ग|गट|कैटेगरी|कॅटेगरी|विभाग"),
    (
      .threshold,
      "threshold|reorder level|reorder|min stock|minimum|minimum stock|min qty|min|alert|alert level|low stock"
    ),
    (.threshold, "kam se kam|kamit kami|न्यूनतम|किमान|कम से कम|कमीत कमी|अलर्ट"),
  ]

  // MARK: By content

  /// Names first, then a number and its unit, then another number: the order in which people write.
  private static func guessed(_ table: Table) -> [Field: Int]? {
    let sample = Array(table.rows.prefix(200))
    let width = sample.map(\.cells.count).max() ?? 0
    guard width >= 2 else { return nil }
    var places: [Field: Int] = [:]
    for place in 0..<width {
      let cells = sample.compactMap { $0.cells.indices.contains(place) ? $0.cells[place] : nil }.filter { !$0.isEmpty }
      switch Content(of: cells) {
      case .words where places[.name] == nil: places[.name] = place
      case .units where places[.unit] == nil: places[.unit] = place
      case .measures where places[.quantity] == nil: places[.quantity] = place
      // A first column of numbers counts the lines.
      case .numbers where places[.name] != nil:
        if places[.quantity] == nil {
          places[.quantity] = place
        } else if places[.price] == nil {
          places[.price] = place
        }
      case .words, .units, .measures, .numbers, .mixed: break
      }
    }
    return places[.name] != nil && places.count >= 2 ? places : nil
  }

  private enum Content {
    case words, units, numbers, measures, mixed

    init(of cells: [String]) {
      guard !cells.isEmpty else {
        self = .mixed
        return
      }
      func mostly(_ fits: (String) -> Bool) -> Bool { cells.count(where: fits) * 10 >= cells.count * 8 }
      if mostly({ GoodsCell.quantity($0).map { $0.unit == nil } ?? false || GoodsCell.money($0) != nil }) {
        self = .numbers
      } else if mostly({ GoodsCell.quantity($0) != nil }) {
        self = .measures
      } else if mostly({ GoodsCell.unit($0) != nil }) {
        self = .units
      } else {
        self = mostly({ !$0.contains(where: \.isNumber) || GoodsCell.spoken($0) == nil }) ? .words : .mixed
      }
    }
  }
}
