/// Something in `templates/replies/` that must be mended before the program starts: “mr.txt:12: a danda in Marathi”.
package struct PhrasebookFault: Error, Hashable, Sendable {
  package enum Problem: Hashable, Sendable {
    case unreadable(reason: String)
    case missingPhrase(String)
    case unknownPhrase(String)
    case repeatedPhrase(String, firstLine: Int)
    case notKeyAndText
    case unknownPlaceholder(String)
    case unevenBraces
    /// The English phrase says which placeholders there are.
    case placeholdersDiffer(Phrase, missing: Set<Placeholder>, extra: Set<Placeholder>)
    case dandaInMarathi
    case exclamationMark
    case digitOtherThanLatin
    case titleTooLong(scalars: Int)
    case notComposed
  }

  package let file: String
  /// From 1; nil where the fault belongs to the file as a whole.
  package let line: Int?
  package let problem: Problem

  init(_ problem: Problem, in voice: Voice, line: Int? = nil) {
    self.file = voice.phraseFileName
    self.line = line
    self.problem = problem
  }
}

extension PhrasebookFault: CustomStringConvertible {
  package var description: String {
    "\(file)\(line.map { ":\($0)" } ?? ""): \(problem)"
  }
}

extension PhrasebookFault.Problem: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unreadable(let reason): "cannot be read: \(reason)"
    case .missingPhrase(let key): "the phrase \(key) is missing"
    case .unknownPhrase(let key): "there is no phrase \(key)"
    case .repeatedPhrase(let key, let firstLine): "\(key) stands on line \(firstLine) already"
    case .notKeyAndText: "not of the form “key = text”"
    case .unknownPlaceholder(let name): "there is no placeholder {\(name)}"
    case .unevenBraces: "a brace without its partner"
    case .placeholdersDiffer(let phrase, let missing, let extra):
      "\(phrase.key) differs from English:" + Self.named("misses", missing) + Self.named("adds", extra)
    case .dandaInMarathi: "a danda in Marathi"
    case .exclamationMark: "an exclamation mark"
    case .digitOtherThanLatin: "a digit other than 0-9"
    case .titleTooLong(let scalars):
      "a button title of \(scalars) Unicode scalars; \(PhraseFile.titleScalarsMax) fit"
    case .notComposed: "not in Unicode's normal form C"
    }
  }

  private static func named(_ verb: String, _ placeholders: Set<Placeholder>) -> String {
    guard !placeholders.isEmpty else { return "" }
    return " \(verb) " + placeholders.map { "{\($0.rawValue)}" }.sorted().joined(separator: " ")
  }
}

/// All faults at once, so that one start shows everything that is to be mended.
package struct PhrasebookFaults: Error, Hashable, Sendable, CustomStringConvertible {
  package let faults: [PhrasebookFault]

  package var description: String { faults.map(\.description).joined(separator: "\n") }
}
