package import Database
package import Foundation

/// All recurring work. Any number of servers may fire it: the rows decide, nobody leads.
///
/// `tick` looks at what is due, writes for every slot that has come either a run with its job or a skip with its reason,
/// and moves the schedule on, all in one transaction that holds the row. What one server began and did not commit,
/// another does.
package struct Schedules: Sendable {
  private let table: [Schedule]
  private let database: Postgres

  /// Two lines of one name would fire as one.
  package init(_ table: [Schedule], database: Postgres) {
    precondition(Set(table.map(\.name)).count == table.count, "two schedules have one name")
    self.table = table
    self.database = database
  }

  /// Gives new shops their schedules, and takes up times and zones that have changed.
  package func plan(at now: Date) async throws {
    for schedule in table {
      switch schedule.scope {
      case .everyShop: try await plan(schedule, zone: nil, at: now)
      case .once(let zone): try await plan(schedule, zone: zone.identifier, at: now)
      }
    }
  }

  private func plan(_ schedule: Schedule, zone: String?, at now: Date) async throws {
    _ = try await database.query(
      "select plan_schedule(\(schedule.name), \(schedule.times.description), \(zone == nil), \(zone), \(now))")
  }

  /// Fires what is due; how many jobs that made.
  @discardableResult
  package func tick(at now: Date) async throws -> Int {
    var fired = 0
    while true {
      let (looked, made) = try await database.transaction { transaction in
        let due = try await transaction.dueSchedules(table.map(\.name), at: now, max: Self.batchMax)
        return (due.count, try await decide(due, at: now, in: transaction))
      }
      fired += made
      if looked < Self.batchMax { return fired }
      try Task.checkCancellation()
    }
  }

  private static let batchMax = 500

  private func decide(_ rows: [ScheduleRow], at now: Date, in transaction: Transaction) async throws -> Int {
    let decided = rows.compactMap { row in
      table.first { $0.name == row.name }.map { ($0, row, $0.decide(row, at: now)) }
    }
    var made = 0
    let slots = decided.flatMap { schedule, row, decisions in decisions.slots.map { (schedule, row, $0) } }
    if !slots.isEmpty {
      made = try await transaction.query(
        """
        select decide_slots(\(slots.map(\.1.id)), \(slots.map(\.2.time)), \(slots.map(\.2.skipped?.rawValue)),
          \(slots.map { $0.0.due($0.2.time, shop: $0.1.shop) }), \(slots.map(\.0.kind)), \(slots.map(\.0.abreast)),
          false, \(now))
        """
      ).only().decode(Int.self)
    }
    if !decided.isEmpty {
      _ = try await transaction.query(
        "select settle_schedules(\(decided.map(\.1.id)), \(decided.map(\.2.until)), \(decided.map(\.2.due)))")
    }
    return made
  }

  // MARK: One schedule, of a transaction's shop, or outside of books the one of all

  /// From now on its slots are skipped; false when there is no such schedule.
  package func pause(_ name: String, at now: Date, in transaction: Transaction) async throws -> Bool {
    try await transaction.query("select pause_schedule(\(name), \(now))").only().decode(Bool.self)
  }

  /// What fell into the pause stays skipped.
  package func resume(_ name: String, at now: Date, in transaction: Transaction) async throws -> Bool {
    try await settle(name, at: now, in: transaction)
    return try await transaction.query("select pause_schedule(\(name), null)").only().decode(Bool.self)
  }

  /// From now on another time than the usual one; nil goes back to that.
  package func choose(_ times: CronExpression?, for name: String, at now: Date, in transaction: Transaction)
    async throws
    -> Bool
  {
    try await settle(name, at: now, in: transaction)
    return try await transaction.query("select choose_schedule(\(name), \(times?.description), \(now))").only()
      .decode(Bool.self)
  }

  /// Decides all that has come until now, by the rules that held until now.
  private func settle(_ name: String, at now: Date, in transaction: Transaction) async throws {
    guard let schedule = table.first(where: { $0.name == name }) else { return }
    while let row = try await transaction.heldSchedule(name) {
      _ = try await decide([row], at: now, in: transaction)
      if !schedule.decide(row, at: now).isPartial { return }
    }
  }

  /// Once at once, whatever the clock says, and also while it is paused.
  package func runNow(_ name: String, at now: Date, in transaction: Transaction) async throws -> Bool {
    guard let schedule = table.first(where: { $0.name == name }), let row = try await transaction.heldSchedule(name)
    else { return false }
    return try await transaction.query(
      """
      select decide_slots(\([row.id]), \([now]), \([String?.none]), \([now]), \([schedule.kind]), \([schedule.abreast]),
        true, \(now))
      """
    ).only().decode(Int.self) == 1
  }

  /// When it comes next; empty while it is paused.
  package func preview(_ name: String, count: Int = 10, after now: Date, in transaction: Transaction) async throws
    -> [Date]
  {
    guard let schedule = table.first(where: { $0.name == name }), let row = try await transaction.heldSchedule(name),
      row.pausedAt == nil
    else { return [] }
    return schedule.times(of: row).next(count, after: now, in: row.timeZone)
  }

  /// What each shop has, in the order of the table.
  package var namesOfShops: [String] {
    table.compactMap { if case .everyShop = $0.scope { $0.name } else { nil } }
  }

  /// How it stands; nil for a shop that does not have it yet.
  package func standing(of name: String, at now: Date, in transaction: Transaction) async throws -> ScheduleStanding? {
    guard let schedule = table.first(where: { $0.name == name }), let row = try await transaction.heldSchedule(name)
    else { return nil }
    let times = schedule.times(of: row)
    return ScheduleStanding(
      name: name, times: times.description, zone: row.zone, pausedAt: row.pausedAt,
      next: row.pausedAt == nil ? times.next(Self.nextShown, after: now, in: row.timeZone) : [])
  }

  private static let nextShown = 10

  /// The last slots and what became of them.
  package func runs(of name: String, max: Int, in transaction: Transaction) async throws -> [ScheduleRun] {
    try await transaction.query(
      "select slot, by_hand, skipped, job_state, failure, ended_at from runs_of_schedule(\(name), \(max))"
    ).map(ScheduleRun.init)
  }
}

/// A schedule of a shop: by which times it goes, and when it comes next.
package struct ScheduleStanding: Sendable {
  package let name: String
  package let times: String
  package let zone: String
  package let pausedAt: Date?
  /// Empty while it is paused.
  package let next: [Date]
}

/// A slot, and what became of it.
package struct ScheduleRun: Sendable {
  package let slot: Date
  package let isByHand: Bool
  /// Why it did not run; nil where it did.
  package let skipped: String?
  /// How its job stands: waiting, queued, done, dead or cancelled; nil when skipped, or forgotten after a month.
  package let state: String?
  package let failure: String?
  package let endedAt: Date?

  init(_ row: Row) throws {
    (slot, isByHand, skipped, state, failure, endedAt) = try row.decode(
      Date.self, Bool.self, String?.self, String?.self, String?.self, Date?.self)
  }
}
