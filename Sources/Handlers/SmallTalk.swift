import Commerce
import Database
import Foundation
import Intents
import Inventory
import Language
import Measures

/// Greetings, help and thanks; the one polite line for what we do not do.
extension Turn {
  func greet(_ words: String) -> Answer {
    let folded = words.lowercased()
    if ["ram ram", "राम राम"].contains(where: folded.contains) { return .say(say(.greetingRamRam)) }
    if ["salaam", "salam", "सलाम"].contains(where: folded.contains) { return .say(say(.greetingSalaam)) }
    if role == .customer { return .say(say(.customerHello, [.shop: .text(shopName)])) }
    let hour = Calendar.hour(of: books.now, in: zone)
    let phrase: Phrase =
      switch hour {
      case 4..<12: .greetingMorning
      case 12..<17: .greetingAfternoon
      default: .greetingEvening
      }
    return .say(say(phrase))
  }

  /// Examples with what this shop really sells.
  func help() async throws -> Answer {
    let items = try await books.wellKnownItems(3)
    guard let first = items.first else { return .say(say(.unclear)) }
    let second = items.dropFirst().first ?? first
    let third = items.dropFirst(2).first ?? second
    let price = try await books.priceTag(of: first.id).sale ?? Money(rupees: 45)
    let lines = [
      say(.helpHead),
      say(.helpLineSale, [.item: name(first), .qty: .measure(Measure(Quantity(2), first.unit))]),
      say(.helpLineAdd, [.item: name(second), .qty: .measure(Measure(Quantity(20), second.unit))]),
      say(.helpLineCheck, [.item: name(third)]),
      say(.helpLinePrice, [.item: name(first), .rate: .rate(price, first.unit)]),
      say(.helpLineSet, [.item: name(second), .qty: .measure(Measure(Quantity(40), second.unit))]),
      say(.helpLineCredit, [.item: name(third), .qty: .measure(Measure(Quantity(2), third.unit))]),
      say(.helpLineLow),
      say(.helpLineSales),
      say(.helpLineUndo),
    ]
    return .say(lines.joined(separator: "\n"))
  }

  func unclear() -> Answer { .say(say(.unclear)) }
}

extension Calendar {
  static func hour(of instant: Date, in zone: TimeZone) -> Int {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    return calendar.component(.hour, from: instant)
  }
}
