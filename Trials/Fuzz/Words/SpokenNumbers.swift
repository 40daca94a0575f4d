import Intents
import Language
import Measures

/// Every number that can be found in a text, wherever one begins to read: what is not among them was made up.
struct SpokenNumbers {
  private var values: Set<Quantity> = []

  init(_ text: String) {
    let tokens = SpokenText(text).tokens
    for start in tokens.indices {
      if let number = NumberWords.read(tokens, at: start) { values.insert(number.value) }
      if let measure = SpokenMeasure.read(tokens, at: start) {
        values.insert(measure.quantity)
        if let quarters = measure.inQuarters { values.insert(quarters.quantity) }
      }
      if NumberWords.isNumber(tokens[start]), let number = tokens[start].number { values.insert(number) }
    }
  }

  /// The first quantity of the goods that nobody said.
  func madeUp(in lines: [ItemLine]) -> Quantity? {
    lines.lazy.compactMap(\.quantity).first { !values.contains($0) }
  }
}
