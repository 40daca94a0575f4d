import Dispatch
import Language
import Learning
import Synchronization

/// The training lines, read once as messages are read, ready to learn from.
package struct TrainingSet: Sendable {
  package let lines: [TrainingLine]
  /// The masks of the lines: lines of one mask teach the same.
  package let masks: [String]
  /// What the lines speak of.
  package let goods: Catalogue
  let examples: [Example]
  /// Whole requests come at any time, also while something is open: half of such lines teach once more in another place,
  /// so that what is open decides only about words that need it.
  private let echoes: [Example?]

  init(_ lines: [TrainingLine], goods: Catalogue, kinds: MessageFeatures.Kinds = .all) {
    self.lines = lines
    self.goods = goods
    let finder = ItemFinder(catalogue: goods, cues: .standard)
    let reader = Reader(finder: finder, people: PeopleFinder(.none), cues: .standard)
    let study = Study(reader: reader, finder: finder, kinds: kinds)
    let read = Self.inParallel(lines, study.read)
    masks = read.map(\.mask)
    examples = read.map(\.example)
    echoes = read.map(\.echo)
  }

  package func model() -> IntentModel { model(without: []) }

  /// What is learnt where these lines, by their place in `lines`, are kept back to ask for them later.
  package func model(without asked: Set<Int>) -> IntentModel {
    let taught = lines.indices.filter { !asked.contains($0) }
    return IntentModel(SoftmaxTrainer().fit(taught.map { examples[$0] } + taught.compactMap { echoes[$0] }))
  }

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

  func read(_ line: TrainingLine) -> (mask: String, example: Example, echo: Example?) {
    let text = SpokenText(line.text)
    let reading = Reading(tokens: text.tokens, spans: reader.spans(of: text.tokens), finder: finder)
    let masked = MaskedText(reading)
    let example = example(of: line, reading, masked, awaited: line.awaited)
    let number = line.text.utf8.count % (2 * Self.places.count)
    guard number < Self.places.count, isWhole(line, reading) else { return (masked.text, example, nil) }
    return (masked.text, example, self.example(of: line, reading, masked, awaited: Self.places[number]))
  }

  private static let places: [Awaited] = [.afterReport, .slot, .confirmation, .choice]

  private func isWhole(_ line: TrainingLine, _ reading: Reading) -> Bool {
    guard line.awaited == .none, !Self.dialogue.contains(line.intent) else { return false }
    let cues = Evidence(reading, role: line.role, awaited: .none).cues
    // What became of the goods may be asked, but with a day beside them they answer no question.
    return cues.contains(.hasPeriod) || !Fragments.holds(line.intent, cues)
  }

  /// What these mean hangs on what is open.
  private static let dialogue: Set<Intent> = [.yes, .no, .cancel, .choose, .correct, .followUp]

  private func example(of line: TrainingLine, _ reading: Reading, _ masked: MaskedText, awaited: Awaited) -> Example {
    let evidence = Evidence(reading, role: line.role, awaited: awaited)
    let features = MessageFeatures(masked, evidence, book.weigh(evidence.cues), kinds: kinds).features
    let bars = IntentMask.bars(role: line.role, awaited: awaited)
    return Example(features: features, label: line.intent.position, bars: bars)
  }
}
