package import Measures

/// An hour and a minute of the shop's day.
package struct TimeOfDay: Hashable, Sendable {
  package let hour: Int
  package let minute: Int

  package init(hour: Int, minute: Int) {
    self.hour = hour
    self.minute = minute
  }

  /// So many minutes after midnight.
  package init(minute: Int) { self.init(hour: minute / 60 % 24, minute: minute % 60) }

  /// When something happened: “9:10 AM”, “सुबह 9:10”, “संध्याकाळी 6:05”.
  package func said(in voice: Voice) -> String { named("\(clockHour):\(clockMinute)", in: voice) }

  /// When something will: “8 AM”, “सुबह 8 बजे”, “ratri 9:30 vajta”.
  package func saidAsAppointment(in voice: Voice) -> String {
    let time = named("\(clockHour)" + (minute == 0 ? "" : ":\(clockMinute)"), in: voice)
    return switch voice {
    case .english: time
    case .hindi: time + " बजे"
    case .romanHindi: time + " baje"
    case .marathi: time + " वाजता"
    case .romanMarathi: time + " vajta"
    }
  }

  private var clockHour: Int { (hour + 11) % 12 + 1 }

  private var clockMinute: String { (minute < 10 ? "0" : "") + "\(minute)" }

  /// With the part of the day to which it belongs.
  private func named(_ clock: String, in voice: Voice) -> String {
    switch voice {
    case .english: "\(clock) \(hour < 12 ? "AM" : "PM")"
    case .hindi: "\(part("सुबह", "दोपहर", "शाम", "रात")) \(clock)"
    case .romanHindi: "\(part("subah", "dopahar", "shaam", "raat")) \(clock)"
    case .marathi: "\(part("सकाळी", "दुपारी", "संध्याकाळी", "रात्री")) \(clock)"
    case .romanMarathi: "\(part("sakali", "dupari", "sandhyakali", "ratri")) \(clock)"
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
