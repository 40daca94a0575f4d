import Dispatch
import Language
import Learning
import Synchronization

/// The training lines, read once as messages are read, ready to learn from.
package struct TrainingSet: Sendable {
  package let lines: [TrainingLine]
  /// The masks of the lines: lines of one mask teach the same.
  package let masks: [String]
  let examples: [Example]

  init(_ lines: [TrainingLine], goods: Catalogue, kinds: MessageFeatures.Kinds = .all) {
    self.lines = lines
    let finder = ItemFinder(catalogue: goods, cues: .standard)
    let reader = Reader(finder: finder, people: PeopleFinder(.none), cues: .standard)
    let study = Study(reader: reader, finder: finder, kinds: kinds)
    let read = Self.inParallel(lines, study.read)
    masks = read.map(\.mask)
    examples = read.map(\.example)
  }

  package func model() -> IntentModel { IntentModel(SoftmaxTrainer().fit(examples)) }

  /// A part for each core; the order of the answers is that of the lines.
  private static func inParallel<Answer: Sendable>(
    _ lines: [TrainingLine], _ read: @Sendable (TrainingLine) -> Answer
  ) -> [Answer] {
    let parts = 8
    let answers = Mutex([[Answer]](repeating: [], count: parts))
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      let range = (lines.count * part / parts)..<(lines.count * (part + 1) / parts)
      let found = lines[range].map(read)
      answers.withLock { $0[part] = found }
    }
    return answers.withLock { $0.flatMap { $0 } }
  }
}

/// Reads a line as a message and takes down what the classifier weighs of it.
private struct Study: Sendable {
  let reader: Reader
  let finder: ItemFinder
  let kinds: MessageFeatures.Kinds
  private let book = RuleBook.standard

  init(reader: Reader, finder: ItemFinder, kinds: MessageFeatures.Kinds) {
    self.reader = reader
    self.finder = finder
    self.kinds = kinds
  }

  func read(_ line: TrainingLine) -> (mask: String, example: Example) {
    let text = SpokenText(line.text)
    let reading = Reading(tokens: text.tokens, spans: reader.spans(of: text.tokens), finder: finder)
    let evidence = Evidence(reading, role: line.role, awaited: line.awaited)
    let masked = MaskedText(reading)
    let features = MessageFeatures(masked, evidence, book.weigh(evidence.cues), kinds: kinds).features
    let bars = IntentMask.bars(role: line.role, awaited: line.awaited)
    return (masked.text, Example(features: features, label: line.intent.position, bars: bars))
  }
}
