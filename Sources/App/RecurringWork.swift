import Alerts
import Custody
import Database
import Demand
import Foundation
import Handlers
import Measures
import Scheduler

/// What runs by itself: the one table of recurring work, and the one table of what is done for each kind of job.
enum RecurringWork {
  static func table() throws -> [Schedule] {
    [
      Schedule(
        "forecast refresh", at: try CronExpression("0 2 * * *"), .everyShop, missed: .latest, spreadSeconds: 3_600,
        does: refreshForecasts),
      Schedule(
        "inventory check", at: try CronExpression("0 */4 * * *"), .everyShop, missed: .latest, spreadSeconds: 600,
        does: Conversation.inventoryCheck),
      Schedule(
        "daily summary", at: try CronExpression("0 8 * * *"), .everyShop, missed: .skipAfter(6 * 3_600),
        spreadSeconds: 120, does: Conversation.dailySummary),
      Schedule(
        "retention", at: try CronExpression("30 3 * * *"), .everyShop, missed: .latest, spreadSeconds: 3_600,
        does: forgetOld),
    ]
  }

  static func routines(_ conversation: Conversation) -> [JobRoutine] {
    [
      JobRoutine(
        refreshForecasts,
        inBooks: { _, job, books in
          let zone = try await books.query("select zone from shops where shop_id = \(books.shop)").only().decode(
            String.self)
          try await books.refreshDemand(on: Day(of: job.startedAt, in: TimeZone(identifier: zone) ?? .gmt))
          return .done
        }),
      JobRoutine(
        forgetOld,
        inBooks: { _, _, books in
          // A legal hold wins over every term.
          guard try await !books.isHeld() else { return .done }
          try await books.forgetAlerts(before: books.now - 60 * day)
          try await books.forgetForecasts(before: books.now - 90 * day)
          try await books.forgetMessages(before: books.now - 30 * day)
          return .done
        }),
    ] + conversation.alertRoutines + conversation.summaryRoutines
  }

  private static let day = 86_400.0

  private static let refreshForecasts = JobKind<NoPayload>("refresh_forecasts", limit: .fiveMinutes)
  private static let forgetOld = JobKind<NoPayload>("forget_old", limit: .aMinute)
}
