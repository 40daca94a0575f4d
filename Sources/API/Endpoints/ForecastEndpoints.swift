import Database
import Demand
import Forecast
import Foundation
import HTTP
import Inventory
import Measures

/// What is expected to sell: the numbers that were stored, from which replies and pictures are made too.
extension ShopAPI {
  var forecastRoutes: [Route] { [.get("/api/v1/forecast/{userId}/{itemId}", forecast)] }

  /// Totals over so many days from today, beside those asked for.
  private static let usualDays = [7, 14, 30]

  @Sendable private func forecast(_ call: Call, _ shop: ShopID) async throws -> JSON {
    let days = try call.number("days", in: 1...30).map(Int.init)
    return try await database.books(of: shop, at: call.now) { books in
      guard let id = call.number(.item), let item = try await books.item(id) else { throw Refusal.noSuchItem }
      let today = Day(of: books.now, in: try await books.zone())
      try await books.refreshDemandIfDue(on: today)
      guard let forecast = try await books.forecasts(of: [id])[id] else {
        throw Refusal(.notFound, "Nothing is foretold of this item: it has hardly been sold yet.")
      }
      let record = try await books.forecastRecord(of: [id], before: today)
      let spans = Set(Self.usualDays + [days].compactMap(\.self)).sorted()
      return [
        "itemId": .integer(id), "name": .string(item.name), "unit": .string(item.unit.rawValue),
        "quantity": item.isCounted ? item.onHand.json : .null,
        "madeOn": .string(forecast.start.description), "today": .string(today.description),
        "days": .array(forecast.days(from: today, count: days ?? StoredForecast.days)),
        "totals": .array(spans.map { forecast.total(days: $0, from: today) }),
        "record": record.map { record in
          [
            "forecasts": .integer(Int64(record.count)), "error": .real(record.error),
            "lastWeekError": .real(record.lastWeekError), "isBetterThanLastWeek": .bool(record.isBetterThanGuess),
          ]
        } ?? .null,
      ]
    }
  }
}

extension StoredForecast {
  fileprivate func days(from today: Day, count: Int) -> [JSON] {
    expected.indices.dropFirst(max(0, today.number - start.number)).prefix(count).map { place in
      [
        "day": .string(start.adding(place).description), "expected": .real(expected[place]), "low": .real(low[place]),
        "high": .real(high[place]),
      ]
    }
  }

  /// Together, with the amounts that are enough with each probability.
  fileprivate func total(days: Int, from today: Day) -> JSON {
    let sum = expectation(over: today...today.adding(days - 1))
    let whole = mean(days: days)
    let scale = whole > 0 ? sum.mean / whole : 0
    let quantiles = Self.shares.map { ("\($0)", JSON.real(scale * total(days: days, enoughWith: $0))) }
    return [
      "days": .integer(Int64(days)), "expected": .real(sum.mean), "low": .real(sum.low), "high": .real(sum.high),
      "quantiles": .object(Dictionary(quantiles, uniquingKeysWith: { first, _ in first })),
    ]
  }
}
