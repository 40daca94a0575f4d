import Foundation
import HTTP
import Intents

/// A message whose meaning somebody has told us.
struct LabelledLine: Sendable {
  let text: String
  let language: String
  let role: Role
  let awaited: Awaited
  /// What it may mean; the first is the best.
  let intents: [String]

  var utterance: Utterance { Utterance(text: text, role: role, awaited: awaited) }

  /// JSON lines as `retailmind understand` takes them, with `intent`, `lang`, and where two are right `alt_intents`.
  static func read(_ path: String) throws -> [LabelledLine] {
    guard let data = FileManager.default.contents(atPath: path) else { throw Plainly("\(path) cannot be read") }
    let lines = try data.split(separator: UInt8(ascii: "\n")).enumerated().map { index, line in
      guard let found = LabelledLine(try JSON(parsing: Array(line))) else {
        throw Plainly("\(path): line \(index + 1) has no text and known intent, or an unknown role or context")
      }
      return found
    }
    guard !lines.isEmpty else { throw Plainly("\(path) has no lines") }
    return lines
  }

  init(_ line: TrainingLine) {
    (text, language, role, awaited) = (line.text, line.tongue.rawValue, line.role, line.awaited)
    intents = [line.intent.rawValue]
  }

  private init?(_ line: JSON) {
    guard let text = line["text"]?.text, let intent = line["intent"]?.text, Intent(rawValue: intent) != nil else {
      return nil
    }
    guard let role = Role(rawValue: line["role"]?.text ?? Role.owner.rawValue) else { return nil }
    guard let awaited = Awaited(rawValue: line["ctx"]?.text ?? Awaited.none.rawValue) else { return nil }
    (self.text, self.role, self.awaited) = (text, role, awaited)
    language = line["lang"]?.text ?? "?"
    intents = [intent] + (line["alt_intents"]?.array ?? []).compactMap(\.text)
  }
}

/// One question with what was answered.
struct Answer: Sendable {
  let line: LabelledLine
  let intent: String
  let confidence: Double
  let microseconds: Double
  /// The part of the cross-validation that it was asked in.
  let fold: Int

  var isRight: Bool { line.intents.contains(intent) }
}

protocol Examination {
  /// Of the file that keeps the answers.
  var name: String { get }
  var lines: [LabelledLine] { get }
  /// `model` has learnt all training lines.
  func answers(with model: IntentModel) -> [Answer]
}

/// Lines from elsewhere, asked of the model that the program runs with.
struct Outsiders: Examination {
  let name = "sentences"
  let goods: Catalogue
  let lines: [LabelledLine]

  func answers(with model: IntentModel) -> [Answer] {
    let interpreter = Interpreter(catalogue: goods, model: model)
    return lines.map { interpreter.answer($0, fold: 0) }
  }
}

/// Four fifths of the training lines teach and the last is asked, five times. Lines that are the same but for goods,
/// numbers and names stay together: otherwise one would tell the other's answer.
struct CrossValidation: Examination {
  let name = "lines"
  let lines: [LabelledLine]
  private let training: TrainingSet
  private let folds: [Int]

  static let foldsCount = 5

  init(_ training: TrainingSet) {
    self.training = training
    lines = training.lines.map { LabelledLine($0) }
    folds = training.masks.map(Self.fold)
  }

  func answers(with model: IntentModel) -> [Answer] {
    (0..<Self.foldsCount).flatMap { fold in
      let asked = lines.indices.filter { folds[$0] == fold }
      let interpreter = Interpreter(catalogue: training.goods, model: training.model(without: Set(asked)))
      return asked.map { interpreter.answer(lines[$0], fold: fold) }
    }
  }

  /// FNV-1a, so that the folds are the same in every run.
  private static func fold(_ mask: String) -> Int {
    let hash = mask.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    return Int((hash >> 33) % UInt64(foldsCount))
  }
}

extension Interpreter {
  fileprivate func answer(_ line: LabelledLine, fold: Int) -> Answer {
    let began = ContinuousClock.now
    let frame = understand(line.utterance)
    return Answer(
      line: line, intent: frame.intent.rawValue, confidence: frame.confidence,
      microseconds: (ContinuousClock.now - began) / .microseconds(1), fold: fold)
  }
}

/// What a message costs us, at the ordinary list, to stand beside what it costs the peers.
enum CostFile {
  static func write(_ pace: Figures, megabytes: Double, to file: URL) throws {
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    let cost: JSON = [
      "p50": .real(pace.percentile(50) * 1e6), "p99": .real(pace.percentile(99) * 1e6), "megabytes": .real(megabytes),
    ]
    try Data(cost.encoded()).write(to: file)
  }
}

/// The questions with our answers, for `peers.py` to ask others the same and to score all of us alike.
enum AnswerFile {
  static func write(_ answers: [Answer], to file: URL) throws {
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    let lines = answers.map { JSON($0).encoded() + [UInt8(ascii: "\n")] }
    try Data(lines.joined()).write(to: file)
    say("questions and answers: \(file.relativePath)")
  }
}

extension JSON {
  fileprivate init(_ answer: Answer) {
    self = .object([
      "text": .string(answer.line.text), "lang": .string(answer.line.language),
      "role": .string(answer.line.role.rawValue), "ctx": .string(answer.line.awaited.rawValue),
      "intents": .array(answer.line.intents.map(JSON.string)), "fold": .integer(Int64(answer.fold)),
      "answer": .string(answer.intent), "confidence": .real(answer.confidence), "us": .real(answer.microseconds),
    ])
  }
}
