import Foundation

/// Places in a week, by the number of a day.
enum Week {
  /// 0 for Monday to 6 for Sunday.
  static func place(of day: Int) -> Int { ((day + 3) % 7 + 7) % 7 }
}

extension Double {
  func power(_ exponent: Double) -> Double { pow(self, exponent) }
}
