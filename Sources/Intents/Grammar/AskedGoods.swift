import Language

/// “kesar ka forecast”, “quinoa kitna mangau”: whether the unknown words of a question are what is asked about. A shop
/// without saffron is told so, and is not told of everything else instead.
extension Reading {
  var asksAboutUnclaimed: Bool {
    guard let words = unclaimedRange, !spans.contains(where: { $0.category != nil }),
      !tokens[words].contains(where: Self.isOccasion)
    else { return false }
    return isAsked(behind: words) || isAsked(before: words)
  }

  /// “… ka forecast”, “… kitna bikega”, “… demand”.
  private func isAsked(behind words: Range<Int>) -> Bool {
    if spans.contains(where: { $0.range.upperBound == words.upperBound && $0.isWord && $0.ending == .of }) {
      return true
    }
    guard let next = spans.first(where: { $0.range.lowerBound == words.upperBound }) else { return false }
    // A “ka” at the end only asks.
    return next.ending == .of && next.range.upperBound < tokens.count
      || next.cues.intersects(CueSet([.howMuch, .forecast, .reorder]))
  }

  /// “forecast for …”, “how much … will sell”.
  private func isAsked(before words: Range<Int>) -> Bool {
    guard let last = spans.last(where: { $0.range.upperBound == words.lowerBound }) else { return false }
    return last.cues.contains(.howMuch) || tokens[last.range].contains(where: Self.ahead.contains)
  }

  private static let ahead: WordSet = "for of many much"

  /// A season or a feast that no calendar holds is no item either.
  private static func isOccasion(_ token: Token) -> Bool {
    occasions.contains(token) || token.cuts.contains { occasions.contains($0.word) }
  }

  private static let occasions: WordSet = """
    season seasons mausam mosam garmi garmiyon sardi sardiyon thand thandi barish baarish barsat monsoon summer winter rainy
    weekend weekends tyohar tyohaar tyauhar festival festivals san sanasudi utsav jatra mela fair urs shaadi shadi lagna
    wedding weddings school schools college exam exams holiday holidays chhutti chutti sutti ramzan ramadan ramjan shravan
    sawan shop store business dhandha dhanda dukan market bazaar bazar customer customers sales income collection
    सीज़न सीजन मौसम गर्मी गर्मियों सर्दी सर्दियों ठंड बारिश बरसात वीकेंड त्योहार त्यौहार त्योहारों मेला मेले शादी शादियों स्कूल छुट्टी
    छुट्टियों रमज़ान रमजान सावन दुकान हंगाम हंगामा उन्हाळा उन्हाळ्या पावसाळा पावसाळ्या हिवाळा हिवाळ्या सण सणा सणासुदी जत्रा लग्न
    लग्नसराई शाळा सुट्टी सुट्ट्या श्रावण श्रावणा दुकाना
    """
}
