import Intents
import Testing

/// One line of a table of sentences: “intent | what is written | goods | what we awaited”. Goods are written as
/// “sugar 5 @45 =225”, a change of price as “sugar +2”, a number alone as “- 5”, an item that we do not have as “?”.
struct Sentence: CustomTestStringConvertible {
  let intent: String
  let text: String
  let goods: String
  let awaited: Awaited

  var testDescription: String { text }

  static func read(_ table: String) -> [Sentence] {
    table.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "|", omittingEmptySubsequences: false)
        .map { $0.split(separator: " ").joined(separator: " ") }
      guard parts.count >= 2 else { return nil }
      return Sentence(
        intent: parts[0], text: parts[1], goods: parts.count > 2 ? parts[2] : "",
        awaited: parts.count > 3 ? Awaited(rawValue: parts[3]) ?? .none : .none)
    }
  }
}

extension Frame {
  var goods: String { goods(units: false) }
}
