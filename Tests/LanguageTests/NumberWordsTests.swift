import Language
import Measures
import Testing

@Suite struct NumberWordsTests {
  private func value(_ text: String) -> String? {
    let tokens = SpokenText(text).tokens
    guard let reading = NumberWords.read(tokens, at: 0), reading.length == tokens.count else { return nil }
    return reading.value.plain
  }

  @Test(arguments: [
    ("five", "5"), ("twenty five", "25"), ("two hundred and five", "205"), ("one lakh twenty thousand", "120000"),
    ("half", "0.5"),
    ("पाँच", "5"), ("पांच", "5"), ("उनहत्तर", "69"), ("उन्यासी", "79"), ("नवासी", "89"), ("पचपन", "55"), ("पैंसठ", "65"),
    ("दो सौ", "200"),
    ("तेईस सौ", "2300"), ("डेढ़ सौ", "150"), ("ढाई हज़ार", "2500"), ("सवा दो", "2.25"), ("पौने दो सौ", "175"), ("साढ़े तीन", "3.5"),
    ("सवा लाख", "125000"),
    ("बारह लाख चौंतीस हज़ार पाँच सौ सड़सठ", "1234567"),
    ("dhai sau", "250"), ("sava sau", "125"), ("paune do", "1.75"), ("sadhe saat sau", "750"),
    ("ek hazar do sau", "1200"), ("5 hazar", "5000"),
    ("pachhattar", "75"), ("sava", "1.25"), ("paun", "0.75"),
    ("दोनशे", "200"), ("दीडशे", "150"), ("अडीचशे", "250"), ("पावणेदोनशे", "175"), ("साडेतीनशे", "350"), ("साडेतीन", "3.5"),
    ("पाऊणशे", "75"),
    ("एकशे पासष्ट", "165"), ("तेवीसशे", "2300"), ("सव्वाशे", "125"), ("पावणे दोन", "1.75"), ("अर्धा", "0.5"),
    ("donshe", "200"), ("deedshe", "150"), ("adich", "2.5"), ("sadeteenshe", "350"), ("savva don", "2.25"),
    ("1,25,000", "125000"), ("२.५", "2.5"), ("½", "0.5"), ("1 1/2", "1.5"), ("2k", "2000"), ("１２", "12"),
  ])
  func `a number in any of the five forms is exact`(_ text: String, _ expected: String) {
    #expect(value(text) == expected)
  }

  @Test(arguments: [("दोनशेला", "200"), ("पंच्याहत्तरला", "75"), ("हजाराला", "1000"), ("शंभरचा", "100")])
  func `a case ending is cut and told`(_ text: String, _ expected: String) {
    let reading = NumberWords.read(SpokenText(text).tokens, at: 0)
    #expect(reading?.value.plain == expected)
    #expect(reading?.ending != nil)
  }

  @Test(arguments: ["sadhe", "and", "hello", "", "साढ़े किलो"])
  func `what is no number is not read as one`(_ text: String) {
    #expect(NumberWords.read(SpokenText(text).tokens, at: 0) == nil)
  }

  @Test func `the largest numbers do not overflow`() {
    #expect(value("99 crore") == "990000000")
    #expect(NumberWords.read(SpokenText("99999999999 crore").tokens, at: 0)?.value ?? .zero <= .max)
  }

  @Test(arguments: Array(stride(from: 1, through: 99_999, by: 379)))
  func `what is spoken in English, Hindi and Marathi is read back`(_ number: Int) {
    for speaker in [Speaker.english, .romanHindi, .marathi] {
      #expect(value(speaker.words(number)) == "\(number)", "\(speaker.words(number))")
    }
  }
}

/// Speaks numbers up to 99,999 for the round trip.
private struct Speaker {
  let small: [String]
  let hundred: @Sendable (String) -> String
  let thousand: String

  func words(_ number: Int) -> String {
    var words: [String] = []
    if number >= 1_000 { words += [small[number / 1_000], thousand] }
    if number % 1_000 >= 100 { words.append(hundred(small[number % 1_000 / 100])) }
    if number % 100 > 0 { words.append(small[number % 100]) }
    return words.joined(separator: " ")
  }

  static let english = Speaker(small: (0...99).map(englishSmall), hundred: { $0 + " hundred" }, thousand: "thousand")

  private static func englishSmall(_ number: Int) -> String {
    let units = """
      zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
      """.split(separator: " ").map(String.init)
    let tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    if number < 20 { return units[number] }
    return number % 10 == 0 ? tens[number / 10] : tens[number / 10] + " " + units[number % 10]
  }

  static let romanHindi = Speaker(
    small: """
      shunya ek do teen char paanch chhah saat aath nau das gyarah barah terah chaudah pandrah solah satrah atharah unnis bees ikkis
      bais teis chaubis pachis chabbis sattais atthais untis tees iktis battis taintis chauntis paintis chattis saintis adtis untalis
      chalis iktalis bayalis taintalis chauvalis paintalis chhiyalis saintalis adtalis unchas pachas ikyavan bavan tirpan chauvan
      pachpan chhappan sattavan atthavan unsath saath iksath basath tirsath chaunsath painsath chhiyasath sadsath adsath unhattar
      sattar ikhattar bahattar tihattar chauhattar pachhattar chhihattar satahattar athahattar unyasi assi ikyasi bayasi tirasi
      chaurasi pachasi chhiyasi sattasi atthasi navasi nabbe ikyanve banve tiranve chauranve pachanve chhiyanve sattanve atthanve
      ninyanve
      """.split(whereSeparator: \.isWhitespace).map(String.init), hundred: { $0 + " sau" }, thousand: "hazar")

  static let marathi = Speaker(
    small: """
      शून्य एक दोन तीन चार पाच सहा सात आठ नऊ दहा अकरा बारा तेरा चौदा पंधरा सोळा सतरा अठरा एकोणीस वीस एकवीस बावीस तेवीस चोवीस पंचवीस सव्वीस सत्तावीस
      अठ्ठावीस एकोणतीस तीस एकतीस बत्तीस तेहतीस चौतीस पस्तीस छत्तीस सदतीस अडतीस एकोणचाळीस चाळीस एक्केचाळीस बेचाळीस त्रेचाळीस चव्वेचाळीस पंचेचाळीस
      सेहेचाळीस सत्तेचाळीस अठ्ठेचाळीस एकोणपन्नास पन्नास एक्कावन्न बावन्न त्रेपन्न चोपन्न पंचावन्न छप्पन्न सत्तावन्न अठ्ठावन्न एकोणसाठ साठ एकसष्ट बासष्ट त्रेसष्ट
      चौसष्ट पासष्ट सहासष्ट सदुसष्ट अडुसष्ट एकोणसत्तर सत्तर एक्काहत्तर बाहत्तर त्र्याहत्तर चौऱ्याहत्तर पंच्याहत्तर शहात्तर सत्त्याहत्तर अठ्ठ्याहत्तर
      एकोणऐंशी ऐंशी एक्याऐंशी ब्याऐंशी त्र्याऐंशी चौऱ्याऐंशी पंच्याऐंशी शहाऐंशी सत्त्याऐंशी अठ्ठ्याऐंशी एकोणनव्वद नव्वद एक्याण्णव ब्याण्णव त्र्याण्णव
      चौऱ्याण्णव पंच्याण्णव शहाण्णव सत्त्याण्णव अठ्ठ्याण्णव नव्व्याण्णव
      """.split(whereSeparator: \.isWhitespace).map(String.init), hundred: { $0 + "शे" }, thousand: "हजार")
}
