import Database
import Foundation

/// How a schedule stands for one shop.
struct ScheduleRow: Sendable {
  let id: Int64
  let name: String
  let shop: Int64?
  let expression: String
  let zone: String
  let decidedUntil: Date
  let pausedAt: Date?

  init(_ row: Row) throws {
    (id, name, shop, expression, zone, decidedUntil, pausedAt) = try row.decode(
      Int64.self, String.self, Int64?.self, String.self, String.self, Date.self, Date?.self)
  }

  var timeZone: TimeZone { TimeZone(identifier: zone) ?? .gmt }
}

extension Schedule {
  /// What the shop chose, where that can still be read.
  func times(of row: ScheduleRow) -> CronExpression {
    do { return try CronExpression(row.expression) } catch { return times }
  }

  func decide(_ row: ScheduleRow, at now: Date) -> SlotDecisions {
    SlotDecisions(
      of: times(of: row), in: row.timeZone, after: row.decidedUntil, through: now, missed: missed, paused: row.pausedAt)
  }
}

extension Transaction {
  func dueSchedules(_ names: [String], at now: Date, max: Int) async throws -> [ScheduleRow] {
    try await query(
      """
      select schedule_id, name, shop_id, expression, zone, decided_until, paused_at
      from due_schedules(\(names), \(now), \(max))
      """
    ).map(ScheduleRow.init)
  }

  func heldSchedule(_ name: String) async throws -> ScheduleRow? {
    try await query(
      """
      select schedule_id, name, shop_id, expression, zone, decided_until, paused_at from hold_schedule(\(name))
      """
    ).first.map(ScheduleRow.init)
  }
}
