import Language

/// “udhaar par”, “paise baad me”, “cash diye”: whether goods that came in are owed or paid. What is said of neither stays
/// open.
enum Settlements {
  static func read(_ reading: Reading, _ cues: CueSet) -> Settlement? {
    if cues.contains(.upi) { return .upi }
    if cues.contains(.card) { return .card }
    if cues.contains(.cash) { return .cash }
    let tokens = reading.tokens
    if tokens.contains(where: owed.contains) || tokens.indices.contains(where: { isDue(tokens, $0) }) { return .owed }
    if tokens.contains(where: later.contains), tokens.contains(where: { money.contains($0) || paying.contains($0) }) {
      return .owed
    }
    if tokens.contains(where: settled.contains) { return .cash }
    return tokens.contains(where: money.contains) && tokens.contains(where: given.contains) ? .cash : nil
  }

  /// “sharma traders ko 12000 dena hai”: not paid yet.
  static func isToBePaid(_ reading: Reading) -> Bool {
    let tokens = reading.tokens
    guard !tokens.contains(where: { given.contains($0) || settled.contains($0) || gave.contains($0) }) else {
      return false
    }
    return tokens.contains(where: toPay.contains)
      || tokens.indices.dropFirst().contains { tokens[$0].key == "pay" && tokens[$0 - 1].key == "to" }
  }

  private static let toPay: WordSet = """
    dena dene deni dyayche dyaycha dyaychi owe payable देना देने देनी द्यायचे द्यायचं द्यायची द्यायचा
    """
  private static let gave: WordSet = "diya gave sent bheje bhej bharla bharle दिया भेजे भरा भरले"

  /// “2100 baki”, and not “baki maal” or “baki bacha”.
  private static func isDue(_ tokens: [Token], _ index: Int) -> Bool {
    guard due.contains(tokens[index]) else { return false }
    return index + 1 == tokens.count || dueAfter.contains(tokens[index + 1]) || tokens[index + 1].mark != nil
  }

  private static let owed: WordSet = """
    udhar udhaar udhari udhaari udhariver udharivar credit khate khata khatyavar उधार उधारी उधारीवर उधारीत खाते खाता
    खात्यावर क्रेडिट
    """
  private static let due: WordSet = "baki baaki due pending बाकी"
  private static let dueAfter: WordSet =
    "hai he ahe rakho rakha rahe rahega likho theva thevle है आहे रखो रखा रहे लिखो ठेवा ठेवले dena देना dyayche द्यायचे"
  private static let later: WordSet = "baad later nantar बाद नंतर"
  private static let paying: WordSet = "denge dunga dena pay deu देंगे देना देऊ"
  private static let settled: WordSet = "paid chukta chukaya chukaye चुकता चुकाया चुकाए भागवले bhagavle"
  private static let money: WordSet = "paise paisa paise पैसे पैसा payment पेमेंट"
  private static let given: WordSet = "diye diya de dile dila kiya kela done दिए दिये दिया दे दिले दिला किया केलं"
}
