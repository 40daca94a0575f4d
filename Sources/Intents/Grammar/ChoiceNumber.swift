import Language
import Measures

/// “2”, “दूसरा वाला”, “number 3”, “top 5”: the number that chooses or limits.
enum ChoiceNumber {
  static func read(_ reading: Reading) -> Int? {
    let counted = reading.spans.lazy.compactMap(\.measure).first {
      ($0.unit == nil || $0.unit == .piece) && $0.quantity.thousandths % 1_000 == 0 && $0.quantity <= Quantity(1_000)
    }
    if let counted { return Int(counted.quantity.thousandths / 1_000) }
    return reading.tokens.lazy.compactMap { ordinals[$0] }.first
  }

  private static let ordinals: WordTable<Int> = {
    let lines = [
      "first pehla pehli pehle pahla pahli pahle pahila pahili pahile paila पहला पहली पहले पहिला पहिली पहिले पहिलं",
      "second dusra dusri dusre doosra doosri दूसरा दूसरी दूसरे दुसरा दुसरी दुसरे दुसरं",
      "third tisra tisri tisre teesra teesri तीसरा तीसरी तीसरे तिसरा तिसरी तिसरे तिसरं",
      "fourth chautha chauthi chavtha चौथा चौथी चौथे चौथं", "fifth panchva paanchva pachva पांचवां पाचवा पाचवी",
    ]
    return WordTable(lines.enumerated().map { ($0.offset + 1, $0.element) })
  }()
}
