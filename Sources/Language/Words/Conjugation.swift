/// The forms that a stem takes. Hindi and Marathi verbs are regular enough to be built; what is not regular, and
/// English, is listed in `VerbTable`.
enum Conjugation {
  /// bech → becha, bechi, bechenge, becho, …; a stem in a vowel (manga, मंगा) glides: mangaya, मंगाया.
  static func hindi(_ stem: String) -> [(Aspect, String)] {
    let isOpen = stem.unicodeScalars.last.map(vowels.contains) ?? false
    if isDevanagari(stem) { return built(stem, isOpen ? openDevanagariHindi : devanagariHindi) }
    return built(stem, isOpen ? openRomanHindi : romanHindi)
  }

  /// vik → vikla, vikle, viknar, vikun, …
  static func marathi(_ stem: String) -> [(Aspect, String)] {
    built(stem, isDevanagari(stem) ? devanagariMarathi : romanMarathi)
  }

  private typealias Paradigm = [(Aspect, [String])]

  private static func paradigm(_ table: [(Aspect, String)]) -> Paradigm {
    // By scalars: a vowel sign behind a space is one character with it.
    table.map { aspect, endings in
      (aspect, endings.unicodeScalars.split(separator: " ").map { String($0) == "–" ? "" : String($0) })
    }
  }

  private static func built(_ stem: String, _ paradigm: Paradigm) -> [(Aspect, String)] {
    paradigm.flatMap { aspect, endings in endings.map { (aspect, stem + $0) } }
  }

  private static func isDevanagari(_ stem: String) -> Bool { stem.unicodeScalars.first?.isDevanagari ?? false }

  private static let vowels: Set<Unicode.Scalar> = ["a", "ा", "े", "e"]

  private static let romanHindi = paradigm([
    (.happened, "a aa i ee e in"), (.coming, "ega egi enge unga ungi oge"), (.ordered, "o na iye do dena dijiye"),
    (.ongoing, "ta te ti"), (.linked, "– kar ke ne"),
  ])
  private static let openRomanHindi = paradigm([
    (.happened, "ya yi ye i ie"), (.coming, "ega yega egi yegi enge yenge unga ungi"), (.ordered, "o na iye do dena"),
    (.ongoing, "ta te ti"), (.linked, "kar ke ne"),
  ])
  private static let devanagariHindi = paradigm([
    (.happened, "ा ी े ीं"), (.coming, "ेगा ेगी ेंगे ूंगा ूंगी"), (.ordered, "ो ना िए िये"), (.ongoing, "ता ते ती"),
    (.linked, "– कर ने"),
  ])
  private static let openDevanagariHindi = paradigm([
    (.happened, "या यी ई ये ए"), (.coming, "एगा येगा एगी एंगे येंगे ऊंगा"), (.ordered, "ओ ना इए इये"),
    (.ongoing, "ता ते ती"), (.linked, "कर ने"),
  ])
  private static let romanMarathi = paradigm([
    (.happened, "la li le lo lya lay ley lat let lela leli lele"), (.coming, "el en in nar til"),
    (.ordered, "– a ava avi ave aycha aychi ayche"), (.ongoing, "to te tat toy tey tay"), (.linked, "un oon ayla"),
  ])
  private static let devanagariMarathi = paradigm([
    (.happened, "ला ली ले लं लो ल्या लाय लेय लात लेत लेला लेली लेले"), (.coming, "ेल ेन ीन णार तील"),
    (.ordered, "– ा ावा ावी ावे ायचा ायची ायचे"), (.ongoing, "तो ते तात तोय तेय"), (.linked, "ून ायला"),
  ])
}
