package import Forecast

/// Festivals as owners name them, in five voices and many spellings: “दीपावली”, “gudhi padva”, “भाऊबीजेला”, “bakri eid”.
package enum FestivalWords {
  package struct Reading: Hashable, Sendable {
    /// More than one where the word leaves it open: “ईद” is whichever comes.
    package let festivals: [Festival]
    package let length: Int
  }

  /// The festival that is named from `start` on, by the most words.
  package static func read(_ tokens: [Token], at start: Int) -> Reading? {
    guard start < tokens.count, tokens[start].isWord else { return nil }
    if openings[tokens[start].sound.word] != nil {
      for length in stride(from: min(wordsMax, tokens.count - start), to: 1, by: -1) {
        let words = tokens[start..<start + length]
        guard words.allSatisfy(\.isWord), let festivals = festivals(named: words) else { continue }
        return Reading(festivals: festivals, length: length)
      }
    }
    guard mayBegin(tokens[start]) else { return nil }
    return festivals(named: tokens[start...start]).map { Reading(festivals: $0, length: 1) }
  }

  /// The name of a period up to these, in the ontology: `festival_diwali`; “ईद” is `festival_eid`.
  static func period(of festivals: [Festival]) -> String {
    prefix + (festivals.count == 1 ? festivals[0].rawValue : anyEid)
  }

  /// The festivals of a period's name in the ontology: `festival_diwali`.
  package static func festivals(ofPeriod name: String) -> [Festival] {
    guard name.hasPrefix(prefix) else { return [] }
    let rest = String(name.dropFirst(prefix.count))
    return rest == anyEid ? eids : Festival(rawValue: rest).map { [$0] } ?? []
  }

  private static let prefix = "festival_"
  private static let anyEid = "eid"
  private static let eids: [Festival] = [.eidAlFitr, .eidAlAdha]
  private static let wordsMax = 3

  /// Case endings hang on the last word only: “भाऊबीजेला”, “gudi padvyala”.
  private static func festivals(named words: ArraySlice<Token>) -> [Festival]? {
    guard let last = words.last else { return nil }
    let head = words.dropLast().map(\.key).joined()
    let ends = [last.key] + last.cuts.map(\.stem)
    if let written = ends.lazy.compactMap({ spellings[WordKey(head + $0)] }).first { return written }
    return ends.lazy.compactMap { heard(SoundKey(folded: head + $0).text) }.first
  }

  /// “navratrit”: the ending of roman Marathi is a single letter, and none that is cut off every word.
  private static func heard(_ sound: String) -> [Festival]? {
    guard sound.utf8.count >= soundMin else { return nil }
    if let found = sounds[WordKey(sound)] { return found }
    guard sound.utf8.last == UInt8(ascii: "t"), sound.utf8.count > soundMin else { return nil }
    return sounds[WordKey(String(sound.dropLast()))]
  }

  /// Every word of a message is asked for, and nearly none is a festival: the first letters of its sound tell.
  private static func mayBegin(_ token: Token) -> Bool { beginnings[beginning(of: token.sound.text)] != nil }

  private static func beginning(of sound: String) -> WordKey { WordKey(String(sound.utf8.prefix(2)) ?? sound) }

  /// Shorter sounds are those of other words as well: “id”, “hli”.
  private static let soundMin = 5

  private static let spellings = table { WordKey(Spelling.folded($0)) }
  private static let sounds = table { WordKey(SoundKey($0).text) }
  /// How the first words of the longer names sound.
  private static let openings = names { $0.count > 1 ? $0.first.map { SoundKey($0).word } : nil }
  private static let beginnings = names { beginning(of: SoundKey($0.joined()).text) }

  private static func table(by key: (String) -> WordKey) -> WordTable<[Festival]> {
    var table = WordTable<[Festival]>()
    for (festivals, line) in named {
      for name in line.split(separator: ",") { table[key(name.filter { $0 != " " })] = festivals }
    }
    return table
  }

  private static func names(_ key: ([Substring]) -> WordKey?) -> WordTable<Void> {
    var table = WordTable<Void>()
    for name in named.flatMap({ $0.1.split(separator: ",") }) {
      if let key = key(name.split(separator: " ")) { table[key] = () }
    }
    return table
  }

  /// Names of several words are compared without the spaces between them.
  private static let named: [([Festival], String)] = [
    (
      [.makarSankranti],
      "sankranti, sankrant, makar sankranti, makar sankrant, pongal, lohri, khichdi parv, संक्रांति, संक्रांत, मकर संक्रांति, "
        + "मकर संक्रांत, पोंगल, लोहड़ी"
    ),
    (
      [.republicDay],
      "republic day, gantantra diwas, prajasattak din, गणतंत्र दिवस, प्रजासत्ताक दिन"
    ),
    ([.mahaShivaratri], "shivratri, mahashivratri, maha shivaratri, शिवरात्रि, शिवरात्री, महाशिवरात्रि, महाशिवरात्री"),
    ([.holi], "holi, dhulivandan, dhulvad, dhuleti, होली, होळी, धुळवड, धूलिवंदन, धुलेंडी"),
    (
      [.gudiPadwa],
      "gudi padwa, gudhi padwa, padwa, padvya, padwya, gudi padvya, gudhi padvya, ugadi, गुड़ी पड़वा, गुढीपाडवा, गुढी पाडवा, गुढीपाडव्या, पाडवा, पाडव्या, उगादी"
    ),
    ([.ramNavami], "ram navami, ramnavmi, राम नवमी, रामनवमी"),
    ([.akshayaTritiya], "akshaya tritiya, akshay trutiya, akha teej, akhaji, अक्षय तृतीया, आखा तीज, आखाजी"),
    ([.maharashtraDay], "maharashtra day, maharashtra din, महाराष्ट्र दिन, महाराष्ट्र दिवस"),
    (
      [.ashadhiEkadashi],
      "ashadhi ekadashi, ashadhi, devshayani ekadashi, आषाढी एकादशी, आषाढ़ी एकादशी, आषाढी"
    ),
    (
      [.independenceDay],
      "independence day, swatantrata diwas, swatantrya din, स्वतंत्रता दिवस, स्वातंत्र्य दिन, स्वातंत्र्यदिन"
    ),
    (
      [.rakshaBandhan],
      "rakhi, raksha bandhan, rakhi pornima, राखी, रक्षाबंधन, रक्षा बंधन, राखी पौर्णिमा, राखी पौर्णिमे, rakhi purnima, rakhi poornima"
    ),
    (
      [.janmashtami],
      "janmashtami, gokulashtami, dahi handi, जन्माष्टमी, गोकुळाष्टमी, दहीहंडी, दही हंडी"
    ),
    (
      [.ganeshChaturthi],
      "ganpati, ganapati, ganesh chaturthi, vinayak chaturthi, ganeshotsav, गणपति, गणपती, गणेश चतुर्थी, गणेशोत्सव, विनायक चतुर्थी"
    ),
    ([.anantChaturdashi], "anant chaturdashi, ganpati visarjan, visarjan, अनंत चतुर्दशी, गणपती विसर्जन, विसर्जन"),
    ([.gandhiJayanti], "gandhi jayanti, गांधी जयंती"),
    ([.navratri], "navratri, navratra, navaratri, ghatasthapana, नवरात्रि, नवरात्री, नवरात्र, घटस्थापना"),
    ([.dussehra], "dussehra, dasara, dasra, vijayadashami, dasrya, दशहरा, दशहरे, दसरा, दसऱ्या, विजयादशमी"),
    ([.karvaChauth], "karva chauth, karwa chauth, करवा चौथ"),
    ([.dhanteras], "dhanteras, dhantrayodashi, धनतेरस, धनत्रयोदशी"),
    (
      [.diwali],
      "diwali, deepavali, dipavali, divali, lakshmi pujan, laxmi puja, दिवाली, दीपावली, दिवाळी, लक्ष्मी पूजन, लक्ष्मीपूजन, लक्ष्मी पूजा"
    ),
    ([.bhaiDooj], "bhai dooj, bhai duj, bhaubeej, bhaubij, भाई दूज, भैया दूज, भाऊबीज, भाऊबीजे"),
    ([.chhath], "chhath, chhath puja, chhat puja, छठ, छठ पूजा, छट पूजा, छठ पूजे"),
    ([.christmas], "christmas, krismas, crismas, xmas, natal, क्रिसमस, नाताळ, ख्रिसमस, नाताळा"),
    ([.eidAlFitr], "eid ul fitr, eid al fitr, ramzan eid, ramjan eid, meethi eid, ईद उल फितर, मीठी ईद, रमजान ईद, रमज़ान ईद"),
    ([.eidAlAdha], "bakri eid, bakrid, eid al adha, eid ul adha, eid ul zuha, बकरीद, बकरी ईद, ईद उल अजहा"),
    (eids, "eid, ईद"),
    ([.salaryDay], "salary day, pagar divas, pagaracha divas, salary ka din, पगाराचा दिवस, तनख्वाह का दिन"),
  ]
}
