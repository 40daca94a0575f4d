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

  @Test(arguments: [Voice.hindi, .romanMarathi, .english])
  func `what says nothing stays with the voice before`(previous: Voice) {
    #expect(VoiceDetector.voice(of: SpokenText("maggi 5"), previous: previous) == previous)
  }

  @Test func `ho after Hindi stays Hindi`() {
    #expect(VoiceDetector.voice(of: SpokenText("ho"), previous: .romanHindi) == .romanHindi)
  }
}
