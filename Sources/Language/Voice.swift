/// A language together with its script: how somebody writes to us and so how we answer. Raw values are stored.
package enum Voice: String, Hashable, Sendable, Codable, CaseIterable {
  /// Indian English.
  case english = "en"
  /// Hindi in Devanagari.
  case hindi = "hi"
  /// Hindi in roman letters, as typed: “5 kilo chini bechi”.
  case romanHindi = "hi-Latn"
  /// Marathi in Devanagari.
  case marathi = "mr"
  /// Marathi in roman letters, as typed: “5 kilo sakhar vikli”.
  case romanMarathi = "mr-Latn"

  package var isDevanagari: Bool { self == .hindi || self == .marathi }
}
