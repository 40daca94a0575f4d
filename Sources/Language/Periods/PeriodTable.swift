/// The words of `PeriodWords`.
enum PeriodTable {
  static let days: WordTable<PeriodWords.Meaning> = {
    var table = WordTable<PeriodWords.Meaning>(named.map { (.fixed($0.0), $0.1) })
    table.add(.oneDayOff, "kal kall कल kl kalcha kalchi kalche")
    table.add(.twoDaysOff, "parso parson parsu परसों परसो parva parwa परवा parvacha parvachi")
    return table
  }()

  private static let named: [(String, String)] = [
    ("today", "today todays tdy aaj aj aajka aajchi aajcha aajche आज आजचा आजची आजचे tonight टुडे"),
    ("yesterday", "yesterday yesterdays ystrday ysterday काल कालचा कालची कालचे कालचं"),
    ("tomorrow", "tomorrow tmrw tomorow tommorow udya udyacha udyachi udyasathi उद्या उद्याचा उद्याची उद्यासाठी"),
    ("this_week", "weekly साप्ताहिक saptahik हफ्तेवार"),
    ("this_month", "monthly मासिक masik"),
    ("this_year", "यंदा yanda yearly"),
    ("weekday_mon", "सोमवार सोमवारी somvar somwar somvari monday mon"),
    ("weekday_tue", "मंगलवार मंगळवार मंगळवारी mangalvar mangalwar mangalvari tuesday tue tues"),
    ("weekday_wed", "बुधवार बुधवारी budhvar budhwar budhvari wednesday wed"),
    ("weekday_thu", "गुरुवार गुरुवारी बृहस्पतिवार वीरवार guruvar guruwar guruvari brihaspativar thursday thurs"),
    ("weekday_fri", "शुक्रवार शुक्रवारी shukravar shukrawar shukravari friday fri"),
    ("weekday_sat", "शनिवार शनिवारी shanivar shaniwar shanivari saturday"),
    ("weekday_sun", "रविवार रविवारी इतवार ravivar raviwar ravivari itvar itwar sunday"),
  ]

  /// Weekdays by their sound, for the many ways to spell them: shanivaar.
  static func heard(_ token: Token) -> PeriodWords.Meaning? {
    let sound = token.sound.text
    guard token.isWord, sound.utf8.count >= soundMin else { return nil }
    return sounds[WordKey(sound)].map { .fixed($0) }
  }

  private static let soundMin = 5
  private static let sounds: WordTable<String> = {
    var table = WordTable<String>()
    for (name, line) in named where name.hasPrefix("weekday") {
      for word in line.split(separator: " ") {
        let sound = SoundKey(word).text
        if sound.utf8.count >= soundMin { table[WordKey(sound)] = name }
      }
    }
    return table
  }()

  /// “day before yesterday”, “day after tomorrow”.
  static let phrases: [(words: [String], meaning: PeriodWords.Meaning)] = [
    (["day", "before", "yesterday"], .fixed("day_before_yesterday")),
    (["day", "after", "tomorrow"], .fixed("day_after_tomorrow")),
  ]

  /// The year of the books, from April to March.
  static let ofMoney: WordSet = "financial fiscal vittiya vitta arthik aarthik वित्त वित्तीय आर्थिक"
  static let financialYears: WordSet = "fy"
  static let genitives: WordSet = "ka ki ke का की के cha chi che chya चा ची चे च्या"
  static let since: WordSet = "se से pasun पासून since"
  static let comparing: WordSet = "kam कम kami कमी zyada jyada ज्यादा ज़्यादा jast जास्त less more"
  static let ago: WordSet = "ago pehle pahle पहले purvi पूर्वी aadhi आधी"

  /// Which one: this, the last, the next.
  static let sides = WordTable<String>([
    ("this", "this is iss ya hya chalu current pure poore पूरे इस या ह्या चालू इसी"),
    ("last", "last past previous pichle pichla pichhle pichhla pichli magchya magil gelya gele मागच्या मागील गेल्या"),
    ("last", "पिछले पिछला पिछली बीते"),
    ("next", "next coming agle agla agli pudhchya pudhil yenarya पुढच्या पुढील येणाऱ्या अगले अगला आने"),
  ])

  /// A day, week, month or year in any form.
  static func span(of token: Token) -> String? {
    guard token.isWord else { return nil }
    if let span = spans[token] { return span }
    return stems.first { token.key.begins(withLetters: $0.0) }?.1
  }

  private static let spans = WordTable<String>([
    ("day", "day days din dino divas divsat divsant dinon दिन दिनों दिवस दिवसांत दिवसात"),
    ("week", "week weeks weeks' hafta hafte hafton saptah सप्ताह हफ्ता हफ्ते हफ़्तों"),
    ("month", "month months mahina mahine mahinon mahinyacha mah महीना महीने महीनों माह"),
    ("year", "year years saal sal varsh varshi varshacha साल वर्ष वर्षी"),
  ])

  private static let stems: [(String, String)] = [
    ("athawd", "week"), ("athavd", "week"), ("aathavd", "week"), ("aathvd", "week"), ("आठवड", "week"),
    ("mahiny", "month"), ("महिन", "month"),
    ("divas", "day"), ("divsan", "day"), ("दिवस", "day"), ("वर्ष", "year"),
  ]

  /// Also with a case ending, as far as it leaves a month that is nothing else: “ऑक्टोबरची”.
  static func month(of token: Token) -> String? {
    guard token.isWord else { return nil }
    return months[token]
      ?? token.cuts.lazy.map(\.word).filter { !doubtfulMonths.contains($0) }.compactMap { months[$0] }.first
  }

  /// Months that are other words more often: may, मे (in), mai (I), मार्च stays.
  static let doubtfulMonths: WordSet = "may mai मे मई jun march dec"

  static func isDateWord(_ token: Token) -> Bool {
    dateWords.contains(token) || token.cuts.contains { dateWords.contains($0.word) }
  }

  private static let dateWords: WordSet = "tarikh tareekh tarakh tarkhe तारीख तारखे tarikhe date dates"
  static let from: WordSet = "from"
  static let until: WordSet = "se से te ते to"

  private static let months: WordTable<String> = {
    let names = [
      "जनवरी जानेवारी january janvari jan", "फरवरी फेब्रुवारी february farvari feb", "मार्च march",
      "अप्रैल एप्रिल april aprail", "मई मे may mai", "जून june jun", "जुलाई जुलै july julai",
      "अगस्त ऑगस्ट august agast", "सितंबर सप्टेंबर september sitambar sitember sept", "अक्टूबर ऑक्टोबर october",
      "नवंबर नोव्हेंबर november", "दिसंबर डिसेंबर december disember disambar dec",
    ]
    return WordTable(names.enumerated().map { (PeriodWords.two($0.offset + 1), $0.element) })
  }()
}
