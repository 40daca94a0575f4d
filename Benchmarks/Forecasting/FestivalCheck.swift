import Forecast
import Foundation
import Measures

/// Our festivals beside those of a file (`date,name`), and what a year of them costs: for each festival how many of its
/// days are met, and which are not.
struct FestivalCheck {
  let reference: String

  init(reference: String?) throws {
    guard let reference else { throw Plainly("festivals are checked against a file: --reference FILE") }
    self.reference = reference
  }

  func run(_ table: inout Table) throws {
    let listed = try read()
    let first = listed.values.joined().min() ?? Day(number: 0)
    let last = listed.values.joined().max() ?? Day(number: 0)
    for festival in Festival.allCases {
      let days = listed.filter { Self.name(festival, matches: $0.key) }.values.joined().sorted()
      guard !days.isEmpty else { continue }
      let ours = FestivalCalendar().days(of: festival, in: first.adding(-40)...last.adding(40)).map(\.day)
      say(Self.verdict(festival, days, ours))
    }
    table.add("festivals, a year", Figures(Self.secondsAYear()), in: .microseconds)
  }

  private func read() throws -> [String: [Day]] {
    var listed: [String: [Day]] = [:]
    for line in try String(contentsOfFile: reference, encoding: .utf8).split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: ",", maxSplits: 1)
      guard parts.count == 2, let day = Day(text: parts[0]) else { continue }
      listed[String(parts[1]), default: []].append(day)
    }
    return listed
  }

  private static func verdict(_ festival: Festival, _ days: [Day], _ ours: [Day]) -> String {
    let misses = days.compactMap { day -> (day: Day, by: Int)? in
      let by = ours.map { $0.number - day.number }.min { abs($0) < abs($1) } ?? .max
      return by == 0 ? nil : (day, by)
    }
    let list = misses.map { "\($0.day) \($0.by > 0 ? "+" : "")\($0.by)" }.joined(separator: ", ")
    return "\(festival.rawValue): \(days.count - misses.count) of \(days.count)" + (list.isEmpty ? "" : ": \(list)")
  }

  /// The reference has several names for some, and dates that are estimated under names of their own.
  private static func name(_ festival: Festival, matches name: String) -> Bool {
    let plain = name.replacingOccurrences(of: " (estimated)", with: "")
    return switch festival {
    case .makarSankranti: plain == "Makar Sankranti"
    case .republicDay: plain == "Republic Day"
    case .mahaShivaratri: plain == "Maha Shivaratri"
    case .holi: plain == "Holi"
    case .ramNavami: plain == "Ram Navami"
    case .independenceDay: plain == "Independence Day"
    case .rakshaBandhan: plain == "Raksha Bandhan"
    case .janmashtami: plain == "Janmashtami (Vaishnava)"
    case .ganeshChaturthi: plain.hasPrefix("Ganesh Chaturthi")
    case .dussehra: plain == "Dussehra"
    case .diwali: plain == "Diwali"
    case .bhaiDooj: plain == "Bhai Duj"
    case .chhath: plain.contains("Chhath")
    case .christmas: plain == "Christmas"
    case .eidAlFitr: plain == "Eid al-Fitr"
    case .eidAlAdha: plain == "Eid al-Adha"
    case .gudiPadwa, .akshayaTritiya, .maharashtraDay, .ashadhiEkadashi, .anantChaturdashi, .gandhiJayanti,
      .navratri, .karvaChauth, .dhanteras, .salaryDay:
      false
    }
  }

  private static func secondsAYear() -> [Double] {
    let clock = ContinuousClock()
    return (0..<200).map { year in
      let first = Day(number: 10_957 + year % 60 * 365)
      return clock.measure { _ = FestivalCalendar().festivals(in: first...first.adding(364)) } / .seconds(1)
    }
  }
}
