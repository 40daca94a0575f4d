import Intents
import Language
import Measures

/// How an answer to a step of `Setup` is read.
enum SetupWords {
  /// “skip”, “baad mein”, “छोड़ो”; “bas” ends a list of goods.
  static func isSkip(_ words: String) -> Bool { skips.contains(folded(words)) }

  /// “peeche”, “back”, “मागे”.
  static func isBack(_ words: String) -> Bool { backs.contains(folded(words)) }

  /// “namaste”, and nothing else.
  static func isGreeting(_ words: String) -> Bool { greetings.contains(folded(words)) }

  /// “setup”, “aage badho”: the way goes on where it stopped.
  static func isContinue(_ words: String) -> Bool { continues.contains(folded(words)) }

  static func language(_ words: String) -> AnswerLanguage? {
    let tokens = SpokenText(words).tokens
    guard tokens.count <= wordsOfChoice else { return nil }
    return languages.first { entry in tokens.contains { entry.words.contains($0) } }?.language
      ?? AnswerLanguage(rawValue: words)
  }

  /// “meri dukan ka naam Sharma Kirana hai” names Sharma Kirana.
  static func name(_ words: String) -> String? {
    isQuestion(words) ? nil : plain(words, without: nameFillers, max: 60)
  }

  /// “pune me” is Pune.
  static func city(_ words: String) -> String? {
    guard !words.contains(where: \.isNumber), !isQuestion(words) else { return nil }
    return plain(words, without: cityFillers, max: 40)
  }

  /// “8”, “8:30”, “raat 9 baje”, “20:00” → minutes after midnight.
  static func minute(_ words: String) -> Int? {
    let tokens = SpokenText(words).tokens
    // “2 वह्या विकल्या” is no time.
    guard tokens.allSatisfy({ !$0.isWord || NumberWords.isNumber($0) || timeWords.contains($0) || late.contains($0) })
    else { return nil }
    let isLate = tokens.contains { late.contains($0) }
    for (index, token) in tokens.enumerated() {
      var clock: (hour: Int, minute: Int)?
      if case .clock(let hour, let minute) = token.kind {
        clock = (hour, minute)
      } else if let number = NumberWords.read(tokens, at: index)?.value.thousandths, number % 500 == 0 {
        clock = (Int(number / 1_000), number % 1_000 == 500 ? 30 : 0)
      }
      guard let (hour, minute) = clock, (0...24).contains(hour), (0...59).contains(minute) else { continue }
      return ((isLate && hour < 12 ? hour + 12 : hour) % 24) * 60 + minute
    }
    return nil
  }

  /// “kya ye free hai?” answers nothing.
  static func isQuestion(_ words: String) -> Bool {
    words.contains("?") || SpokenText(words).tokens.contains { questions.contains($0) }
  }

  static func number(_ words: String) -> Quantity? {
    let tokens = SpokenText(words).tokens
    return tokens.indices.lazy.compactMap { NumberWords.read(tokens, at: $0)?.value }
      .first { $0 > .zero && $0 <= Quantity(100_000) }
  }

  private static func plain(_ words: String, without fillers: WordSet, max: Int) -> String? {
    var parts = words.split(separator: " ")
    while let last = parts.last, parts.count > 1, fillers.contains(WordKey(Spelling.folded(last))) {
      parts.removeLast()
    }
    while let first = parts.first, parts.count > 1, fillers.contains(WordKey(Spelling.folded(first))) {
      parts.removeFirst()
    }
    let name = parts.joined(separator: " ").trimmed
    guard (2...max).contains(name.unicodeScalars.count), name.contains(where: \.isLetter) else { return nil }
    return name
  }

  private static func folded(_ words: String) -> String {
    SpokenText(words).tokens.filter { $0.isWord || $0.number != nil }.map(\.key).joined(separator: " ")
  }

  private static let wordsOfChoice = 4

  private static let languages: [(language: AnswerLanguage, words: WordSet)] = [
    (.marathi, "marathi मराठी मराठीत मराठीमध्ये 3"), (.hindi, "hindi hindee हिंदी हिन्दी हिंदीत 2"),
    (.english, "english angrezi inglish इंग्रजी अंग्रेजी इंग्लिश 1"),
  ]

  private static let nameFillers: WordSet =
    """
    meri mera mere hamari hamara dukan dukaan shop name naam ka ki is my the hai he mazya majhya amchya dukanacha dukanache \
    nav naav ahe मेरी मेरा हमारी दुकान का की नाम है माझ्या आमच्या दुकानाचं दुकानाचे नाव आहे
    """
  private static let cityFillers: WordSet =
    "me mein main se hai he in city shahar madhe madhye ahe में से है शहर मध्ये आहे"
  private static let questions: WordSet =
    "what how why who which when kya kaise kaun kyon kyu kab kay kasa kashi kon kadhi क्या कैसे कौन क्यों कब काय कसं कसा कोण"
  private static let timeWords: WordSet =
    """
    baje bje vajta vajata am a m at o clock oclock subah sakali morning ko la pe par daily roz roj every day hisab summary \
    send bhejo pathva बजे वाजता वाजेपर्यंत सुबह सकाळी को ला रोज हिसाब हिशोब भेजो पाठवा
    """
  private static let late: WordSet =
    "pm raat rat ratri night shaam sham sandhyakali evening dopahar dupari रात रात्री शाम संध्याकाळी दोपहर दुपारी"

  private static let skips = phrases(
    """
    skip, baad mein, baad me, bad me, bad mein, later, chhodo, chodo, chod do, chhod do, rehne do, rahne do, jane do, \
    aage, aage badho, next, nahi, nahi chahiye, no, nahin, bas, bas itna, bas itna hi, ho gaya, done, finish, that's all, \
    छोड़ो, छोड़ दो, छोड़ दीजिए, रहने दो, रहने दीजिए, बाद में, आगे, नहीं, नहीं चाहिए, बस, बस इतना ही, हो गया, स्किप, \
    sodun dya, soda, rahu dya, rahu de, nantar, pudhe, nako, zala, jhala, zale, itkach, bas zala, \
    सोडून द्या, सोडा, राहू द्या, राहू दे, नंतर, पुढे, नको, नाही, झालं, झाले, इतकंच, बस झालं
    """)

  private static let backs = phrases(
    """
    back, go back, previous, peeche, piche, pichhe, pichhe jao, peeche jao, wapas jao, पीछे, पीछे जाओ, पिछला, \
    mage, maage, mage ja, mage jaa, मागे, मागे जा, मागे जाऊ
    """)

  private static let greetings = phrases(
    """
    hi, hii, hello, hey, helo, hello ji, namaste, namaskar, namaskaar, namaste ji, ram ram, salaam, good morning, \
    good evening, start, join, नमस्ते, नमस्कार, राम राम, हैलो, हॅलो, सलाम
    """)

  private static let continues = phrases(
    "setup, set up, setup karo, setup kara, aage badho, continue, resume, सेटअप, आगे बढ़ो, पुढे चला, setup chalu karo")

  private static func phrases(_ list: String) -> Set<String> {
    Set(list.split(separator: ",").map { folded(String($0)) })
  }
}

extension String {
  /// Without blanks and marks at its ends.
  fileprivate var trimmed: String {
    var scalars = Substring(self)
    while let first = scalars.first, first.isWhitespace || first.isPunctuation { scalars.removeFirst() }
    while let last = scalars.last, last.isWhitespace || (last.isPunctuation && last != ")") { scalars.removeLast() }
    return String(scalars)
  }
}
