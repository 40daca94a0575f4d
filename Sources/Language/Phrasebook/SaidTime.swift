/// A time of day as it is said: “8 AM”, “सुबह 8 बजे”, “ratri 9:30 vajta”.
extension Int {
  /// - Parameter self: minutes after midnight.
  func saidAsTime(in voice: Voice) -> String {
    let (hour, minute) = (self / 60 % 24, self % 60)
    let clock = "\((hour + 11) % 12 + 1)" + (minute == 0 ? "" : ":" + (minute < 10 ? "0" : "") + "\(minute)")
    let part = [4, 12, 16, 20].filter { $0 <= hour }.count
    return switch voice {
    case .english: clock + (hour < 12 ? " AM" : " PM")
    case .hindi: ["रात", "सुबह", "दोपहर", "शाम", "रात"][part] + " \(clock) बजे"
    case .romanHindi: ["raat", "subah", "dopahar", "shaam", "raat"][part] + " \(clock) baje"
    case .marathi: ["रात्री", "सकाळी", "दुपारी", "संध्याकाळी", "रात्री"][part] + " \(clock) वाजता"
    case .romanMarathi: ["ratri", "sakali", "dupari", "sandhyakali", "ratri"][part] + " \(clock) vajta"
    }
  }
}
