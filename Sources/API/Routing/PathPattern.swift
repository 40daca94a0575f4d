/// An address with places for values: `/api/v1/forecast/{userId}/{itemId}`.
struct PathPattern: Hashable, Sendable, ExpressibleByStringLiteral {
  /// What may stand in such a place; closed, so that one that nobody fills does not compile.
  enum Parameter: String, Hashable, Sendable {
    case user = "{userId}"
    case item = "{itemId}"
    case alert = "{alertId}"
    case file = "{fileId}"
    case schedule = "{schedule}"
  }

  private enum Part: Hashable, Sendable {
    case word(Substring)
    case value(Parameter)
  }

  let text: String
  private let parts: [Part]

  init(stringLiteral text: String) {
    self.text = text
    parts = text.split(separator: "/", omittingEmptySubsequences: false).map { part in
      Parameter(rawValue: String(part)).map(Part.value) ?? .word(part)
    }
    precondition(
      !parts.contains { if case .word(let word) = $0 { word.contains("{") } else { false } },
      "\(text) has a place that nobody knows")
  }

  /// The values of a path that has this form, else nil. An empty value is none.
  func values(in path: String) -> [Parameter: String]? {
    let given = path.split(separator: "/", omittingEmptySubsequences: false)
    guard given.count == parts.count else { return nil }
    var values: [Parameter: String] = [:]
    for (part, word) in zip(parts, given) {
      switch part {
      case .word(let expected): if expected != word { return nil }
      case .value(let parameter):
        guard !word.isEmpty else { return nil }
        values[parameter] = String(word)
      }
    }
    return values
  }
}
