/// Why an expression of times is refused, in words for whoever wrote it.
package enum CronError: Error, Hashable, CustomStringConvertible {
  case tooLong
  case wrongFieldCount(Int)
  case unknownShorthand(String)
  case unknownValue(String, CronField)
  case outOfRange(Int, CronField)
  case backwards(String, CronField)
  case badStep(String, CronField)
  /// As 31 February.
  case neverComes

  package var description: String {
    switch self {
    case .tooLong: "an expression of times has at most \(CronExpression.lengthMax) characters"
    case .wrongFieldCount(let count):
      "five fields are expected (minute, hour, day of month, month, day of week), there are \(count)"
    case .unknownShorthand(let text):
      "\(text) is none of \(CronExpression.shorthands.keys.sorted().joined(separator: ", "))"
    case .unknownValue(let text, let field): "“\(text)” is no \(field.rawValue)"
    case .outOfRange(let value, let field):
      "\(value) is no \(field.rawValue): it goes from \(field.range.lowerBound) to \(field.range.upperBound)"
    case .backwards(let text, let field): "“\(text)” runs backwards in the field of the \(field.rawValue)"
    case .badStep(let text, let field): "“\(text)” is no step in the field of the \(field.rawValue): it is 1 or more"
    case .neverComes: "no day is ever like this"
    }
  }
}
