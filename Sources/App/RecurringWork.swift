import Database
import Demand
import Foundation
import Measures
import Scheduler

/// What runs by itself: the one table of recurring work, and the one table of what is done for each kind of job.
enum RecurringWork {
  static func table() throws -> [Schedule] {
    [
      Schedule(
        "forecast refresh", at: try CronExpression("0 2 * * *"), .everyShop, missed: .latest, spreadSeconds: 3_600,
        does: refreshForecasts)
    ]
  }

  static let routines = [
    JobRoutine(
      refreshForecasts,
      inBooks: { _, job, books in
        let zone = try await books.query("select zone from shops where shop_id = \(books.shop)").only().decode(
          String.self)
        try await books.refreshDemand(on: Day(of: job.startedAt, in: TimeZone(identifier: zone) ?? .gmt))
        return .done
      })
  ]

  private static let refreshForecasts = JobKind<NoPayload>("refresh_forecasts", limit: .fiveMinutes)
}
