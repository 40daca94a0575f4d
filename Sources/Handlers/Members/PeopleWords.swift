import Intents
import Language

/// What is said of a person beside their number: “raju ko staff mein jodo 98…” speaks of Raju, as staff.
enum PeopleWords {
  /// “malik”, “owner”; whoever is not named one is staff.
  static func role(_ words: String) -> Role {
    holds(words, owners) ? .owner : .staff
  }

  /// “supplier gupta”: he is told to be one.
  static func callSupplier(_ words: String) -> Bool { holds(words, suppliers) }

  /// “balaji agency”: a name under which firms trade.
  static func areOfAFirm(_ name: String) -> Bool { holds(name, firms) }

  private static func holds(_ words: String, _ list: WordSet) -> Bool {
    SpokenText(words).tokens.contains { holds($0, list) }
  }

  /// What is left when the number and the words of the command are gone.
  static func name(_ words: String) -> String? {
    let left = SpokenText(words).tokens.filter { token in
      token.isWord && !holds(token, fillers) && !holds(token, owners) && !holds(token, suppliers)
    }
    guard (1...namePartsMax).contains(left.count) else { return nil }
    return left.map(bare).joined(separator: " ")
  }

  /// “rajula” is Raju in Marathi; an ending that may belong to the name stays.
  private static func bare(_ token: Token) -> String {
    guard let cut = token.cuts.first(where: { $0.ending == .to || $0.ending == .of || $0.ending == .by }),
      cut.letters >= 3
    else { return asName(token.spoken) }
    return asName(String(String.UnicodeScalarView(token.spoken.unicodeScalars.prefix(cut.letters))))
  }

  private static func asName(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }

  private static func holds(_ token: Token, _ list: WordSet) -> Bool {
    list.contains(token) || token.cuts.contains { list.contains($0.word) }
  }

  private static let namePartsMax = 3

  private static let suppliers: WordSet =
    "supplier suppliers wholesaler vendor dealer saplayar सप्लायर सप्लायरों होलसेलर वेंडर डीलर पुरवठादार purvathadar"

  private static let firms: WordSet = """
    traders trader trading agency agencies enterprises enterprise distributors distributor marketing company ट्रेडर्स ट्रेडर
    एजेंसी एजन्सी एजेंसीज एंटरप्राइजेज एंटरप्रायजेस डिस्ट्रीब्यूटर डिस्ट्रीब्यूटर्स कंपनी
    """

  private static let owners: WordSet =
    "owner owners malik maalik malak partner bhagidar मालिक मालक मालकांमधून पार्टनर भागीदार ओनर"

  private static let fillers: WordSet =
    """
    ko ka ki ke se me mein main par pe bhi aur and to as in my the a an his her is number no phone mobile contact naam nam \
    nav add jodo jod jodna jodiye joda jodun jodaycha lo do dijiye karo kar kro kara kare banao bana staff staf helper \
    employee member new naya naye navin nava ladka ladke mulga mulla boy please kindly register let him access give allow \
    use this shop dukan dukaan dukanat madhe madhye madhun mhanun la cha chi che ahe hai hain aahe ahet save likho likh \
    liha lihun ghya note change update has badal badla badalla gaya gaye galat chukla now usko use tyala tila him \
    remove delete hatao hata hatana nikal nikalo nikaal kadha kadhun taka taak from off out list left job kaam for sodla chhod \
    chhodke diya gela he she does not work here anymore salesman grahak customer bhai ji keep down wrong it yancha yanche \
    को का की के से में पर भी और नंबर फोन मोबाइल मोबाईल नाम नाव जोड़ो जोड़ जोड़ना जोडा जोडून जोडायचा लो दो दीजिए करो कर करा बनाओ \
    स्टाफ स्टाफमध्ये स्टाफमधून हेल्पर कर्मचारी कामगार नया नवीन लड़का मुलगा दुकान दुकानात दुकानातून म्हणून ला चा ची चे आहे है हैं \
    लिखो लिख लिहा लिहून घ्या सेव सेव्ह बदल बदला बदलला गया गलत चुकला हटाओ हटा हटाना निकालो निकाल काढा काढून टाका लिस्ट छोड़ \
    दिया उसे उसका त्याला तिला ग्राहक भाई जी यांचा उसकी तिचा त्याचा
    """
}
