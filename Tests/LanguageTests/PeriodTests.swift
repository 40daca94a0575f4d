import Language
import Testing

/// Days and spans of time, by their names in the ontology.
struct PeriodTests {
  static let rows: [(String, String)] = [
    ("today", "today"), ("aaj", "today"), ("आज", "today"), ("आजचा", "today"), ("yesterday", "yesterday"),
    ("काल", "yesterday"), ("कालच्या", "yesterday"), ("tomorrow", "tomorrow"), ("उद्या", "tomorrow"), ("udya", "tomorrow"),
    ("day before yesterday", "day_before_yesterday"), ("day after tomorrow", "day_after_tomorrow"),
    ("2 days ago", "day_before_yesterday"), ("do din pehle", "day_before_yesterday"), ("एक दिन पहले", "yesterday"),
    ("monday", "weekday_mon"), ("somvar", "weekday_mon"), ("somwaar", "weekday_mon"), ("सोमवारी", "weekday_mon"),
    ("mangalvari", "weekday_tue"), ("मंगलवार", "weekday_tue"), ("मंगळवारी", "weekday_tue"), ("बुधवार", "weekday_wed"),
    ("guruvaar", "weekday_thu"), ("बृहस्पतिवार", "weekday_thu"), ("shukravari", "weekday_fri"), ("शुक्रवारपर्यंत", "weekday_fri"),
    ("shanivaar", "weekday_sat"), ("इतवार", "weekday_sun"), ("रविवारच्या", "weekday_sun"),
    ("पिछले मंगलवार", "weekday_tue"), ("pichle shanivar", "weekday_sat"), ("last friday", "weekday_fri"),
    ("next monday", "weekday_mon"), ("मागच्या बुधवारी", "weekday_wed"), ("last diwali", "festival_diwali"),
    ("this week", "this_week"), ("is hafte", "this_week"), ("या आठवड्यात", "this_week"), ("last week", "last_week"),
    ("pichle hafte", "last_week"), ("गेल्या आठवड्यात", "last_week"), ("next month", "next_month"),
    ("अगले महीने", "next_month"), ("पुढच्या महिन्यात", "next_month"), ("pichle saal", "last_year"), ("यंदा", "this_year"),
    ("mahinyacha", "this_month"),
    ("last 7 days", "last_7_days"), ("pichle das din", "last_10_days"), ("पिछले तीन महीने", "last_3_months"),
    ("मागच्या दोन आठवड्यात", "last_14_days"), ("do mahine se", "last_2_months"), ("15 दिवसांपासून", "next_15_days"),
    ("next 5 days", "next_5_days"), ("7 din", "next_7_days"),
    ("15 august", "date_15_08"), ("august 15", "date_15_08"), ("5 अगस्त", "date_05_08"), ("१५ ऑगस्ट", "date_15_08"),
    ("15/08", "date_15_08"), ("12 tareekh", "date_12"), ("५ तारीख", "date_05"), ("das tarikh", "date_10"),
    ("5 te 8 tarkhela", "range_05..08"),
    ("1 se 15 tarikh", "range_01..15"), ("1st to 10th", "range_01..10"), ("from 5 to 20", "range_05..20"),
    ("january", "month_01"), ("मार्च", "month_03"), ("सप्टेंबर", "month_09"), ("disember", "month_12"),
    ("this financial year", "this_financial_year"), ("is vitta varsh", "this_financial_year"),
    ("पिछले वित्त वर्ष", "last_financial_year"), ("आर्थिक वर्ष", "this_financial_year"), ("last fy", "last_financial_year"),
    ("diwali", "festival_diwali"), ("दिवाळीला", "festival_diwali"), ("navratrit", "festival_navratri"),
    ("ganpatit", "festival_ganpati"), ("राखी", "festival_rakhi"), ("christmas", "festival_christmas"),
    ("रक्षाबंधन", "festival_rakhi"), ("makar sankranti", "festival_sankranti"), ("होळीपर्यंत", "festival_holi"),
    ("holiparyant", "festival_holi"), ("chhath", "festival_chhath"), ("छठ पूजा", "festival_chhath"),
    ("eid", "festival_eid"),
    ("ईद", "festival_eid"), ("bakri eid", "festival_eid_al_adha"), ("गुढीपाडव्याला", "festival_gudi_padwa"),
    ("gudhi padvyala", "festival_gudi_padwa"), ("नाताळपर्यंत", "festival_christmas"), ("pichli diwali", "festival_diwali"),
    ("last raksha bandhan", "festival_rakhi"), ("राखी पौर्णिमेला", "festival_rakhi"), ("dasryala", "festival_dussehra"),
    ("संक्रांतीपर्यंत", "festival_sankranti"), ("आषाढीला", "festival_ashadhi_ekadashi"), ("भाऊबीजेला", "festival_bhai_dooj"),
    ("प्रजासत्ताक दिनापर्यंत", "festival_republic_day"), ("15 august", "date_15_08"),
  ]

  @Test(arguments: rows)
  func `a period is read by its name`(text: String, name: String) {
    let tokens = SpokenText(text).tokens
    let read = PeriodWords.read(tokens, at: 0)
    #expect(read?.meaning.named(isFuture: false) == name)
    #expect(read?.length == tokens.count)
  }

  @Test(arguments: [("mahine ka", "this_month"), ("हफ्ते का", "this_week"), ("saal ki", "this_year")])
  func `a span that owns something is the present one`(text: String, name: String) {
    #expect(PeriodWords.read(SpokenText(text).tokens, at: 0)?.meaning == .fixed(name))
  }

  @Test(arguments: [
    ("kal", "yesterday", "tomorrow"), ("परसों", "day_before_yesterday", "day_after_tomorrow"),
    ("परवा", "day_before_yesterday", "day_after_tomorrow"),
  ])
  func `kal and parso look both ways`(text: String, past: String, future: String) {
    let meaning = PeriodWords.read(SpokenText(text).tokens, at: 0)?.meaning
    #expect(meaning?.named(isFuture: false) == past)
    #expect(meaning?.named(isFuture: true) == future)
  }

  @Test(arguments: ["may", "march past", "mai", "मे", "7 kilo", "week", "mahina", "sat", "sun", "kali mirch", "din"])
  func `a word that is also something else is no period by itself`(text: String) {
    #expect(PeriodWords.read(SpokenText(text).tokens, at: 0) == nil)
  }
}
