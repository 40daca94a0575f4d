import Language
import Measures

/// “raat 8 baje”, “8 pm”, “सकाळी नऊ वाजता”: numbers that are times of the day, so that they are nothing else.
enum Times {
  static func settle(_ spans: inout [Span], tokens: [Token]) {
    let isLate = tokens.contains { late.contains($0) }
    for index in spans.indices {
      if case .clock(let hour, let minute) = spans[index].content, isLate, hour < 12 {
        spans[index].content = .clock(hour: hour + 12, minute: minute)
      }
      guard let measure = spans[index].measure, measure.unit == nil,
        measure.quantity.thousandths % 500 == 0, (0...24_000).contains(measure.quantity.thousandths),
        isTime(spans[index].range, tokens: tokens)
      else { continue }
      let hour = Int(measure.quantity.thousandths / 1_000)
      let minute = measure.quantity.thousandths % 1_000 == 500 ? 30 : 0
      spans[index].content = .clock(hour: (isLate && hour < 12 ? hour + 12 : hour) % 24, minute: minute)
    }
  }

  private static func isTime(_ range: Range<Int>, tokens: [Token]) -> Bool {
    if range.upperBound < tokens.count, behind.contains(tokens[range.upperBound]) { return true }
    guard range.lowerBound > 0 else { return false }
    let before = tokens[range.lowerBound - 1]
    return dayParts.contains(before)
      || (before.key == "at" && tokens.contains { dayParts.contains($0) || daily.contains($0) })
  }

  private static let behind: WordSet = "baje bje vajta vajata वाजता बजे pm am p.m a.m oclock o'clock वाजले"
  private static let daily: WordSet = "daily everyday"
  private static let lateWords =
    "pm raat rat ratri night shaam sham sandhyakali evening dopahar dupari afternoon रात रात्री शाम संध्याकाळी दोपहर दुपारी"
  private static let late = WordSet(lateWords)
  private static let dayParts = WordSet(lateWords + " subah sakali morning सुबह सकाळी सवेरे")
}
