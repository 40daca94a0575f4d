import Foundation

/// One file of `templates/replies/`: a line a phrase, `key = text`, ⏎ for a new line; lines that begin with # and
/// blank ones are for people. Each line is checked by itself; what needs the other voices, `Phrasebook` checks.
struct PhraseFile {
  /// WhatsApp's limit for the title of a reply button and of the button that opens a list.
  static let titleScalarsMax = 20

  let voice: Voice
  private(set) var templates: [Phrase: PhraseTemplate] = [:]
  private(set) var lines: [Phrase: Int] = [:]
  private(set) var faults: [PhrasebookFault] = []

  init(_ text: String, voice: Voice) {
    self.voice = voice
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() { read(String(line), number: index + 1) }
    for phrase in Phrase.allCases where templates[phrase] == nil { report(.missingPhrase(phrase.key)) }
  }

  private mutating func read(_ line: String, number: Int) {
    if !line.isComposed { report(.notComposed, line: number) }
    let line = line.trimmingCharacters(in: .whitespaces)
    guard !line.isEmpty, !line.hasPrefix("#") else { return }
    let sides = line.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
    guard sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty else { return report(.notKeyAndText, line: number) }
    guard let phrase = Phrase(key: sides[0]) else { return report(.unknownPhrase(sides[0]), line: number) }
    keep(sides[1], as: phrase, number: number)
  }

  private mutating func keep(_ text: String, as phrase: Phrase, number: Int) {
    if let first = lines[phrase] {
      return report(.repeatedPhrase(phrase.key, firstLine: first), line: number)
    }
    let template = PhraseTemplate(text)
    templates[phrase] = template
    lines[phrase] = number
    for problem in template.problems + problems(of: text, as: phrase) { report(problem, line: number) }
  }

  private func problems(of text: String, as phrase: Phrase) -> [PhrasebookFault.Problem] {
    let scalars = text.unicodeScalars
    var problems: [PhrasebookFault.Problem] = []
    if voice == .marathi || voice == .romanMarathi, scalars.contains(where: { $0 == "।" || $0 == "॥" }) {
      problems.append(.dandaInMarathi)
    }
    if scalars.contains("!") { problems.append(.exclamationMark) }
    if scalars.contains(where: \.isDigitOtherThanLatin) { problems.append(.digitOtherThanLatin) }
    if phrase.isButtonTitle, scalars.count > Self.titleScalarsMax {
      problems.append(.titleTooLong(scalars: scalars.count))
    }
    return problems
  }

  private mutating func report(_ problem: PhrasebookFault.Problem, line: Int? = nil) {
    faults.append(PhrasebookFault(problem, in: voice, line: line))
  }
}

extension Voice {
  var phraseFileName: String { "\(rawValue).txt" }
}

extension String {
  /// Strings that differ only in composition are equal in Swift, so the scalars are compared.
  fileprivate var isComposed: Bool {
    unicodeScalars.elementsEqual(precomposedStringWithCanonicalMapping.unicodeScalars)
  }
}

extension Unicode.Scalar {
  fileprivate var isDigitOtherThanLatin: Bool { properties.numericType == .decimal && !("0"..."9").contains(self) }
}
