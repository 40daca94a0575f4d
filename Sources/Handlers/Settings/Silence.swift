import Alerts
import Database
import Foundation
import Intents
import Inventory
import Language
import Measures

/// “low stock alert band karo”, “stop spike alerts”, “kal tak mat batao”: no alerts of a kind, or none for a while. What
/// names neither is left to the other settings.
extension Turn {
  func silence(_ request: Request) async throws -> Answer? {
    let words = SpokenText(request.words ?? "").tokens
    let isOff = words.contains { Self.offWords.contains($0) } || request.frame.slots.value == "on"
    let isOn = !isOff && words.contains { Self.onWords.contains($0) }
    guard !["language", "large_sale"].contains(request.frame.slots.setting), isOff || isOn else { return nil }
    if let topic = AlertTopic.allCases.first(where: { topic in words.contains { topic.words.contains($0) } }) {
      try await books.prefer(topic.kinds, areOn: isOn, for: author.member)
      return .say(say(isOn ? .settingKindOn : .settingKindOff, [.what: .text(say(topic.name))]), for: request)
    }
    guard isOff, let end = pauseEnd(words) else { return nil }
    try await books.prefer(alertsAfter: end, for: author.member)
    return .say(say(.settingPause, [.date: moment(end)]), for: request)
  }

  /// Nil where no time was named.
  private func pauseEnd(_ words: [Token]) -> Date? {
    let number = words.lazy.compactMap(\.count).first { (1...Self.pauseMax).contains($0) }
    if words.contains(where: { Self.hours.contains($0) }) { return books.now + Double(number ?? 1) * 3600 }
    let days: Int? =
      if words.contains(where: { Self.weeks.contains($0) }) {
        7 * (number ?? 1)
      } else if words.contains(where: { Self.days.contains($0) }) {
        number ?? 1
      } else {
        words.contains { Self.tomorrow.contains($0) } ? 1 : nil
      }
    return days.map { Night().end(after: books.now + Double($0 - 1) * 86_400, in: zone) }
  }

  private static let pauseMax = 60

  private func moment(_ date: Date) -> PhraseValue {
    let minute = (Int(date.timeIntervalSince1970) + zone.secondsFromGMT(for: date)) / 60 % 1_440
    return .moment(Day(of: date, in: zone), at: TimeOfDay(minute: minute), today: today)
  }

  private static let offWords: WordSet =
    "off band bandh stop mute disable mat nako naka chup silence pause snooze no dont not बंद मत नको नका चुप थांबवा थांबव thambva thambav"
  private static let onWords: WordSet =
    "on chalu start enable resume shuru suru चालू शुरू सुरू"
  private static let hours: WordSet =
    "hour hours ghanta ghante ghanto tas taas घंटा घंटे तास"
  private static let days: WordSet =
    "day days din divas दिन दिवस"
  private static let weeks: WordSet =
    "week weeks hafta hafte athavda हफ्ता हफ्ते आठवडा"
  private static let tomorrow: WordSet =
    "tomorrow kal udya udyaparyant today aaj कल उद्या उद्यापर्यंत आज morning subah sakali sakalparyant सकाळपर्यंत सुबह सकाळी"
}

extension Token {
  /// A whole number in digits.
  fileprivate var count: Int? {
    guard case .number(let quantity) = kind else { return nil }
    return Int(quantity.description)
  }
}

/// Kinds of alerts as an owner names them.
private enum AlertTopic: CaseIterable {
  case stock, expiry, spike, festival, slow, price, credit, message

  var kinds: [AlertKind] {
    switch self {
    case .stock: [.lowStock, .outOfStock]
    case .expiry: [.expiryAhead]
    case .spike: [.demandSpike, .unusualSale]
    case .festival: [.festivalAhead]
    case .slow: [.slowStock]
    case .price: [.priceChance]
    case .credit: [.largeCredit]
    case .message: [.failedDelivery]
    }
  }

  var name: Phrase {
    switch self {
    case .stock: .alertsStock
    case .expiry: .alertsExpiry
    case .spike: .alertsSpike
    case .festival: .alertsFestival
    case .slow: .alertsSlow
    case .price: .alertsPrice
    case .credit: .alertsCredit
    case .message: .alertsMessage
    }
  }

  var words: WordSet {
    switch self {
    case .stock: "stock low kam kami स्टॉक कम कमी sampla khatam खत्म संपला"
    case .expiry: "expiry expire expired एक्सपायरी mudat मुदत मुदतीच्या"
    case .spike: "spike spikes tez fast khap तेज खप achanak अचानक"
    case .festival: "festival festivals tyohar san त्योहार सण सणाचे"
    case .slow: "slow pada padun पड़ा पडून"
    case .price: "price rate rates bhav रेट भाव competitor"
    case .credit: "credit udhaar udhar udhari udhariche उधारीचे उधार उधारी"
    case .message: "message messages delivery मैसेज मेसेज"
    }
  }
}
