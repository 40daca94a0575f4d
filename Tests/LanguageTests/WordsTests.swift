import Language
import Measures
import Testing

@Suite struct SpokenTextTests {
  @Test(arguments: [
    ("2kg chini", ["2", "kg", "chini"]), ("2-3 packet", ["2", "-", "3", "packet"]), ("@45", ["@", "45"]),
    ("45/-", ["45", "/-"]),
    ("₹45", ["₹", "45"]), ("Rs.45", ["Rs", ".", "45"]), ("1,250", ["1,250"]), ("1/2 kilo", ["1/2", "kilo"]),
    ("½", ["½"]),
    ("२किलो", ["२", "किलो"]), ("anil's", ["anil"]), ("chini,namak", ["chini", ",", "namak"]),
    ("2,3 packet", ["2", ",", "3", "packet"]),
    ("मैगी5", ["मैगी", "5"]), ("a\u{0}b", ["a", "b"]), ("8:30 baje", ["8:30", "baje"]), ("1½", ["1½"]), ("👍", ["👍"]),
  ])
  func `a message is cut where meaning changes`(_ text: String, _ expected: [String]) {
    #expect(SpokenText(text).tokens.map(\.spoken) == expected)
  }

  @Test(arguments: [
    ("ज़ीरा", "जीरा"), ("शैम्पू", "शैंपू"), ("ＭＡＧＧＩ", "maggi"), ("helloooo", "hello"), ("हाँ", "हां"), ("क\u{200D}ष", "कष"),
    ("Café", "cafe"),
  ])
  func `spellings of one word fold together`(_ left: String, _ right: String) {
    #expect(Spelling.folded(left) == Spelling.folded(right))
  }

  @Test func `digits are never folded away`() {
    #expect(Spelling.folded("1000") == "1000")
  }

  @Test func `a message is read up to a limit`() {
    #expect(SpokenText(String(repeating: "a ", count: 5_000)).tokens.count == SpokenText.tokensMax)
  }
}

@Suite struct SoundKeyTests {
  @Test(arguments: [
    ("maggi", "मैगी"), ("maggi", "मॅगी"), ("साखर", "sakhar"), ("चीनी", "cheeni"), ("दूध", "doodh"), ("दूध", "dudh"),
    ("शैंपू", "shampoo"),
    ("पेप्सी", "pepsi"), ("zeera", "jeera"), ("जीरा", "jira"), ("वाव", "waav"), ("प्याज़", "pyaj"), ("बादाम", "badaam"),
    ("रमेश", "Ramesh"),
  ])
  func `one sound in two spellings has one key`(_ left: String, _ right: String) {
    #expect(SoundKey(left) == SoundKey(right))
  }

  @Test(arguments: [("चीनी", "चना"), ("साबुन", "सब्ज़ी"), ("केला", "काला"), ("काजू", "खाजा"), ("papad", "pad")])
  func `different goods keep different keys`(_ left: String, _ right: String) {
    #expect(SoundKey(left) != SoundKey(right))
  }

  @Test(arguments: [("साखरे", "साखर"), ("शेंगदाण्या", "शेंगदाणे"), ("मैद्या", "मैदा"), ("दुधा", "दूध"), ("राजम्या", "राजमा")])
  func `an oblique stem leads back to its noun`(_ oblique: String, _ noun: String) {
    #expect(ObliqueStem.sounds(of: SoundKey(oblique)).contains(SoundKey(noun)))
  }
}

@Suite struct MeasureWordsTests {
  @Test(arguments: [
    ("2kg", "2", Unit.kilogram), ("dhai kilo", "2.5", .kilogram), ("pav kilo", "0.25", .kilogram),
    ("पाव किलो", "0.25", .kilogram),
    ("adha pav", "0.125", .kilogram), ("do sau gram", "200", .gram), ("दोन डझन", "2", .dozen), ("५ पिशव्या", "5", .pouch),
    ("3 pkt", "3", .packet),
    ("teen darjan", "3", .dozen), ("1 quintal", "1", .quintal), ("सहा पेट्या", "6", .box), ("ek bori", "1", .sack),
    ("500ml", "500", .millilitre),
  ])
  func `a quantity is read with its unit`(_ text: String, _ quantity: String, _ unit: Unit) {
    let measure = SpokenMeasure.read(SpokenText(text).tokens, at: 0)
    #expect(measure?.quantity.plain == quantity)
    #expect(measure?.unit == unit)
  }
}

@Suite struct PeriodWordsTests {
  @Test(arguments: [
    ("aaj", "today"), ("काल", "yesterday"), ("उद्या", "tomorrow"), ("pichle hafte", "last_week"), ("या महिन्यात", "this_month"),
    ("next month", "next_month"),
    ("last 7 days", "last_7_days"), ("अगले सात दिन", "next_7_days"), ("15 august", "date_15_08"), ("15/08", "date_15_08"),
    ("diwali", "festival_diwali"),
    ("सोमवारी", "weekday_mon"), ("1 se 15 tarikh", "range_01..15"), ("मागच्या आठवड्यात", "last_week"),
  ])
  func `a period has its name`(_ text: String, _ name: String) {
    #expect(PeriodWords.read(SpokenText(text).tokens, at: 0)?.meaning == .fixed(name))
  }

  @Test func `kal and parso point both ways`() {
    let kal = PeriodWords.read(SpokenText("कल").tokens, at: 0)?.meaning
    #expect(kal?.named(isFuture: true) == "tomorrow")
    #expect(kal?.named(isFuture: false) == "yesterday")
  }
}

@Suite struct VoiceDetectorTests {
  @Test(arguments: [
    ("how much sugar is left", Voice.english), ("चीनी कितनी बची है", .hindi), ("साखर किती शिल्लक आहे", .marathi),
    ("chini kitni bachi hai", .romanHindi),
    ("sakhar kiti urli ahe", .romanMarathi), ("5 kilo chini bechi", .romanHindi),
    ("2 kilo sakhar vikli", .romanMarathi), ("डाळ दाखवा", .marathi),
    ("दाल दिखाओ", .hindi), ("stock kitna hai check karo", .romanHindi), ("please show the stock", .english),
  ])
  func `the voice of a message is heard`(_ text: String, _ voice: Voice) {
    #expect(VoiceDetector.voice(of: SpokenText(text), previous: nil) == voice)
  }

  @Test(arguments: ["5", "ok", "maggi", "👍", ""])
  func `what says nothing keeps the voice before`(_ text: String) {
    #expect(VoiceDetector.voice(of: SpokenText(text), previous: .romanMarathi) == .romanMarathi)
  }
}
