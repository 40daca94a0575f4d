import Foundation
import Language
import Measures

extension Phrasebook {
  /// The phrasebook of this repository.
  static func ours() throws -> Phrasebook { try Phrasebook(directory: Texts.directory) }
}

/// The files of `templates/replies/` as they stand, for tests that spoil one line of them.
enum Texts {
  static let directory = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "templates/replies")

  static func ours() throws -> [Voice: String] {
    var texts: [Voice: String] = [:]
    for voice in Voice.allCases {
      texts[voice] = try String(contentsOf: directory.appending(path: "\(voice.rawValue).txt"), encoding: .utf8)
    }
    return texts
  }

  static func line(of phrase: Phrase, in text: String) -> String? {
    text.split(separator: "\n").first { $0.hasPrefix("\(phrase.key) = ") }.map(String.init)
  }
}

extension Measure {
  static func of(_ thousandths: Int64, _ unit: Measures.Unit) -> Measure {
    Measure(Quantity(thousandths: thousandths), unit)
  }
}

/// One believable value for every placeholder.
enum Sample {
  static func values(in voice: Voice) -> [Placeholder: PhraseValue] {
    var values = Dictionary(uniqueKeysWithValues: Placeholder.allCases.map { ($0, value(for: $0, in: voice)) })
    values[.item] = .text(sugar(in: voice))
    return values
  }

  private static func sugar(in voice: Voice) -> String {
    switch voice {
    case .english: "Sugar"
    case .hindi: "चीनी"
    case .romanHindi: "Chini"
    case .marathi: "साखर"
    case .romanMarathi: "Sakhar"
    }
  }

  private static func value(for placeholder: Placeholder, in voice: Voice) -> PhraseValue {
    let sold = PhraseValue.words([.text(sugar(in: voice)), .measure(.of(2_000, .kilogram))])
    return switch placeholder {
    case .item, .text: .text(sugar(in: voice))
    case .shop: .text("Gupta Kirana")
    case .customer: .text("Ramesh")
    case .supplier: .text("Sharma Traders")
    case .balance: .money(Money(rupees: 1_250))
    case .qty, .usual, .low: .measure(.of(2_000, .kilogram))
    case .left, .new, .high: .measure(.of(18_000, .kilogram))
    case .old, .have: .measure(.of(1_000, .kilogram))
    case .amount, .total, .before: .money(Money(rupees: 90))
    case .rate, .cost: .rate(Money(rupees: 45), .kilogram)
    case .what, .reason, .items, .lines, .standing: sold
    case .days: .days(7)
    case .date: .day(Day(number: 20_777))
    case .period: .period(PeriodRange(Day(number: 20_777)), today: Day(number: 20_778))
    case .time: .time(TimeOfDay(minute: 480))
    case .bills: .bills(12)
    case .share: .share(889)
    case .usualShare: .share(1_500)
    case .n: .number(12)
    case .unit: .unit(.box)
    case .howMany: .howMany(.packet)
    }
  }
}
