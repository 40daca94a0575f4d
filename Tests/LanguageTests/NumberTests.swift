import Language
import Measures
import Testing

/// Every number that a shop needs, spoken in each voice and read back.
struct NumberTests {
  @Test(arguments: Voice.allCases)
  func `every number below a thousand is read as it is said`(voice: Voice) {
    for number in 0..<1_000 { check(NumberSpeaker(voice: voice).say(number), Quantity(Int64(number))) }
  }

  @Test(arguments: Voice.allCases)
  func `numbers up to a crore are read as they are said`(voice: Voice) {
    var number: Int64 = 1_000
    while number <= 10_000_000 {
      check(NumberSpeaker(voice: voice).say(Int(number)), Quantity(number))
      number += 1 + number / 37  // about 350 numbers, with all endings
    }
    for round in [1_000, 10_000, 25_000, 99_999, 100_000, 100_001, 1_050_000, 9_999_999, 10_000_000] {
      check(NumberSpeaker(voice: voice).say(round), Quantity(Int64(round)))
    }
  }

  @Test(arguments: Voice.allCases)
  func `every quarter is read as it is said`(voice: Voice) {
    for quarters in 1...395 {  // “paune ek sau” is 75 to one and 99¾ to another
      check(NumberSpeaker(voice: voice).say(quarters: quarters), Quantity(thousandths: Int64(quarters) * 250))
    }
  }

  @Test(arguments: [Voice.marathi, .romanMarathi])
  func `Marathi binds quarters to their number`(voice: Voice) {
    for quarters in 9...396 where quarters % 4 != 0 {
      check(NumberSpeaker(voice: voice).sayBound(quarters: quarters), Quantity(thousandths: Int64(quarters) * 250))
    }
  }

  @Test(arguments: [Voice.marathi, .romanMarathi])
  func `quarters of hundreds are bound to them or stand before`(voice: Voice) {
    let hundred = voice.isDevanagari ? "शे" : "she"
    for quarters in 3...395 where quarters != 4 {
      let value = Quantity(Int64(quarters) * 25)
      check(NumberSpeaker(voice: voice).say(quarters: quarters) + hundred, value)
      check(NumberSpeaker(voice: voice).sayBound(quarters: quarters) + hundred, value)
    }
  }

  @Test(arguments: [Voice.hindi, .romanHindi, .marathi, .romanMarathi])
  func `quarters of hundreds, thousands and lakhs are read as they are said`(voice: Voice) {
    let scales: [(String, String, Int64)] = [
      ("सौ", "sau", 100), ("हजार", "hajar", 1_000), ("लाख", "lakh", 100_000), ("करोड़", "crore", 10_000_000),
    ]
    for quarters in [5, 6, 7, 9, 10, 11, 13, 14, 15, 18, 22, 26, 38] {
      for (devanagari, roman, size) in scales {
        let said = NumberSpeaker(voice: voice).say(quarters: quarters) + " " + (voice.isDevanagari ? devanagari : roman)
        check(said, Quantity(thousandths: Int64(quarters) * 250 * size))
      }
    }
  }

  private func check(_ said: String, _ value: Quantity) {
    let tokens = SpokenText(said).tokens
    let read = NumberWords.read(tokens, at: 0)
    #expect(read?.value == value, "\(said)")
    #expect(read?.length == tokens.count, "\(said)")
  }
}

/// Amounts as people type them: digits, signs and words with their unit.
struct MeasureTests {
  static let rows: [(String, Int64, Measures.Unit?)] = [
    ("do darjan", 2_000, .dozen), ("a dozen eggs", 1_000, .dozen), ("half a dozen", 500, .dozen),
    ("half a kilo", 500, .kilogram), ("quarter kilo", 250, .kilogram), ("three quarter kg", 750, .kilogram),
    ("two and a half litres", 2_500, .litre), ("adha pav", 125, .kilogram), ("aadha paav", 125, .kilogram),
    ("teen pav kilo", 750, .kilogram), ("sau gram", 100_000, .gram), ("do sau gram", 200_000, .gram),
    ("pav kilo", 250, .kilogram), ("पाव किलो", 250, .kilogram), ("सवा किलो", 1_250, .kilogram),
    ("पाऊण किलो", 750, .kilogram), ("पौने दो लीटर", 1_750, .litre), ("पावणेदोन किलो", 1_750, .kilogram),
    ("दीडशे ग्रॅम", 150_000, .gram), ("अडीचशे ग्रॅम", 250_000, .gram), ("पावणेदोनशे ग्रॅम", 175_000, .gram),
    ("साडेतीन क्विंटल", 3_500, .quintal), ("sadetin kilo", 3_500, .kilogram), ("dha kilo", 10_000, .kilogram),
    ("adhich kilo", 2_500, .kilogram), ("2kg", 2_000, .kilogram), ("2.5kg", 2_500, .kilogram),
    ("२ किलो", 2_000, .kilogram), ("२५० ग्राम", 250_000, .gram), ("２５０ ग्राम", 250_000, .gram),
    ("1,250 g", 1_250_000, .gram), ("1,25,000", 125_000_000, nil), ("2½ kg", 2_500, .kilogram),
    ("½ kg", 500, .kilogram),
    ("1/4 kg", 250, .kilogram), ("2 1/2 kilo", 2_500, .kilogram), ("2k", 2_000_000, nil), ("3 drjn", 3_000, .dozen),
    ("4 paakit", 4_000, .packet), ("do peti", 2_000, .box), ("तीन पोती", 3_000, .sack), ("10 पिशव्या", 10_000, .pouch),
    ("डेढ़ हज़ार", 1_500_000, nil), ("दीड लाख", 150_000_000, nil), ("sava lakh", 125_000_000, nil),
    ("साढ़े\u{200D} तीन किलो", 3_500, .kilogram), ("दो\u{200C} किलो", 2_000, .kilogram),
    ("5 kilooo", 5_000, .kilogram), ("7 किलोच", 7_000, .kilogram), ("7 kiloch", 7_000, .kilogram),
    ("5 नगच", 5_000, .piece), ("3 packetch", 3_000, .packet), ("साडे बाराशे", 1_250_000, nil),
    ("sade satshe", 750_000, nil), ("savva teenshe", 325_000, nil), ("पावणे पाचशे", 475_000, nil),
  ]

  @Test(arguments: rows)
  func `an amount is read as it is typed`(text: String, thousandths: Int64, unit: Measures.Unit?) {
    let measure = SpokenMeasure.read(SpokenText(text).tokens, at: 0)
    #expect(measure?.quantity == Quantity(thousandths: thousandths))
    #expect(measure?.unit == unit)
  }

  @Test(arguments: [
    ("@45", "@ 45"), ("₹45", "₹ 45"), ("45/-", "45 /-"), ("Rs.45", "rs 45"), ("Rs. 45", "rs 45"),
    ("2kg@45", "2 kg @ 45"),
    ("2-3", "2 - 3"), ("10th", "10th"), ("plzzz", "plz"), ("bikaaa", "bika"), ("ok👍", "ok 👍"), ("चीनी।", "चीनी ।"),
    ("क\u{200D}्षमा", "क्षमा"), ("ज़ीरा", "जीरा"), ("ＭＡＧＧＩ", "maggi"),
  ])
  func `a message is cut at signs and folded`(text: String, keys: String) {
    #expect(SpokenText(text).tokens.map(\.key).joined(separator: " ") == keys)
  }

  @Test(arguments: ["she paid", "so what", "and", "a", "sadhe", "satish ko", "sharma ji", "mohan"])
  func `a word that is no number is not counted for sure`(text: String) {
    #expect(SpokenMeasure.read(SpokenText(text).tokens, at: 0)?.isDoubtful ?? true)
  }
}
