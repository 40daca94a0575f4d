/// Which of the five voices somebody used, so that we answer in it. What says nothing by itself (“5”, “ok”, “maggi”)
/// stays with the voice before.
package enum VoiceDetector {
  package static func voice(of text: SpokenText, previous: Voice?) -> Voice {
    var votes = Votes()
    let words = text.tokens.filter(\.isWord)
    for word in words { votes.count(word) }
    votes.opensWithHo = words.first.map { VoiceTable.marathiYes.contains($0) } ?? false
    return votes.winner(previous: previous)
  }

  /// Whether a message is in Marathi, in any script.
  package static func speaksMarathi(_ tokens: [Token]) -> Bool {
    var votes = Votes()
    for token in tokens where token.isWord { votes.count(token) }
    return votes.isMarathi
  }
}

private struct Votes {
  private var devanagari = 0
  private var roman = 0
  private var hindi = 0
  private var marathi = 0
  private var english = 0
  /// Of words that Hindi and Marathi have in common.
  private var shared = 0
  /// “ho” opens a Marathi answer, and many a Hindi sentence too (“ho gaya”): it counts only where nothing else does.
  var opensWithHo = false

  /// A word that only one language has says more than a form that only looks like one of its verbs.
  private static let word = 2
  private static let form = 1

  mutating func count(_ token: Token) {
    let listed = token.listed
    if token.script == .devanagari { devanagari += 1 } else if listed != .english { roman += 1 }
    if listed.contains(.hindi) { hindi += Self.word }
    if listed.contains(.marathi) { marathi += Self.word }
    if listed.contains(.english) { english += Self.word }
    if VoiceTable.shared.contains(token) { shared += Self.form }
    guard listed.isEmpty else { return }
    let inflected = token.inflected
    if inflected == .hindi { hindi += Self.form }
    if inflected == .marathi { marathi += Self.form }
  }

  var isMarathi: Bool { marathi > hindi && marathi >= english }

  func winner(previous: Voice?) -> Voice {
    // One loan word in Devanagari letters does not change the script; the majority of words does that are not English.
    if devanagari > 0, devanagari >= roman { return devanagariWinner(previous: previous) }
    guard hindi + marathi + english > 0 else { return silent(previous: previous) }
    if english > hindi + marathi + shared { return .english }
    if marathi > hindi { return .romanMarathi }
    if hindi > marathi { return .romanHindi }
    return previous == .marathi || previous == .romanMarathi ? .romanMarathi : .romanHindi
  }

  private func silent(previous: Voice?) -> Voice {
    if opensWithHo, previous == nil || previous == .english { return .romanMarathi }
    guard shared > 0, previous == nil || previous == .english else { return previous ?? .english }
    return .romanHindi
  }

  private func devanagariWinner(previous: Voice?) -> Voice {
    if marathi > hindi { return .marathi }
    if hindi > marathi { return .hindi }
    if opensWithHo, previous != .hindi { return .marathi }
    return previous == .marathi || previous == .romanMarathi ? .marathi : .hindi
  }
}
