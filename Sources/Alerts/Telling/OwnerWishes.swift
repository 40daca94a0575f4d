package import Foundation

/// What an owner wants to hear by himself, and when. Everything is wanted where nothing was said.
package struct OwnerWishes: Hashable, Sendable {
  package var isMuted = false
  package var off: Set<AlertKind> = []
  /// Nothing before.
  package var after: Date?
  package var night = Night()

  package init() {}

  package func wants(_ kind: AlertKind) -> Bool { !isMuted && !off.contains(kind) }

  /// The one place that says why an owner is not told of an alert now; nil: tell it.
  ///
  /// - Parameter mayBeWrittenTo: WhatsApp lets us write freely for a day after somebody's last message. Templates, which
  ///   go outside of it, will be asked for here.
  package func reason(
    toHold alert: Alert, at now: Date, in zone: TimeZone, mayBeWrittenTo: Bool
  ) -> HeldReason? {
    guard wants(alert.kind) else { return .switchedOff }
    if let after, after > now { return .snoozed }
    if let until = alert.snoozedUntil, until > now { return .snoozed }
    if night.covers(now, in: zone) { return .quietHours }
    return mayBeWrittenTo ? nil : .windowClosed
  }
}

/// The hours in which nobody is told what he did not ask for: minutes after midnight, from the evening to the morning.
package struct Night: Hashable, Sendable {
  package var from = 22 * 60
  package var until = 7 * 60 + 30

  package init() {}

  package func covers(_ moment: Date, in zone: TimeZone) -> Bool {
    let minute = Self.minute(of: moment, in: zone)
    return from <= until ? minute >= from && minute < until : minute >= from || minute < until
  }

  /// The first moment after `moment` at which it is over.
  package func end(after moment: Date, in zone: TimeZone) -> Date {
    let wait = (until - Self.minute(of: moment, in: zone) + 1_440) % 1_440
    let seconds = moment.timeIntervalSince1970.truncatingRemainder(dividingBy: 60)
    return moment + Double(wait == 0 ? 1_440 : wait) * 60 - seconds
  }

  private static func minute(of moment: Date, in zone: TimeZone) -> Int {
    let seconds = Int(moment.timeIntervalSince1970.rounded(.down)) + zone.secondsFromGMT(for: moment)
    return ((seconds / 60) % 1_440 + 1_440) % 1_440
  }
}
