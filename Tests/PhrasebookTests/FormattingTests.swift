import Language
import Measures
import Testing

struct FormattingTests {
  /// One and two of each unit, in the order en, hi, hi-Latn, mr, mr-Latn.
  static let units: [(Unit, [String], [String])] = [
    (.kilogram, ["1 kg", "1 किलो", "1 kilo", "1 किलो", "1 kilo"], ["2 kg", "2 किलो", "2 kilo", "2 किलो", "2 kilo"]),
    (.gram, ["1 g", "1 ग्राम", "1 gram", "1 ग्रॅम", "1 gram"], ["2 g", "2 ग्राम", "2 gram", "2 ग्रॅम", "2 gram"]),
    (
      .quintal, ["1 quintal", "1 क्विंटल", "1 quintal", "1 क्विंटल", "1 quintal"],
      ["2 quintal", "2 क्विंटल", "2 quintal", "2 क्विंटल", "2 quintal"]
    ),
    (.tonne, ["1 tonne", "1 टन", "1 ton", "1 टन", "1 ton"], ["2 tonnes", "2 टन", "2 ton", "2 टन", "2 ton"]),
    (.litre, ["1 L", "1 लीटर", "1 litre", "1 लिटर", "1 litre"], ["2 L", "2 लीटर", "2 litre", "2 लिटर", "2 litre"]),
    (.millilitre, ["1 ml", "1 मिली", "1 ml", "1 मिली", "1 ml"], ["2 ml", "2 मिली", "2 ml", "2 मिली", "2 ml"]),
    (.piece, ["1 pc", "1 पीस", "1 piece", "1 नग", "1 nag"], ["2 pcs", "2 पीस", "2 piece", "2 नग", "2 nag"]),
    (
      .dozen, ["1 dozen", "1 दर्जन", "1 dozen", "1 डझन", "1 dozen"],
      ["2 dozen", "2 दर्जन", "2 dozen", "2 डझन", "2 dozen"]
    ),
    (
      .pair, ["1 pair", "1 जोड़ी", "1 jodi", "1 जोडी", "1 jodi"],
      ["2 pairs", "2 जोड़ी", "2 jodi", "2 जोड्या", "2 jodya"]
    ),
    (
      .packet, ["1 packet", "1 पैकेट", "1 packet", "1 पाकीट", "1 pakit"],
      ["2 packets", "2 पैकेट", "2 packet", "2 पाकिटं", "2 pakita"]
    ),
    (
      .pouch, ["1 pouch", "1 पाउच", "1 pouch", "1 पिशवी", "1 pishvi"],
      ["2 pouches", "2 पाउच", "2 pouch", "2 पिशव्या", "2 pishvya"]
    ),
    (.box, ["1 box", "1 पेटी", "1 peti", "1 पेटी", "1 peti"], ["2 boxes", "2 पेटी", "2 peti", "2 पेट्या", "2 petya"]),
    (.sack, ["1 bag", "1 बोरी", "1 bori", "1 गोणी", "1 goni"], ["2 bags", "2 बोरी", "2 bori", "2 गोण्या", "2 gonya"]),
    (
      .bottle, ["1 bottle", "1 बोतल", "1 bottle", "1 बाटली", "1 batli"],
      ["2 bottles", "2 बोतल", "2 bottle", "2 बाटल्या", "2 batlya"]
    ),
    (.tin, ["1 tin", "1 टिन", "1 tin", "1 डबा", "1 daba"], ["2 tins", "2 टिन", "2 tin", "2 डबे", "2 dabe"]),
    (
      .crate, ["1 crate", "1 क्रेट", "1 crate", "1 क्रेट", "1 crate"],
      ["2 crates", "2 क्रेट", "2 crate", "2 क्रेट", "2 crate"]
    ),
    (
      .bundle, ["1 bundle", "1 बंडल", "1 bundle", "1 बंडल", "1 bundle"],
      ["2 bundles", "2 बंडल", "2 bundle", "2 बंडल", "2 bundle"]
    ),
    (.bag, ["1 bag", "1 बैग", "1 bag", "1 बॅग", "1 bag"], ["2 bags", "2 बैग", "2 bag", "2 बॅग", "2 bag"]),
  ]

  @Test(arguments: units) func `one and two of a unit in every voice`(unit: Unit, one: [String], two: [String]) {
    #expect(Voice.allCases.map { Measure.of(1_000, unit).said(in: $0) } == one)
    #expect(Voice.allCases.map { Measure.of(2_000, unit).said(in: $0) } == two)
  }

  @Test func `the table names every unit`() {
    #expect(Set(Self.units.map(\.0)) == Set(Unit.allCases))
  }

  @Test func `English has the plural above one, Marathi from two`() {
    let quantities: [Int64] = [500, 1_500, 2_000, -2_000]
    func said(in voice: Voice) -> [String] { quantities.map { Measure.of($0, .packet).said(in: voice) } }
    #expect(said(in: .english) == ["0.5 packet", "1.5 packets", "2 packets", "-2 packets"])
    #expect(said(in: .marathi) == ["0.5 पाकीट", "1.5 पाकीट", "2 पाकिटं", "-2 पाकिटं"])
    #expect(said(in: .hindi) == ["0.5 पैकेट", "1.5 पैकेट", "2 पैकेट", "-2 पैकेट"])
  }

  @Test(arguments: [
    (250, Unit.kilogram, "250 ग्राम"), (1, .kilogram, "1 ग्राम"), (2_500, .kilogram, "2.5 किलो"),
    (-500, .kilogram, "-500 ग्राम"), (750, .litre, "750 मिली"), (0, .kilogram, "0 किलो"), (500, .quintal, "0.5 क्विंटल"),
    (1_250_000, .kilogram, "1,250 किलो"),
  ])
  func `less than a kilo is said in grams, less than a litre in millilitres`(
    thousandths: Int64, unit: Unit, said: String
  ) {
    #expect(Measure.of(thousandths, unit).said(in: .hindi) == said)
  }

  @Test func `a rate names the unit in the singular`() {
    let rate = PhraseValue.rate(Money(paise: 1_250), .packet)
    let said = Voice.allCases.map { rate.said(in: $0) }
    #expect(said == ["₹12.50/packet", "₹12.50/पैकेट", "₹12.50/packet", "₹12.50/पाकीट", "₹12.50/pakit"])
  }

  @Test func `a day is weekday, day and month, with the year only where it differs`() throws {
    let day = try #require(Day(text: "2025-08-21"))
    let said = Voice.allCases.map { PhraseValue.day(day).said(in: $0) }
    #expect(said == ["Thu 21 Aug", "गुरुवार 21 अगस्त", "Thu 21 Aug", "गुरुवार 21 ऑगस्ट", "Thu 21 Aug"])
    #expect(day.said(in: .hindi, today: day.adding(30)) == "गुरुवार 21 अगस्त")
    #expect(day.said(in: .hindi, today: day.adding(300)) == "गुरुवार 21 अगस्त 2025")
  }

  @Test func `days are counted in the voice's own word`() {
    #expect(Voice.allCases.map { PhraseValue.days(7).said(in: $0) } == ["7 days", "7 दिन", "7 din", "7 दिवस", "7 divas"])
    #expect(PhraseValue.days(1).said(in: .english) == "1 day")
  }

  @Test func `a list is joined by commas, words by spaces`() {
    let sugar = PhraseValue.words([.text("चीनी"), .measure(.of(2_000, .kilogram))])
    #expect(PhraseValue.list([sugar, .text("दाल"), .number(3)]).said(in: .hindi) == "चीनी 2 किलो, दाल, 3")
  }

  @Test func `Hindi asks how many by the gender of the unit`() {
    #expect(PhraseValue.howMany(.packet).said(in: .hindi) == "कितने पैकेट")
    #expect(PhraseValue.howMany(.bottle).said(in: .hindi) == "कितनी बोतल")
    #expect(PhraseValue.howMany(.sack).said(in: .romanHindi) == "kitni bori")
    #expect(PhraseValue.howMany(.packet).said(in: .marathi) == "किती पाकिटं")
    #expect(PhraseValue.howMany(.box).said(in: .english) == "how many boxes")
  }

  @Test(arguments: [
    ("2026-11-09", "2026-11-14", "9–14 Nov"), ("2026-10-01", "2026-10-31", "Oct"),
    ("2026-11-20", "2026-11-20", "Fri 20 Nov"),
    ("2026-10-28", "2026-11-03", "28 Oct – 3 Nov"), ("2025-10-01", "2025-10-31", "Oct 2025"),
    ("2025-12-28", "2026-01-03", "28 Dec 2025 – 3 Jan"), ("2025-04-01", "2025-11-21", "1 Apr – 21 Nov 2025"),
  ])
  func `a period is said by its days, with the year only where it differs`(
    first: String, last: String, said: String
  ) throws {
    let (from, until) = (try #require(Day(text: first)), try #require(Day(text: last)))
    let (range, today) = (try #require(PeriodRange(from, until)), try #require(Day(text: "2026-11-21")))
    #expect(PhraseValue.period(range, today: today).said(in: .english) == said)
  }

  @Test func `one bill and several, a share with one decimal at most`() {
    #expect([1, 2].map { PhraseValue.bills($0).said(in: .marathi) } == ["1 बिल", "2 बिलं"])
    #expect([1, 2].map { PhraseValue.bills($0).said(in: .english) } == ["1 bill", "2 bills"])
    #expect([889, 1_000, 4, -1_316].map { PhraseValue.share($0).said(in: .hindi) } == ["8.9%", "10%", "0%", "-13.2%"])
  }
}
