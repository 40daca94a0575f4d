package import Foundation

/// When an expression comes next in a place whose clocks may be put forward and back.
///
/// The rule is Vixie cron's, cron(8) under “daylight saving time”, for a change of any length. An expression that names
/// times of the day (“30 2 * * *”) comes once: what falls into the hour that is left out comes at the moment at which
/// clocks are put forward (several such times: once), and of an hour that is shown twice only the first showing counts.
/// An expression that follows the clock, because its minute or hour begins with `*`, comes whenever the clock shows it:
/// never in the hour left out, twice in the hour shown twice.
extension CronExpression {
  /// The first moment after `moment`; nil only beyond the calendar.
  package func next(after moment: Date, in zone: TimeZone) -> Date? {
    var time = Int(moment.timeIntervalSince1970.rounded(.down))
    var offset = zone.offset(at: time)
    var wall = time + offset + 1
    if !followsTheClock, let earlier = zone.change(after: time - Self.lookBack, through: time) {
      // What this clock showed before it was put back has been.
      wall = max(wall, earlier.time + earlier.before)
    }
    while let shown = wallTime(from: wall) {
      guard let change = zone.change(after: time, through: shown - offset) else {
        return Date(timeIntervalSince1970: Double(shown - offset))
      }
      let (old, new) = (change.time + change.before, change.time + change.after)
      if !followsTheClock, shown < new { return Date(timeIntervalSince1970: Double(change.time)) }
      wall = followsTheClock ? new : max(old, new)
      (time, offset) = (change.time, change.after)
    }
    return nil
  }

  /// The first `count` moments after `moment`.
  package func next(_ count: Int, after moment: Date, in zone: TimeZone) -> [Date] {
    Array(
      sequence(state: moment) { last in
        guard let next = next(after: last, in: zone) else { return nil }
        last = next
        return next
      }.prefix(count))
  }

  /// No clock was ever put back by more.
  private static let lookBack = 86_400
}

extension TimeZone {
  /// Clocks are put from `before` to `after`, in seconds east of Greenwich.
  fileprivate struct Change {
    let time: Int
    let before: Int
    let after: Int
  }

  fileprivate func offset(at time: Int) -> Int { secondsFromGMT(for: Date(timeIntervalSince1970: Double(time))) }

  /// The first change in a time. Looked for day by day: two changes that undo each other within one have never been.
  fileprivate func change(after start: Int, through end: Int) -> Change? {
    var from = start
    let before = offset(at: from)
    while from < end {
      let to = min(from + 86_400, end)
      if offset(at: to) != before { return bisect(from, to, before) }
      from = to
    }
    return nil
  }

  private func bisect(_ from: Int, _ to: Int, _ before: Int) -> Change {
    var (low, high) = (from, to)
    while high - low > 1 {
      let middle = (low + high) / 2
      if offset(at: middle) == before { low = middle } else { high = middle }
    }
    return Change(time: high, before: before, after: offset(at: high))
  }
}
