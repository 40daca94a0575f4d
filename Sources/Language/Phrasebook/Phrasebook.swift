package import Foundation
import Measures

/// How RetailMind speaks: every phrase in every voice, checked whole at start. The words stand in `templates/replies/`.
package struct Phrasebook: Sendable {
  private let templates: [Voice: [Phrase: PhraseTemplate]]

  package init(texts: [Voice: String]) throws(PhrasebookFaults) {
    try self.init(texts: texts, unreadable: [:])
  }

  /// Reads `en.txt`, `hi.txt`, … from `directory`.
  package init(directory: URL) throws(PhrasebookFaults) {
    var texts: [Voice: String] = [:]
    var unreadable: [Voice: String] = [:]
    for voice in Voice.allCases {
      do {
        texts[voice] = try String(contentsOf: directory.appending(path: voice.phraseFileName), encoding: .utf8)
      } catch {
        unreadable[voice] = error.localizedDescription
      }
    }
    try self.init(texts: texts, unreadable: unreadable)
  }

  private init(texts: [Voice: String], unreadable: [Voice: String]) throws(PhrasebookFaults) {
    var faults: [PhrasebookFault] = []
    var files: [Voice: PhraseFile] = [:]
    for voice in Voice.allCases {
      guard let text = texts[voice] else {
        faults.append(PhrasebookFault(.unreadable(reason: unreadable[voice] ?? "no text was given"), in: voice))
        continue
      }
      let file = PhraseFile(text, voice: voice)
      files[voice] = file
      faults += file.faults + (files[.english].map { Self.differences(of: file, from: $0) } ?? [])
    }
    guard faults.isEmpty else { throw PhrasebookFaults(faults: faults) }
    templates = files.mapValues(\.templates)
  }

  /// Phrases that a file lacks are reported by the file itself.
  private static func differences(of file: PhraseFile, from english: PhraseFile) -> [PhrasebookFault] {
    Phrase.allCases.compactMap { phrase in
      guard let ours = file.templates[phrase]?.placeholders, let theirs = english.templates[phrase]?.placeholders,
        ours != theirs
      else { return nil }
      let problem = PhrasebookFault.Problem.placeholdersDiffer(
        phrase, missing: theirs.subtracting(ours), extra: ours.subtracting(theirs))
      return PhrasebookFault(problem, in: file.voice, line: file.lines[phrase])
    }
  }

  /// The phrase with its gaps filled. A gap without a value is a bug of the caller; a value without a gap is not.
  package func say(_ phrase: Phrase, _ values: [Placeholder: PhraseValue] = [:], in voice: Voice) -> String {
    guard let template = templates[voice]?[phrase] else { preconditionFailure("\(phrase.key) was not checked") }
    return template.filled { placeholder in
      guard let value = values[placeholder] else {
        preconditionFailure("the phrase \(phrase.key) needs {\(placeholder.rawValue)}")
      }
      let isNothingLeft = placeholder == .left && value.isZeroMeasure
      return isNothingLeft ? say(.nothingLeft, in: voice) : value.said(in: voice)
    }
  }
}

extension PhraseValue {
  fileprivate var isZeroMeasure: Bool {
    if case .measure(let measure) = self { measure.quantity == .zero } else { false }
  }
}
