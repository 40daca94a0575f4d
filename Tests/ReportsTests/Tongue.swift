import Reports

/// The words of a chart in one language, as a phrasebook would hand them in.
struct Tongue: Sendable {
  let language: String
  let days: DayWords
  let demandHeading: ChartHeading
  let demandWords: DemandChart.Words
  let salesHeading: ChartHeading
  let salesWords: SalesChart.Words
  let topHeading: ChartHeading
  let goods: [String]
  let festivals: [String]
  let nothing: String

  static let all = [english, hindi, marathi]

  static let english = Tongue(
    "en", weekdays: "Mon Tue Wed Thu Fri Sat Sun", months: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    shop: "Sharma Kirana, Pune · 12 Nov",
    demand: ("Sugar: demand", "Next 14 days: 410–520 kg. Stock of 180 kg lasts till Sunday 16 Nov."),
    lines: ("Sold, kg a day", "Sold, kg a day (7-day average)", "Expected", "Today"),
    sales: (
      "Sales by day", "₹48,250 in 7 days, 6 % more than the week before.", "This week ₹48,250", "Week before ₹45,510"
    ),
    top: ("Top items this week", "Rice and sugar bring in almost half of it."),
    goods: [
      "Kolam rice", "Sugar", "Toor dal", "Fortune sunflower oil 1 l", "Aashirvaad atta 5 kg", "Amul butter 100 g",
      "Parle-G", "Maggi noodles",
    ], festivals: ["Diwali", "Children's Day", "Ekadashi", "Guru Nanak Jayanti"],
    nothing: "Nothing was sold in this time.")

  static let hindi = Tongue(
    "hi", weekdays: "सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार",
    months: "जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर", shop: "शर्मा किराना, पुणे · 12 नवंबर",
    demand: ("चीनी: बिक्री का अंदाजा", "अगले 14 दिन: 410–520 किलो। 180 किलो का स्टॉक रविवार 16 नवंबर तक चलेगा।"),
    lines: ("बिक्री, किलो रोज", "बिक्री, किलो रोज (7 दिन का औसत)", "अंदाजा", "आज"),
    sales: ("रोज की बिक्री", "7 दिन में ₹48,250, पिछले हफ्ते से 6 % ज्यादा।", "इस हफ्ते ₹48,250", "पिछले हफ्ते ₹45,510"),
    top: ("इस हफ्ते ज्यादा बिक्री", "चावल और चीनी से करीब आधी बिक्री हुई।"),
    goods: [
      "कोलम चावल", "चीनी", "तूर दाल", "फॉर्च्यून सूरजमुखी तेल 1 लीटर", "आशीर्वाद आटा 5 किलो", "अमूल बटर 100 ग्राम", "पारले-जी",
      "मैगी नूडल्स",
    ], festivals: ["दिवाली", "बाल दिवस", "एकादशी", "गुरु नानक जयंती"], nothing: "इस समय में कोई बिक्री नहीं हुई।")

  static let marathi = Tongue(
    "mr", weekdays: "सोमवार मंगळवार बुधवार गुरुवार शुक्रवार शनिवार रविवार",
    months: "जानेवारी फेब्रुवारी मार्च एप्रिल मे जून जुलै ऑगस्ट सप्टेंबर ऑक्टोबर नोव्हेंबर डिसेंबर", shop: "शर्मा किराणा, पुणे · 12 नोव्हेंबर",
    demand: ("साखर: विक्रीचा अंदाज", "पुढचे 14 दिवस: 410–520 किलो. 180 किलो शिल्लक रविवार 16 नोव्हेंबरपर्यंत पुरेल."),
    lines: ("विक्री, किलो रोज", "विक्री, किलो रोज (7 दिवसांची सरासरी)", "अंदाज", "आज"),
    sales: ("रोजची विक्री", "7 दिवसांत ₹48,250, मागच्या आठवड्यापेक्षा 6 % जास्त.", "या आठवड्यात ₹48,250", "मागच्या आठवड्यात ₹45,510"),
    top: ("या आठवड्यात जास्त खप", "तांदूळ आणि साखरेतून जवळपास निम्मी विक्री झाली."),
    goods: [
      "कोलम तांदूळ", "साखर", "तूर डाळ", "फॉर्च्यून सूर्यफूल तेल 1 लिटर", "आशीर्वाद आटा 5 किलो", "अमूल बटर 100 ग्रॅम", "पार्ले-जी",
      "मॅगी नूडल्स",
    ], festivals: ["दिवाळी", "बालदिन", "कार्तिकी एकादशी", "गुरू नानक जयंती"], nothing: "या काळात विक्री झाली नाही.")

  private init(
    _ language: String, weekdays: String, months: String, shop: String, demand: (String, String),
    lines: (String, String, String, String), sales: (String, String, String, String), top: (String, String),
    goods: [String], festivals: [String], nothing: String
  ) {
    func heading(_ words: (String, String)) -> ChartHeading {
      ChartHeading(title: words.0, insight: words.1, footnote: shop, language: language)
    }
    self.language = language
    days = DayWords(
      weekdays: weekdays.split(separator: " ").map(String.init), months: months.split(separator: " ").map(String.init))
    demandHeading = heading(demand)
    demandWords = DemandChart.Words(
      sold: lines.0, soldOnAverage: lines.1, expected: lines.2, today: lines.3, nothing: nothing, days: days)
    salesHeading = heading((sales.0, sales.1))
    salesWords = SalesChart.Words(
      sales: sales.2, salesOnAverage: sales.2, before: sales.3, nothing: nothing, days: days)
    topHeading = heading(top)
    self.goods = goods
    self.festivals = festivals
    self.nothing = nothing
  }
}
