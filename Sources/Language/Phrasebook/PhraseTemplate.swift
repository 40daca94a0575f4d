/// A phrase in one voice, cut at its placeholders: “✅ Sold: ”, {item}, “ ”, {qty}.
struct PhraseTemplate: Hashable, Sendable {
  private enum Piece: Hashable, Sendable {
    case words(String)
    case gap(Placeholder)
  }

  private var pieces: [Piece] = []
  /// Why the text cannot be used, if so.
  private(set) var problems: [PhrasebookFault.Problem] = []

  init(_ text: String) {
    let parts = text.replacing("⏎", with: "\n").split(separator: "{", omittingEmptySubsequences: false)
    append(words: parts[0])
    for part in parts.dropFirst() { append(gapAndWords: part) }
  }

  var placeholders: Set<Placeholder> {
    Set(pieces.compactMap { if case .gap(let placeholder) = $0 { placeholder } else { nil } })
  }

  func filled(_ value: (Placeholder) -> String) -> String {
    pieces.map { piece in
      switch piece {
      case .words(let words): words
      case .gap(let placeholder): value(placeholder)
      }
    }
    .joined()
  }

  private mutating func append(gapAndWords part: Substring) {
    guard let brace = part.firstIndex(of: "}") else { return problems.append(.unevenBraces) }
    let name = String(part[..<brace])
    if let placeholder = Placeholder(rawValue: name) {
      pieces.append(.gap(placeholder))
    } else {
      problems.append(.unknownPlaceholder(name))
    }
    append(words: part[part.index(after: brace)...])
  }

  private mutating func append(words: Substring) {
    if words.contains("}") { problems.append(.unevenBraces) }
    if !words.isEmpty { pieces.append(.words(String(words))) }
  }
}
