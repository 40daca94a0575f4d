import Foundation
import Messages

/// A conversation as a text file that a shopkeeper can read and correct.
///
///     # what this is about
///     > 5 kilo chini bechi          the owner writes
///     < ✅ Bikri: Sugar 5 kilo, ₹225      the shop answers, line by line
///     < 📎 Stock 2026-11-21.xlsx     the file that goes along
///     < [Undo]                      what can be tapped
///     > [Undo]                      a tap on it
///     < → customer: Chini hai.      what somebody else was sent on account of it
///     = stock sugar 40              what the database must hold now
///     ! goods.csv: item,qty,rate / Chini,50,44      a file is sent: its name, and its lines
///     @ staff                       from here on the helper writes
///     + 40 minutes                  time goes by
///     * customer Ramesh Patil       the shop knows one more
///     * summary                     the day's summary is sent, as at its hour
///     * check                       the inventory is looked at, as every few hours
///     * sheet 1AbcDefGhij: item,qty / Chini,50   a Google Sheet that everybody may read who has the link
///     * past 70 sugar 4 6     sold in each of the last 70 days: 4, on Sundays 6
///     * item Ladi Pav | packet | 24 | pav        and sells one more: name, unit, price, other names
struct Transcript: Sendable {
  enum Step: Sendable, Equatable {
    case writes(String)
    case taps(String)
    case sends(String)
    case check([String])
    case speaker(String)
    case wait(minutes: Double)
    case grows(String)
    case note(String)
  }

  struct Turn: Sendable {
    let step: Step
    let line: Int
    /// What the shop must answer; empty for silence.
    var answer: [String] = []
  }

  var turns: [Turn] = []

  init(_ text: String) throws {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let words = line.dropFirst(2)
      switch line.first {
      case ">":
        let isTap = words.hasPrefix("[") && words.hasSuffix("]")
        turns.append(
          Turn(step: isTap ? .taps(String(words.dropFirst().dropLast())) : .writes(String(words)), line: index + 1))
      case "!": turns.append(Turn(step: .sends(String(words)), line: index + 1))
      case "<": turns[turns.count - 1].answer.append(String(words))
      case "=": turns.append(Turn(step: .check(words.split(separator: " ").map(String.init)), line: index + 1))
      case "@": turns.append(Turn(step: .speaker(String(words)), line: index + 1))
      case "+":
        guard let minutes = words.split(separator: " ").first.flatMap({ Double($0) }) else {
          throw Unreadable(line: index + 1)
        }
        turns.append(Turn(step: .wait(minutes: minutes), line: index + 1))
      case "*": turns.append(Turn(step: .grows(String(words)), line: index + 1))
      case "#", nil: turns.append(Turn(step: .note(String(line)), line: index + 1))
      default: throw Unreadable(line: index + 1)
      }
    }
    while turns.last?.step == .note("") { turns.removeLast() }
  }

  struct Unreadable: Error { let line: Int }

  /// The file with these answers in place of its own.
  func written(with answers: [[String]]) -> String {
    zip(turns, answers).map { turn, answer in
      let head =
        switch turn.step {
        case .writes(let text): "> " + text
        case .taps(let title): "> [" + title + "]"
        case .sends(let file): "! " + file
        case .check(let words): "= " + words.joined(separator: " ")
        case .speaker(let name): "@ " + name
        case .wait(let minutes): "+ \(minutes == minutes.rounded() ? String(Int(minutes)) : String(minutes)) minutes"
        case .grows(let what): "* " + what
        case .note(let text): text
        }
      return ([head] + answer.map { "< " + $0 }).joined(separator: "\n")
    }.joined(separator: "\n") + "\n"
  }
}

extension Reply {
  /// As a transcript shows it: the text, and what can be tapped in a line of its own.
  var lines: [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) + attached + tappable
  }

  private var attached: [String] { attachment.map { ["📎 \($0.name)"] } ?? [] }

  private var tappable: [String] {
    switch choices {
    case .none: []
    case .buttons(let buttons): [buttons.map { "[\($0.title)]" }.joined(separator: " ")]
    case .list(let button, let rows): ["{\(button)}"] + rows.map { "  [\($0.title)]" }
    }
  }

  /// What comes back when something with this title is tapped.
  func content(tapping title: String) -> Content? {
    switch choices {
    case .none: nil
    case .buttons(let buttons):
      buttons.first { $0.title == title }.map { .button(id: $0.id, title: $0.title) }
    case .list(_, let rows):
      rows.first { $0.title == title }.map { .listRow(id: $0.id, title: $0.title) }
    }
  }
}
