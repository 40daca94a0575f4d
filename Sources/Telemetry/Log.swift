import Foundation

/// What the server says about itself: one JSON object a line, with the ids by which a message can be followed from the
/// webhook to the reply. Never a phone number, never the text of a message above `debug`.
package struct Log: Sendable {
  package enum Level: String, Sendable, CaseIterable, Comparable {
    case debug, info, warning, error

    package static func < (left: Level, right: Level) -> Bool {
      (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
  }

  /// A field's value, as JSON writes it.
  package enum Value: Sendable, ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral {
    case text(String)
    case integer(Int64)
    case real(Double)

    package init(stringLiteral value: String) { self = .text(value) }
    package init(integerLiteral value: Int64) { self = .integer(value) }
  }

  private let level: Level
  private let fields: [(String, Value)]
  private let write: @Sendable (String) -> Void

  /// - Parameter write: takes one whole line, without its end.
  package init(level: Level, write: @escaping @Sendable (String) -> Void) {
    self.level = level
    self.write = write
    fields = []
  }

  private init(level: Level, fields: [(String, Value)], write: @escaping @Sendable (String) -> Void) {
    self.level = level
    self.fields = fields
    self.write = write
  }

  /// The same log with `more` on each of its lines.
  package func with(_ more: KeyValuePairs<String, Value>) -> Log {
    Log(level: level, fields: fields + more.map { ($0.key, $0.value) }, write: write)
  }

  package func debug(_ event: String, _ more: KeyValuePairs<String, Value> = [:]) { say(.debug, event, more) }
  package func info(_ event: String, _ more: KeyValuePairs<String, Value> = [:]) { say(.info, event, more) }
  package func warning(_ event: String, _ more: KeyValuePairs<String, Value> = [:]) { say(.warning, event, more) }
  package func error(_ event: String, _ more: KeyValuePairs<String, Value> = [:]) { say(.error, event, more) }

  /// Whether a line of this level is written: for lines that cost something to compose.
  package func tells(_ level: Level) -> Bool { level >= self.level }

  private func say(_ level: Level, _ event: String, _ more: KeyValuePairs<String, Value>) {
    guard level >= self.level else { return }
    let at = Date().formatted(Self.instant)
    var line = "{\"at\":\"\(at)\",\"level\":\"\(level.rawValue)\",\"event\":\(Self.quoted(event))"
    for (name, value) in fields { line += ",\(Self.quoted(name)):\(Self.json(value))" }
    for (name, value) in more { line += ",\(Self.quoted(name)):\(Self.json(value))" }
    write(line + "}")
  }

  private static let instant = Date.ISO8601FormatStyle(includingFractionalSeconds: true)

  private static func json(_ value: Value) -> String {
    switch value {
    case .text(let text): quoted(text)
    case .integer(let number): String(number)
    case .real(let number): number.isFinite ? String((number * 1_000_000).rounded() / 1_000_000) : "null"
    }
  }

  private static func quoted(_ text: String) -> String {
    var line = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": line += "\\\""
      case "\\": line += "\\\\"
      case "\n": line += "\\n"
      case _ where scalar.value < 0x20 || scalar.value == 0x2028 || scalar.value == 0x2029:
        let digits = String(scalar.value, radix: 16)
        line += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: line.unicodeScalars.append(scalar)
      }
    }
    return line + "\""
  }
}

extension Log {
  /// One write call a line to standard error, so that lines of several threads do not mix.
  package static func standardError(_ level: Level) -> Log {
    Log(level: level) { line in FileHandle.standardError.write(Data((line + "\n").utf8)) }
  }

  /// Says nothing.
  package static let silent = Log(level: .error) { _ in }
}
