package import Foundation

/// A line of the table of recurring work: what is done when, for whom, and what of it when nobody was there to do it.
package struct Schedule: Sendable {
  package enum Scope: Sendable {
    /// For each shop, by the clock of the shop.
    case everyShop
    /// Once for all, by the clock of a zone.
    case once(TimeZone)
  }

  /// Stored with every slot, so it is never changed.
  package let name: String
  package let times: CronExpression
  package let scope: Scope
  package let missed: MissedSlots
  /// Jobs of many shops that fall due together are spread over so many seconds, each shop always at the same one.
  package let spreadSeconds: Int
  let kind: String
  let abreast: Int

  package init(
    _ name: String, at times: CronExpression, _ scope: Scope, missed: MissedSlots, spreadSeconds: Int = 0,
    does kind: JobKind<NoPayload>
  ) {
    self.name = name
    self.times = times
    self.scope = scope
    self.missed = missed
    self.spreadSeconds = spreadSeconds
    (self.kind, abreast) = (kind.name, kind.abreast)
  }

  /// When the job of a slot is due.
  func due(_ slot: Date, shop: Int64?) -> Date {
    guard let shop, spreadSeconds > 0 else { return slot }
    // Fibonacci hashing: neighbouring numbers fall far apart.
    let mixed = UInt64(bitPattern: shop) &* 0x9E37_79B9_7F4A_7C15 >> 32
    return slot + Double(mixed % UInt64(spreadSeconds))
  }
}

/// What becomes of slots at which no server was running.
package enum MissedSlots: Hashable, Sendable {
  /// The last one runs, the others are skipped.
  case latest
  case all
  /// Whatever is older than so many seconds is skipped.
  case skipAfter(Double)
}

/// Why a slot did not run.
package enum SkipReason: String, Sendable {
  case paused
  case superseded = "a later one was due as well"
  case late = "too late"
}

/// What becomes of the slots of one schedule: decided here, written down elsewhere.
struct SlotDecisions: Hashable, Sendable {
  struct Slot: Hashable, Sendable {
    let time: Date
    /// Nil where it runs.
    let skipped: SkipReason?
  }

  let slots: [Slot]
  /// All slots up to here are decided.
  let until: Date
  /// When to look again.
  let due: Date
  /// There were more than are decided at a time.
  let isPartial: Bool

  /// Decided at a time; what remains has its turn at once.
  static let slotsMax = 500

  /// - Parameter paused: since when the schedule is paused.
  init(
    of times: CronExpression, in zone: TimeZone, after decided: Date, through now: Date, missed: MissedSlots,
    paused: Date?
  ) {
    let found = times.next(Self.slotsMax + 1, after: decided, in: zone, through: now)
    let shown = found.prefix(Self.slotsMax)
    let latest = found.last { slot in paused.map { slot < $0 } ?? true }
    slots = shown.map { slot in
      if let paused, slot >= paused { return Slot(time: slot, skipped: .paused) }
      switch missed {
      case .latest: return Slot(time: slot, skipped: slot == latest ? nil : .superseded)
      case .all: return Slot(time: slot, skipped: nil)
      case .skipAfter(let seconds):
        return Slot(time: slot, skipped: now.timeIntervalSince(slot) > seconds ? .late : nil)
      }
    }
    isPartial = found.count > shown.count
    if isPartial, let last = shown.last {
      (until, due) = (last, last)
    } else {
      until = max(now, decided)
      due = times.next(after: until, in: zone) ?? .distantFuture
    }
  }
}

extension CronExpression {
  /// The first `count` moments after one and not after another.
  fileprivate func next(_ count: Int, after start: Date, in zone: TimeZone, through end: Date) -> [Date] {
    var (moments, last) = ([Date](), start)
    while moments.count < count, let next = next(after: last, in: zone), next <= end {
      moments.append(next)
      last = next
    }
    return moments
  }
}
