package import Measures

/// The words of one unit in one voice: “packet” for one, “packets” for many.
package struct UnitName: Hashable, Sendable {
  package let one: String
  package let many: String

  init(_ one: String, _ many: String) {
    self.one = one
    self.many = many
  }
}

extension UnitName: ExpressibleByStringLiteral {
  /// A word that never changes.
  package init(stringLiteral word: String) { self.init(word, word) }
}

extension Unit {
  package func words(in voice: Voice) -> UnitName {
    let row = row
    return switch voice {
    case .english: row.english
    case .hindi: row.hindi
    case .romanHindi: row.romanHindi
    case .marathi: row.marathi
    case .romanMarathi: row.romanMarathi
    }
  }

  private typealias Row = (
    english: UnitName, hindi: UnitName, romanHindi: UnitName, marathi: UnitName, romanMarathi: UnitName
  )

  /// Hindi leaves every unit unchanged after a number: “3 पेटी”, never “3 पेटियाँ”. Shops call a sack of grain a bag
  /// in English, so the two share the word there.
  private var row: Row {
    switch self {
    case .kilogram: ("kg", "किलो", "kilo", "किलो", "kilo")
    case .gram: ("g", "ग्राम", "gram", "ग्रॅम", "gram")
    case .quintal: ("quintal", "क्विंटल", "quintal", "क्विंटल", "quintal")
    case .tonne: (.init("tonne", "tonnes"), "टन", "ton", "टन", "ton")
    case .litre: ("L", "लीटर", "litre", "लिटर", "litre")
    case .millilitre: ("ml", "मिली", "ml", "मिली", "ml")
    case .piece: (.init("pc", "pcs"), "पीस", "piece", "नग", "nag")
    case .dozen: ("dozen", "दर्जन", "dozen", "डझन", "dozen")
    case .pair: (.init("pair", "pairs"), "जोड़ी", "jodi", .init("जोडी", "जोड्या"), .init("jodi", "jodya"))
    case .packet: (.init("packet", "packets"), "पैकेट", "packet", .init("पाकीट", "पाकिटं"), .init("pakit", "pakita"))
    case .box: (.init("box", "boxes"), "पेटी", "peti", .init("पेटी", "पेट्या"), .init("peti", "petya"))
    case .sack: (.init("bag", "bags"), "बोरी", "bori", .init("गोणी", "गोण्या"), .init("goni", "gonya"))
    case .bottle: (.init("bottle", "bottles"), "बोतल", "bottle", .init("बाटली", "बाटल्या"), .init("batli", "batlya"))
    case .pouch: (.init("pouch", "pouches"), "पाउच", "pouch", .init("पिशवी", "पिशव्या"), .init("pishvi", "pishvya"))
    case .tin: (.init("tin", "tins"), "टिन", "tin", .init("डबा", "डबे"), .init("daba", "dabe"))
    case .crate: (.init("crate", "crates"), "क्रेट", "crate", "क्रेट", "crate")
    case .bundle: (.init("bundle", "bundles"), "बंडल", "bundle", "बंडल", "bundle")
    case .bag: (.init("bag", "bags"), "बैग", "bag", "बॅग", "bag")
    }
  }
}

extension Unit {
  /// The question of a quantity in this unit, to stand at the end of a sentence or before its question mark.
  func askedHowMany(in voice: Voice) -> String {
    let words = words(in: voice)
    return switch voice {
    case .english: "how many \(words.many)"
    case .hindi: "\(isFeminineInHindi ? "कितनी" : "कितने") \(words.many)"
    case .romanHindi: "\(isFeminineInHindi ? "kitni" : "kitne") \(words.many)"
    case .marathi: "किती \(words.many)"
    case .romanMarathi: "kiti \(words.many)"
    }
  }

  private var isFeminineInHindi: Bool {
    switch self {
    case .pair, .box, .sack, .bottle: true
    case .kilogram, .gram, .quintal, .tonne, .litre, .millilitre, .piece, .dozen: false
    case .packet, .pouch, .tin, .crate, .bundle, .bag: false
    }
  }
}
