import Foundation
import Intents

/// How often the answers are right, how well they know it, and whether they know what is no matter of a shop.
struct Accuracy {
  let answers: [Answer]

  private static let outside = Intent.outOfScope.rawValue
  private static let binsCount = 15

  var share: Double { Self.ratio(answers.count(where: \.isRight), answers.count) }

  /// Of what was taken to be out of scope, the share that is.
  var outsidePrecision: Double {
    let taken = answers.filter { $0.intent == Self.outside }
    return Self.ratio(taken.count(where: \.isRight), taken.count)
  }

  /// Of what is out of scope, the share that was taken so.
  var outsideRecall: Double {
    let outside = answers.filter { $0.line.intents.first == Self.outside }
    return Self.ratio(outside.count(where: \.isRight), outside.count)
  }

  /// The expected calibration error: by how much confidence is off, on average, in fifteen bins (Guo et al. 2017).
  var calibrationError: Double {
    let bins = Dictionary(grouping: answers) {
      min(Self.binsCount - 1, Int($0.confidence * Double(Self.binsCount)))
    }.values
    let gaps = bins.map { bin in abs(bin.reduce(0) { $0 + $1.confidence } - Double(bin.count(where: \.isRight))) }
    return gaps.reduce(0, +) / Double(answers.count)
  }

  private static func ratio(_ part: Int, _ whole: Int) -> Double { whole == 0 ? .nan : Double(part) / Double(whole) }
}

/// The table for `docs/benchmarks.md`: all answers, then those of each language.
struct AccuracyTable {
  private let answers: [Answer]

  init(_ answers: [Answer]) { self.answers = answers }

  var text: String {
    let languages = Dictionary(grouping: answers, by: \.line.language).sorted { $0.key < $1.key }
    let rows = [row("all", answers)] + languages.map { row($0.key, $0.value) }
    let head = [
      "| language | lines | intent | out of scope: precision | recall | calibration error |",
      "|---|---:|---:|---:|---:|---:|",
    ]
    return "\n" + (head + rows).joined(separator: "\n") + "\n"
  }

  private func row(_ name: String, _ answers: [Answer]) -> String {
    let accuracy = Accuracy(answers: answers)
    let shares = [accuracy.share, accuracy.outsidePrecision, accuracy.outsideRecall, accuracy.calibrationError]
    let cells = [name, String(answers.count)] + shares.map { $0.isNaN ? "–" : String(format: "%.3f", $0) }
    return "| " + cells.joined(separator: " | ") + " |"
  }
}
