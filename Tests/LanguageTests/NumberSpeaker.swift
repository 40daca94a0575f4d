import Language

/// Says whole numbers up to a crore and quarters of small ones in each voice, so that reading them back can be tested.
struct NumberSpeaker {
  let voice: Voice

  /// “ek lakh pachees hazar teen sau pachas”, “दोनशे पाच”, “two hundred and five”.
  func say(_ number: Int) -> String {
    guard number > 0 else { return words[0] }
    var rest = number
    var said: [String] = []
    for (size, name) in scales where rest >= size {
      said.append(contentsOf: [say(rest / size), name])
      rest %= size
    }
    if rest >= 100 {
      said.append(hundreds(rest / 100))
      rest %= 100
      if rest > 0, voice == .english { said.append("and") }
    }
    if rest > 0 { said.append(small(rest)) }
    return said.joined(separator: " ")
  }

  /// `quarters` fourths, as a shopkeeper says them.
  func say(quarters: Int) -> String {
    let whole = quarters / 4
    return switch quarters % 4 {
    case 0: say(whole)
    case 1: whole == 0 ? quarter : whole == 1 ? oneAndQuarter : plusQuarter(whole)
    case 2: whole == 0 ? half : whole == 1 ? oneAndHalf : whole == 2 ? twoAndHalf : plusHalf(whole)
    default: whole == 0 ? threeQuarters : lessQuarter(whole + 1)
    }
  }

  /// One word, as Marathi also writes it: साडेतीन, sadetin.
  func sayBound(quarters: Int) -> String { say(quarters: quarters).filter { $0 != " " } }

  private func hundreds(_ count: Int) -> String {
    switch voice {
    case .english: words[count] + " hundred"
    case .hindi: words[count] + " सौ"
    case .romanHindi: words[count] + " sau"
    case .marathi: count == 1 ? "शंभर" : words[count] + "शे"
    case .romanMarathi: count == 1 ? "shambhar" : words[count] + "she"
    }
  }

  private func small(_ number: Int) -> String {
    guard voice == .english, number > 20, number % 10 > 0 else { return words[number] }
    return words[number / 10 * 10] + " " + words[number % 10]
  }

  private var words: [String] { Self.words[voice] ?? [] }

  private var scales: [(Int, String)] {
    switch voice {
    case .english: [(10_000_000, "crore"), (100_000, "lakh"), (1_000, "thousand")]
    case .hindi: [(10_000_000, "करोड़"), (100_000, "लाख"), (1_000, "हज़ार")]
    case .romanHindi: [(10_000_000, "karod"), (100_000, "lakh"), (1_000, "hazar")]
    case .marathi: [(10_000_000, "कोटी"), (100_000, "लाख"), (1_000, "हजार")]
    case .romanMarathi: [(10_000_000, "koti"), (100_000, "lakh"), (1_000, "hajar")]
    }
  }

  private var quarter: String { of("a quarter", "पाव", "pav", "पाव", "pav") }
  private var half: String { of("half", "आधा", "adha", "अर्धा", "ardha") }
  private var threeQuarters: String { of("three quarters", "पौन", "paun", "पाऊण", "paun") }
  private var oneAndQuarter: String { of("one and a quarter", "सवा", "sava", "सव्वा", "savva") }
  private var oneAndHalf: String { of("one and a half", "डेढ़", "dedh", "दीड", "deed") }
  private var twoAndHalf: String { of("two and a half", "ढाई", "dhai", "अडीच", "adich") }

  private func plusQuarter(_ whole: Int) -> String {
    of(
      "\(say(whole)) and a quarter", "सवा \(say(whole))", "sava \(say(whole))", "सव्वा \(say(whole))", "savva \(say(whole))"
    )
  }
  private func plusHalf(_ whole: Int) -> String {
    of("\(say(whole)) and a half", "साढ़े \(say(whole))", "sadhe \(say(whole))", "साडे \(say(whole))", "sade \(say(whole))")
  }
  private func lessQuarter(_ next: Int) -> String {
    of(
      "\(say(next - 1)) and three quarters", "पौने \(say(next))", "paune \(say(next))", "पावणे \(say(next))",
      "pavne \(say(next))")
  }

  private func of(_ english: String, _ hindi: String, _ romanHindi: String, _ marathi: String, _ romanMarathi: String)
    -> String
  {
    switch voice {
    case .english: english
    case .hindi: hindi
    case .romanHindi: romanHindi
    case .marathi: marathi
    case .romanMarathi: romanMarathi
    }
  }

  private static let words: [Voice: [String]] = [
    .english: list(
      """
      zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
      seventeen eighteen nineteen twenty - - - - - - - - - thirty - - - - - - - - - forty - - - - - - - - -
      fifty - - - - - - - - - sixty - - - - - - - - - seventy - - - - - - - - - eighty - - - - - - - - - ninety
      - - - - - - - - -
      """),
    .hindi: list(
      """
      शून्य एक दो तीन चार पाँच छह सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह अठारह उन्नीस बीस इक्कीस
      बाईस तेईस चौबीस पच्चीस छब्बीस सत्ताईस अट्ठाईस उनतीस तीस इकतीस बत्तीस तैंतीस चौंतीस पैंतीस छत्तीस सैंतीस
      अड़तीस उनतालीस चालीस इकतालीस बयालीस तैंतालीस चौवालीस पैंतालीस छियालीस सैंतालीस अड़तालीस उनचास पचास
      इक्यावन बावन तिरपन चौवन पचपन छप्पन सत्तावन अट्ठावन उनसठ साठ इकसठ बासठ तिरसठ चौंसठ पैंसठ छियासठ सड़सठ
      अड़सठ उनहत्तर सत्तर इकहत्तर बहत्तर तिहत्तर चौहत्तर पचहत्तर छिहत्तर सतहत्तर अठहत्तर उन्यासी अस्सी इक्यासी
      बयासी तिरासी चौरासी पचासी छियासी सत्तासी अट्ठासी नवासी नब्बे इक्यानवे बानवे तिरानवे चौरानवे पचानवे
      छियानवे सत्तानवे अट्ठानवे निन्यानवे
      """),
    .romanHindi: list(
      """
      shunya ek do teen char paanch chhe saat aath nau das gyarah barah terah chaudah pandrah solah satrah
      atharah unnis bees ikkis bais teis chaubis pachis chabbis sattais atthais untis tees iktis battis taintis
      chauntis paintis chattis saintis adtis untalis chalis iktalis bayalis taintalis chauvalis paintalis
      chhiyalis saintalis adtalis unchas pachas ikyavan bavan tirpan chauvan pachpan chhappan sattavan atthavan
      unsath saath iksath basath tirsath chaunsath painsath chhiyasath sadsath adsath unhattar sattar ikhattar
      bahattar tihattar chauhattar pachhattar chhihattar satahattar athahattar unyasi assi ikyasi bayasi tirasi
      chaurasi pachasi chhiyasi sattasi atthasi navasi nabbe ikyanve banve tiranve chauranve pachanve chhiyanve
      sattanve atthanve ninyanve
      """),
    .marathi: list(
      """
      शून्य एक दोन तीन चार पाच सहा सात आठ नऊ दहा अकरा बारा तेरा चौदा पंधरा सोळा सतरा अठरा एकोणीस वीस एकवीस
      बावीस तेवीस चोवीस पंचवीस सव्वीस सत्तावीस अठ्ठावीस एकोणतीस तीस एकतीस बत्तीस तेहेतीस चौतीस पस्तीस छत्तीस
      सदतीस अडतीस एकोणचाळीस चाळीस एक्केचाळीस बेचाळीस त्रेचाळीस चव्वेचाळीस पंचेचाळीस सेहेचाळीस सत्तेचाळीस
      अठ्ठेचाळीस एकोणपन्नास पन्नास एक्कावन्न बावन्न त्रेपन्न चोपन्न पंचावन्न छप्पन्न सत्तावन्न अठ्ठावन्न
      एकोणसाठ साठ एकसष्ट बासष्ट त्रेसष्ट चौसष्ट पासष्ट सहासष्ट सदुसष्ट अडुसष्ट एकोणसत्तर सत्तर एक्काहत्तर
      बाहत्तर त्र्याहत्तर चौऱ्याहत्तर पंच्याहत्तर शहात्तर सत्त्याहत्तर अठ्ठ्याहत्तर एकोणऐंशी ऐंशी एक्याऐंशी
      ब्याऐंशी त्र्याऐंशी चौऱ्याऐंशी पंच्याऐंशी शहाऐंशी सत्त्याऐंशी अठ्ठ्याऐंशी एकोणनव्वद नव्वद एक्याण्णव
      ब्याण्णव त्र्याण्णव चौऱ्याण्णव पंच्याण्णव शहाण्णव सत्त्याण्णव अठ्ठ्याण्णव नव्व्याण्णव
      """),
    .romanMarathi: list(
      """
      shunya ek don teen char paach saha saat aath nau daha akra bara tera chauda pandhra solaa satra athra
      ekonis vis ekvis bavis tevis chovis panchvis savvis sattavis atthavis ekontis tis ektis battis tehtis
      chautis pastis chattis sadtis adtis ekonchalis chalis ekkechalis bechalis trechalis chavvechalis
      panchechalis sehechalis sattechalis atthechalis ekonpannas pannas ekkavan bavan trepan chopan panchavan
      chappan sattavan atthavan ekonsath saath eksasht basasht tresasht chausasht pasasht sahasasht sadusasht
      adusasht ekonsattar sattar ekkahattar bahattar tryahattar chauryahattar panchyahattar shahattar
      sattyahattar atthyahattar ekonainshi ainshi ekyainshi byainshi tryainshi chauryainshi panchyainshi
      shahainshi sattyainshi atthyainshi ekonnavvad navvad ekyannav byannav tryannav chauryannav panchyannav
      shahannav sattyannav atthyannav navvyannav
      """),
  ]

  private static func list(_ text: String) -> [String] { text.split(whereSeparator: \.isWhitespace).map(String.init) }
}
