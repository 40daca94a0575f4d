import Language
import Testing

struct VoiceTests {
  @Test(arguments: [
    ("sold 5 kg sugar", Voice.english), ("the second one", .english), ("don't", .english),
    ("चीनी कितनी बची है", .hindi), ("नमस्ते", .hindi), ("नमक 10 से कम हो तो बताना", .hindi),
    ("chini bechi", .romanHindi), ("rehne do", .romanHindi), ("nahi", .romanHindi), ("teen kilo", .romanHindi),
    ("तीन अंडी फुटली", .marathi), ("नमस्कार", .marathi), ("हो", .marathi), ("दोन किलो कांदे सडले", .marathi),
    ("namaskar", .romanMarathi), ("tin andi futli", .romanMarathi), ("ho", .romanMarathi),
    ("don packet", .romanMarathi),
    ("tandul ata 35 kilo ahe", .romanMarathi),
  ])
  func `a voice is heard from its words and verbs`(text: String, voice: Voice) {
    #expect(VoiceDetector.voice(of: SpokenText(text), previous: nil) == voice)
  }

  @Test(arguments: [
    ("how much sugar is left", Voice.english), ("send me the report", .english), ("paid by card", .english),
    ("कितना तेल बचा", .hindi), ("रेट बढ़ा दो", .hindi), ("आज की बिक्री दिखाओ", .hindi), ("मुझे दो किलो चाहिए", .hindi),
    ("तेल किती उरलं", .marathi), ("भाव वाढवा", .marathi), ("मला दोन किलो हवी", .marathi), ("रमेशला सांगा", .marathi),
    ("tel kitna bacha", .romanHindi), ("mujhe do kilo chahiye", .romanHindi), ("rate badha do yaar", .romanHindi),
    ("tel kiti urla", .romanMarathi), ("mala don kilo pahije", .romanMarathi), ("bhav vadhava", .romanMarathi),
    ("stock kitna hai", .romanHindi), ("stock kiti ahe", .romanMarathi), ("स्टॉक check करो", .hindi),
    ("price वाढवा please", .marathi), ("sugar 5 kg bech di", .romanHindi), ("order cancel karo", .romanHindi),
  ])
  func `a mixed message is answered in the language that carries it`(text: String, voice: Voice) {
    #expect(VoiceDetector.voice(of: SpokenText(text), previous: nil) == voice)
  }

  @Test(arguments: [
    ("sold kitna kiti bhai maggi 5", "en hi mr hi+mr - -"), ("बेचा विकले दूध sugar", "hi mr hi+mr -"),
    ("please साखर dya", "en mr mr"), ("चीनी kitni left", "hi+mr hi en"),
  ])
  func `each word has its language`(text: String, languages: String) {
    #expect(SpokenText(text).tokens.map(\.languages.written).joined(separator: " ") == languages)
  }

  @Test(arguments: [
    ("sold 5 kg sugar", false), ("चीनी कितनी है", false), ("chini kitni hai", false), ("sugar किती आहे", true),
    ("please stock batao", true), ("5 kg", false),
  ])
  func `a message in two scripts or languages is mixed`(text: String, isMixed: Bool) {
    #expect(SpokenText(text).isMixed == isMixed)
  }

  @Test(arguments: [Voice.hindi, .romanMarathi, .english])
  func `what says nothing stays with the voice before`(previous: Voice) {
    #expect(VoiceDetector.voice(of: SpokenText("maggi 5"), previous: previous) == previous)
  }

  @Test func `ho after Hindi stays Hindi`() {
    #expect(VoiceDetector.voice(of: SpokenText("ho"), previous: .romanHindi) == .romanHindi)
  }
}

extension WordLanguages {
  fileprivate var written: String {
    let names: [(WordLanguages, String)] = [(.english, "en"), (.hindi, "hi"), (.marathi, "mr")]
    let own = names.filter { contains($0.0) }.map(\.1).joined(separator: "+")
    return own.isEmpty ? "-" : own
  }
}
