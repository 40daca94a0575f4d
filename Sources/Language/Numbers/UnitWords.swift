package import Measures

/// The words for units in all forms: kilo, किलो, kg, kgs, “किलोने” (per kilo), पिशव्या.
package enum UnitWords {
  package struct Reading: Hashable, Sendable {
    package let unit: Unit
    /// किलोने → `.by`, किलोपेक्षा → `.than`.
    package let ending: CaseEnding?
  }

  package static func read(_ token: Token) -> Reading? {
    guard token.isWord else { return nil }
    if let unit = table[token] { return Reading(unit: unit, ending: nil) }
    if token.sound.text.utf8.count >= soundMin, let unit = sounds[token.sound.word] {
      return Reading(unit: unit, ending: nil)
    }
    for cut in token.cuts where cut.letters > 2 {
      if let unit = table[cut.word] ?? table[WordKey(cut.stem.droppingLetters(1))] {
        return Reading(unit: unit, ending: cut.ending)
      }
    }
    return Emphasis.bare(token.key).flatMap { table[WordKey($0)] }.map { Reading(unit: $0, ending: nil) }
  }

  /// Words that are units only behind a number, because alone they say something else: no, l, g, case, man, pack.
  package static func needsNumber(_ token: Token) -> Bool { bound.contains(token) }

  private static let bound: WordSet = """
    no nos l ली g gr kl lit lt case pack nag नग bag bags tin pis mili poti pote pair jodi box daba dabba
    """

  private static let table = WordTable<Unit>(words)

  /// Long words are known by their sound too: drjn, paakit.
  private static let soundMin = 4
  private static let sounds: WordTable<Unit> = {
    var table = WordTable<Unit>()
    for (unit, line) in words {
      for word in line.split(separator: " ") {
        let sound = SoundKey(word).text
        if sound.utf8.count >= soundMin { table[WordKey(sound)] = unit }
      }
    }
    return table
  }()

  private static let words: [(Unit, String)] = [
    (.kilogram, "kilo kg kgs kilogram kilograms kilos klo kl kgm kilogramme किलो किलोग्राम किलोग्रॅम केजी किग्रा"),
    (.gram, "g gm gms gram grams gr graam ग्राम ग्रॅम ग्रा"),
    (.quintal, "quintal quintals kuntal qtl quintol kwintal क्विंटल कुंतल क्विन्टल"),
    (.tonne, "ton tonne tons tonnes टन"),
    (.litre, "l litre litres liter liters ltr ltrs lit lt litr लीटर लिटर ली"),
    (.millilitre, "ml mili millilitre मिली एमएल मिलीलीटर"),
    (.piece, "tube tubes strip strips jar jars roll rolls pc pcs piece pieces nag pis adad no nos पीस नग अदद"),
    (.dozen, "dozen dozens darjan darzan dajan doz dz dazan darzon दर्जन डझन"),
    (.pair, "pair pairs jodi जोड़ी जोडी"),
    (
      .packet,
      "packet packets pkt pkts pack packs paket pakit pakeet pakitan puda pude pudiya pakite पैकेट पैक पुड़िया पाकीट पाकिट"
    ),
    (.packet, "पाकिटं पाकिटे पॅकेट पॅकेटं पॅक पुडा पुडे पैकिट"),
    (.box, "peti petya petiyan box boxes carton cartons ctn crtn case cases khokha khoka khoke पेटी पेट्या पेटियां कार्टन बॉक्स खोखा"),
    (.box, "खोका खोके"),
    (.sack, "bori bora boriyan borya katta katte goni gonya poti pote pota sack sacks बोरी बोरा बोरियां कट्टा कट्टे बोरे गोणी"),
    (.sack, "गोण्या पोतं पोते पोती"),
    (.bottle, "bottle bottles botal botle botalen batli batlya btl बोतल बोतलें बॉटल बाटली बाटल्या"),
    (.pouch, "pouch pouches pauch thaili thailiyan pishvi pishvya पाउच थैली थैलियां पिशवी पिशव्या"),
    (.tin, "tin tins peepa pipa daba dabe dabba dabbe kanastar पीपा टिन कनस्तर डबा डबे डिब्बा डिब्बे"),
    (.crate, "crate crates carat karet क्रेट कैरेट"),
    (.bundle, "bundle bundles gaddi बंडल गड्डी"),
    (.bag, "bag bags thaila thaile बैग बॅग थैला थैले"),
  ]
}
