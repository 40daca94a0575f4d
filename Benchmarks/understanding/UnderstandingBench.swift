import Foundation
import Intents

/// What understanding costs, without any server, and how often it is right: time to start, memory, a message at an
/// ordinary list and at a long one, then accuracy. `peers.py` reads the answers that are left behind and asks others the same.
struct UnderstandingBench {
  /// Lines with their intents that somebody labelled; without them the training lines examine themselves.
  let sentences: String?
  let home: URL

  /// Enough for a hundredth to be a few messages, and no more than a minute on one core.
  private static let messagesMax = 2_000
  private static let longList = 5_000

  func run(_ table: inout Table) throws {
    let started = try Start.measured()
    say(started.words)
    let training = try TrainingFolder.read(TrainingFolder.standing)
    let examination = try examination(training)
    let messages = spread(examination.lines).map(\.utterance)
    let paces = [training.goods, LongList.catalogue(Self.longList, from: training.goods)].map { catalogue in
      let figures = Pace(interpreter: Interpreter(catalogue: catalogue, model: started.model)).best(of: messages)
      let count = catalogue.items.count.formatted(.number.locale(Locale(identifier: "en")))
      table.add("understanding, a list of \(count)", figures, in: .microseconds)
      return figures
    }
    try CostFile.write(paces[0], megabytes: started.megabytes, to: folder.appending(path: "cost.json"))
    let answers = examination.answers(with: started.model)
    try AnswerFile.write(answers, to: folder.appending(path: "\(examination.name).jsonl"))
    say(AccuracyTable(answers).text)
  }

  /// Where `peers.py` looks for what we left.
  private var folder: URL { home.appending(path: ".build/understanding") }

  /// The lines may stand in order of their meaning; some of each are timed.
  private func spread(_ lines: [LabelledLine]) -> [LabelledLine] {
    stride(from: 0, to: lines.count, by: lines.count / Self.messagesMax + 1).map { lines[$0] }
  }

  private func examination(_ training: TrainingSet) throws -> any Examination {
    guard let sentences else { return CrossValidation(training) }
    return Outsiders(goods: training.goods, lines: try LabelledLine.read(sentences))
  }
}

/// From nothing to a model that answers, as at the start of the program, and the memory that stays.
struct Start {
  let model: IntentModel
  private let reading: Duration
  private let learning: Duration
  let megabytes: Double

  static func measured() throws -> Start {
    let bytesBefore = Machine.residentBytes
    let clock = ContinuousClock()
    let began = clock.now
    let training = try TrainingFolder.read(TrainingFolder.standing)
    let read = clock.now
    let model = training.model()
    return Start(
      model: model, reading: read - began, learning: clock.now - read,
      megabytes: Double(Machine.residentBytes - bytesBefore) / 1e6)
  }

  var words: String {
    String(
      format: "start %.2f s: reading the training lines %.2f s, learning %.2f s; memory added %.0f MB",
      (reading + learning) / .seconds(1), reading / .seconds(1), learning / .seconds(1), megabytes)
  }
}

/// How long one message takes, one after the other on one thread.
struct Pace {
  let interpreter: Interpreter

  private static let rounds = 5

  /// After one round to warm up, the round with the best median: what else runs on the machine only ever adds.
  func best(of messages: [Utterance]) -> Figures {
    _ = round(messages)
    let rounds = (0..<Self.rounds).map { _ in round(messages) }
    return rounds.min { $0.percentile(50) < $1.percentile(50) } ?? Figures([])
  }

  private func round(_ messages: [Utterance]) -> Figures {
    Figures(
      messages.map { message in
        let began = ContinuousClock.now
        _ = interpreter.understand(message)
        return (ContinuousClock.now - began) / .seconds(1)
      })
  }
}

/// A list as long as a supermarket's: the ordinary goods, and the same goods by brands that are made of syllables.
enum LongList {
  private static let syllables = ["bro", "dex", "fli", "gax", "klu", "mev", "nor", "pli", "quo", "ruz", "tav", "vin"]

  static func catalogue(_ count: Int, from goods: Catalogue) -> Catalogue {
    let branded = (0..<max(0, count - goods.items.count)).map { number in
      let (round, place) = number.quotientAndRemainder(dividingBy: goods.items.count)
      return item(goods.items[place], brand: brand(round * 7 + place % 7))
    }
    return Catalogue(goods.items + branded)
  }

  private static func item(_ item: CatalogueItem, brand: String) -> CatalogueItem {
    CatalogueItem(
      id: "\(brand)_\(item.id)", names: item.names.map { "\(brand) \($0)" }, category: item.category, unit: item.unit)
  }

  private static func brand(_ number: Int) -> String {
    let (first, second) = (number / syllables.count, number % syllables.count)
    return syllables[first % syllables.count] + syllables[second]
  }
}
