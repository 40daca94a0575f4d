/// The words for 0 to 99 in Hindi, Marathi and English, in both scripts: one line a number. Indian languages have a
/// word of its own for each, so this is a table and no grammar.
///
/// Left out because they are other words more often: no (9), che (6), aat (8).
enum NumberTable {
  /// Every word with its number; of a word that stands in two lines the first counts.
  static let words: [(word: String, value: Int64)] = {
    var known: Set<String> = []
    return lines.split(separator: "\n").flatMap { line -> [(word: String, value: Int64)] in
      let words = line.split(separator: " ")
      guard let first = words.first, let value = Int64(first) else { return [] }
      return words.dropFirst().map { (Spelling.folded($0), value) }
    }.filter { known.insert($0.word).inserted }
  }()

  static let small = WordTable(words.map { ($0.value, $0.word) })

  private static let lines = """
    0 शून्य shunya zero sifar
    1 एक ek ik one एका eka
    2 दो दोन do don two
    3 तीन teen tin three tinn
    4 चार char chaar four
    5 पाँच पांच पाच paanch panch paach pach five
    6 छह छः छे सहा chhe chah chhah chhai saha sahaa six chhah chha
    7 सात saat sat seven
    8 आठ aath ath eight
    9 नौ नऊ nau nao nav nine
    10 दस दहा das dus daha dahaa dha ten dasa
    11 ग्यारह अकरा gyarah gyara gyaara gyarha akra akara eleven
    12 बारह बारा barah bara baarah baara twelve
    13 तेरह तेरा terah tera terha thirteen
    14 चौदह चौदा chaudah chauda choda chaudha chavda fourteen
    15 पंद्रह पन्द्रह पंधरा pandrah pandra pandhra pandara pandhara fifteen
    16 सोलह सोळा solah sola solha solaa sixteen
    17 सत्रह सतरा satrah satra satrha satara seventeen
    18 अठारह अट्ठारह अठरा atharah athara attharah atharha athra eighteen
    19 उन्नीस एकोणीस unnis unees unnees ekonis ekonvis ekonees nineteen
    20 बीस वीस bees bis biss vis vees wis twenty
    21 इक्कीस एकवीस ikkis ikkees ekkis ekvis ekavis
    22 बाईस बाइस बावीस bais baais bayees bavis baavis
    23 तेईस तेइस तेवीस teis teyis teyees tevis tewis
    24 चौबीस चोवीस chaubis chobis chaubees chovis chauvis
    25 पच्चीस पंचवीस pachis pachees pachchis pacchis panchvis pachvis panchavis
    26 छब्बीस सव्वीस chabbis chhabbis chabbees savvis sawis
    27 सत्ताईस सत्ताइस सत्तावीस sattais satais sattayis sattavis satavis
    28 अट्ठाईस अठ्ठाइस अठाईस अठ्ठावीस अट्ठावीस atthais athais atthayis atthavis athavis
    29 उनतीस उन्तीस एकोणतीस untis unatis untees ekontis ekonatis
    30 तीस tees tis thirty
    31 इकतीस इकत्तीस एकतीस iktis ikattis ektees ektis ekatis
    32 बत्तीस battis batis battees
    33 तैंतीस तेंतीस तेहेतीस तेहतीस taintis tetis taintees tehtis tehetis
    34 चौंतीस चौतीस chauntis chautis
    35 पैंतीस पस्तीस paintis paintees pentis pastis pasatis
    36 छत्तीस chattis chhattis chattees
    37 सैंतीस सदतीस saintis saintees sadtis sadatis
    38 अडतीस adtis artis adtees adatis
    39 उनतालीस उन्तालीस एकोणचाळीस untalis unchalis untaalis ekonchalis
    40 चालीस चाळीस chalis chaalis chalees forty
    41 इकतालीस एक्केचाळीस एकेचाळीस iktalis iktaalis ekkechalis ekechalis
    42 बयालीस बियालीस बेचाळीस bayalis byalis bayaalis bechalis bechaalis
    43 तैंतालीस तेंतालीस त्रेचाळीस taintalis tetalis trechalis tretalis
    44 चौवालीस चवालीस चौंवालीस चव्वेचाळीस चौवेचाळीस chauvalis chavalis chauwalis chavvechalis chauvechalis
    45 पैंतालीस पंचेचाळीस paintalis paintaalis pentalis panchechalis pachechalis
    46 छियालीस सेहेचाळीस शेहेचाळीस chhiyalis chiyalis chhialis sehechalis shehechalis
    47 सैंतालीस सत्तेचाळीस saintalis saintaalis sattechalis
    48 अडतालीस अठ्ठेचाळीस अट्ठेचाळीस adtalis artalis atthechalis athechalis
    49 उनचास उन्चास एकोणपन्नास unchas unanchas ekonpannas
    50 पचास पन्नास pachas pachaas pacchas pannas pannaas panas fifty
    51 इक्यावन एक्कावन्न एकावन्न ikyavan ikyawan ekyavan ekkavan ekavanna ekkavanna
    52 बावन बावन्न bavan baavan bawan bavanna
    53 तिरपन तिरेपन त्रेपन्न tirpan tirepan trepan trepanna
    54 चौवन चौअन चोपन्न चौपन्न chauvan chauwan chavan chopan chopanna
    55 पचपन पंचावन्न pachpan pachapan panchavan panchavanna pachavan
    56 छप्पन छप्पन्न chhappan chappan chhappanna
    57 सत्तावन सत्तावन्न sattavan satavan sattawan sattavanna
    58 अट्ठावन अठावन अठ्ठावन्न अट्ठावन्न atthavan athavan atthawan atthavanna
    59 उनसठ एकोणसाठ unsath unasath ekonsath ekonsaath
    60 साठ saath sath sixty
    61 इकसठ एकसष्ट iksath eksath iksat eksasht eksashta
    62 बासठ बासष्ट basath baasath basasht basashta
    63 तिरसठ तिरेसठ त्रेसष्ट tirsath tiresath tresasht tresashta
    64 चौंसठ चौसठ चौसष्ट chaunsath chausath chausasht chausashta
    65 पैंसठ पासष्ट painsath paisath pasasht pasashta
    66 छियासठ सहासष्ट chhiyasath chiyasath sahasasht sahasashta
    67 सडसठ सदुसष्ट sadsath sarsath sadusasht sadusashta
    68 अडसठ अडुसष्ट adsath arsath adusasht adusashta
    69 उनहत्तर एकोणसत्तर unhattar unahattar ekonsattar
    70 सत्तर sattar satar seventy
    71 इकहत्तर एक्काहत्तर एकाहत्तर ikhattar ikahattar ekkahattar ekahattar
    72 बहत्तर बाहत्तर बहात्तर bahattar bahtar baahattar
    73 तिहत्तर त्र्याहत्तर tihattar tihatar tryahattar trahattar
    74 चौहत्तर चौऱ्याहत्तर चौर्याहत्तर chauhattar chauhatar chauryahattar chaurahattar
    75 पचहत्तर पिचहत्तर पंच्याहत्तर pachhattar pachattar pichattar pachahattar panchyahattar panchahattar pachhatar
    76 छिहत्तर शहात्तर chhihattar chihattar shahattar shahaattar
    77 सतहत्तर सत्त्याहत्तर सत्याहत्तर satahattar sathattar sattyahattar satyahattar
    78 अठहत्तर अठ्ठ्याहत्तर अठ्याहत्तर athahattar athhattar atthyahattar athyahattar
    79 उन्यासी उनासी एकोणऐंशी unyasi unasi ekonainshi ekonaishi
    80 अस्सी ऐंशी assi asi ainshi aishi ayanshi eighty
    81 इक्यासी एक्याऐंशी ikyasi ikyaasi ekyainshi ekyaishi
    82 बयासी ब्याऐंशी bayasi byasi byainshi byaishi
    83 तिरासी त्र्याऐंशी tirasi tiraasi tryainshi tryaishi
    84 चौरासी चौऱ्याऐंशी चौर्याऐंशी chaurasi chorasi chauryainshi chauryaishi
    85 पचासी पंच्याऐंशी pachasi pachaasi panchyainshi panchyaishi pichasi pachasee
    86 छियासी शहाऐंशी chhiyasi chiyasi shahainshi shahaishi
    87 सत्तासी सतासी सत्त्याऐंशी सत्याऐंशी sattasi satasi sattyainshi satyaishi
    88 अट्ठासी अठासी अठ्ठ्याऐंशी अठ्याऐंशी atthasi athasi atthyainshi athyaishi
    89 नवासी एकोणनव्वद navasi nawasi ekonnavvad
    90 नब्बे नव्वद nabbe navve nabe navvad navad nawad ninety
    91 इक्यानवे इक्यानबे एक्याण्णव ikyanve ikyanave ekyannav ekyannao
    92 बानवे बानबे ब्याण्णव banve baanve banave byannav byannao
    93 तिरानवे तिरानबे त्र्याण्णव tiranve tiranave tryannav tryannao
    94 चौरानवे चौरानबे चौऱ्याण्णव चौर्याण्णव chauranve chauranave chauryannav
    95 पचानवे पंचानवे पचानबे पंच्याण्णव pachanve panchanve pachanave panchyannav panchyannao pichanve
    96 छियानवे छियानबे शहाण्णव chhiyanve chiyanve chhiyanave shahannav shahannao
    97 सत्तानवे सत्तानबे सत्त्याण्णव सत्याण्णव sattanve satanve sattanave sattyannav satyannav
    98 अट्ठानवे अट्ठानबे अठानवे अठ्ठ्याण्णव अठ्याण्णव atthanve athanve atthanave atthyannav athyannav
    99 निन्यानवे निन्यानबे नव्व्याण्णव नव्याण्णव ninyanve ninyanave ninanve ninyanbe navvyannav navyannav
    """
}
