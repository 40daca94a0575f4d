package import Measures

/// An hour and a minute of the shop's day.
package struct TimeOfDay: Hashable, Sendable {
  package let hour: Int
  package let minute: Int

  package init(hour: Int, minute: Int) {
    self.hour = hour
    self.minute = minute
  }

  /// “9:10 AM”, “सुबह 9:10”, “संध्याकाळी 6:05”.
  package func said(in voice: Voice) -> String {
    let clock = "\((hour + 11) % 12 + 1):\(minute < 10 ? "0" : "")\(minute)"
    switch voice {
    case .english: return "\(clock) \(hour < 12 ? "AM" : "PM")"
    case .hindi: return "\(part("सुबह", "दोपहर", "शाम", "रात")) \(clock)"
    case .romanHindi: return "\(part("subah", "dopahar", "shaam", "raat")) \(clock)"
    case .marathi: return "\(part("सकाळी", "दुपारी", "संध्याकाळी", "रात्री")) \(clock)"
    case .romanMarathi: return "\(part("sakali", "dupari", "sandhyakali", "ratri")) \(clock)"
    }
  }

  private func part(_ morning: String, _ noon: String, _ evening: String, _ night: String) -> String {
    switch hour {
    case 4..<12: morning
    case 12..<16: noon
    case 16..<20: evening
    default: night
    }
  }
}

extension Day {
  /// “आज सुबह 9:10”, “20 नवंबर”.
  package func saidAsMoment(at time: TimeOfDay?, in voice: Voice, today: Day) -> String {
    guard self == today else { return saidPlainly(in: voice, today: today) }
    let word = voice == .english ? "today" : voice.isDevanagari ? "आज" : "aaj"
    return time.map { "\(word) \($0.said(in: voice))" } ?? word
  }
}
