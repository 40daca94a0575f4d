import Intents
import Language
import Testing

/// One row: what was said or asked last, the message, and what both mean together.
struct Exchange: CustomTestStringConvertible {
  let last: String
  let asked: String
  let message: String
  let verdict: String
  let merged: String

  var testDescription: String { "\(last) → \(message)" }

  static func read(_ table: String) -> [Exchange] {
    table.split(separator: "\n").compactMap { row in
      let parts = row.split(separator: "|", omittingEmptySubsequences: false)
        .map { $0.split(separator: " ").joined(separator: " ") }
      guard parts.count >= 4 else { return nil }
      return Exchange(
        last: parts[0], asked: parts[1], message: parts[2], verdict: parts[3], merged: parts.count > 4 ? parts[4] : "")
    }
  }

  var standing: Last.Standing {
    switch asked {
    case "quantity": .open(.quantity(line: 0))
    case "price": .open(.price(line: 0))
    case "item": .open(.item(line: 0))
    case "customer": .open(.customer)
    case "sure": .open(.confirmation)
    default: .answered
    }
  }

  /// What understanding is told, as the conversation tells it.
  var awaited: Awaited {
    switch standing {
    case .open(.confirmation): .confirmation
    case .open: .slot
    case .answered: Notation.frame(last).intent.isTold ? .none : .afterReport
    }
  }
}

struct ResolveTests {
  @Test(arguments: Exchanges.all) func `what is left out comes from what was said before`(_ exchange: Exchange) throws {
    let said = try CornerShop.understand(exchange.message, awaited: exchange.awaited)
    let resolution = resolve(said, after: Last(Notation.frame(exchange.last), exchange.standing))
    #expect(resolution.name == exchange.verdict, "\(said.written())")
    #expect(resolution.frame?.written() ?? "" == exchange.merged, "\(said.written())")
  }

  @Test func `without anything before it, an elliptical message means nothing`() {
    #expect(resolve(Notation.frame("follow_up - 15 kg"), after: nil) == .unresolved)
    #expect(resolve(Notation.frame("correct - 15 kg"), after: nil) == .unresolved)
    let whole = Notation.frame("sale_record sugar 5 kg")
    #expect(resolve(whole, after: nil) == .whole(whole))
  }

  @Test func `a pronoun without anything named before it stays one`() {
    let asked = Notation.frame("price_check @ref")
    #expect(resolve(asked, after: Last(Notation.frame("greet"))) == .whole(asked))
    let due = Notation.frame("credit_balance ; customer @ref")
    #expect(resolve(due, after: Last(Notation.frame("stock_check sugar"))) == .whole(due))
  }

  @Test func `a new quantity ends the money of the old one, and a correction of no other line's`() {
    let last = Last(Notation.frame("sale_record sugar 5 kg =225, maggi 7"))
    let merged = resolve(Notation.frame("correct sugar 6 kg"), after: last)
    #expect(merged.frame?.written() == "sale_record sugar 6 kg, maggi 7")
  }

  @Test func `a change of price stays a change`() {
    let last = Last(Notation.frame("price_set sugar +2"))
    #expect(resolve(Notation.frame("correct - 3"), after: last).frame?.written() == "price_set sugar +3")
    #expect(resolve(Notation.frame("correct - 45"), after: last).frame?.written() == "price_set sugar @45")
  }

  @Test(arguments: ["तांदूळ किती आहे", "चावल कितना है", "how much rice is left", "sakhar 2 kilo vikli", "5 kilo chini bechi"])
  func `what says all by itself is clear whatever was asked`(_ text: String) throws {
    #expect(try CornerShop.understand(text).isClearRequest)
  }

  @Test(arguments: ["15 kilo", "chini", "haan", "nahi 3 kilo", "aur 2 maggi", "आणि साखर?", "kal ka?", "ramesh ko", "2"])
  func `an answer is no clear request`(_ text: String) throws {
    #expect(try !CornerShop.understand(text).isClearRequest)
  }

  @Test func `the reply follows the voice of what was said last`() {
    var said = Notation.frame("correct - 15 kg")
    said.voice = .marathi
    let resolution = resolve(said, after: Last(Notation.frame("sale_record sugar 5 kg")))
    #expect(resolution.frame?.voice == .marathi)
  }
}

extension Resolution {
  fileprivate var name: String {
    switch self {
    case .whole: "whole"
    case .completed: "completed"
    case .amended: "amended"
    case .again: "again"
    case .unresolved: "unresolved"
    }
  }
}
