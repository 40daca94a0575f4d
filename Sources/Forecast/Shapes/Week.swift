/// Places in a week, by the number of a day.
enum Week {
  /// 0 for Monday to 6 for Sunday.
  static func place(of day: Int) -> Int { ((day + 3) % 7 + 7) % 7 }

  static func place(after place: Int) -> Int { place == 6 ? 0 : place + 1 }
}
