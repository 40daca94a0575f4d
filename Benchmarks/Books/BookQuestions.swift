import Database
import Demand
import Foundation
import Handlers
import Insights
import Intents
import Language
import Measures
import Messages
import Scheduler

/// How long the books of a big shop take to answer: each question as it is asked in talk and in reports, as the
/// application role, on prepared statements.
struct BookQuestions {
  let shop: BigShop
  let application: Postgres
  /// Of the tables.
  let owner: Postgres

  private static let times = 40

  func run(_ table: inout Table) async throws {
    for (name, ask) in try questions() {
      var seconds: [Double] = []
      for round in -3..<Self.times {
        let began = ContinuousClock.now
        try await application.books(of: shop.id, at: BigShop.now) { try await ask($0) }
        if round >= 0 { seconds.append((ContinuousClock.now - began) / .seconds(1)) }
      }
      table.add(name, Figures(seconds), in: .milliseconds)
    }
    table.add("stock check, a whole turn", Figures(try await stockChecks()), in: .milliseconds)
    try await nights(&table)
  }

  /// What all items are expected to sell: at first from two years, then of a night before which nothing was sold.
  private func nights(_ table: inout Table) async throws {
    let today = Day(of: BigShop.now, in: TimeZone(identifier: "Asia/Kolkata") ?? .gmt)
    for (name, day) in [
      ("first refresh of the forecasts", today), ("refresh after a day of rest", today.adding(1)),
    ] {
      // As PostgreSQL does by itself within a minute.
      try await owner.execute(script: "analyze")
      let began = ContinuousClock.now
      let done = try await application.books(of: shop.id, at: BigShop.now) { try await $0.refreshDemand(on: day) }
      table.add(
        "\(name), \(done.forecast) items", Figures([(ContinuousClock.now - began) / .seconds(1)]), in: .milliseconds)
    }
  }

  private typealias Question = @Sendable (Books) async throws -> Void

  private func questions() throws -> [(String, Question)] {
    let today = Day(of: BigShop.now, in: TimeZone(identifier: "Asia/Kolkata") ?? .gmt)
    func period(_ name: String) throws -> PeriodRange {
      guard let period = PeriodRange(named: name, today: today) else { throw Plainly("no period \(name)") }
      return period
    }
    func find(_ insight: Insight) -> Question { { books in _ = try await books.find(insight) } }
    let (day, month, year) = (try period("today"), try period("this_month"), try period("this_year"))
    let (twoYears, lately) = (try period("last_24_months"), try period("last_60_days"))
    let item = Insight.Filter(item: 7)
    return [
      ("sales of today and yesterday", find(Insight(.revenue, .bills, in: day, comparedTo: day.previous(on: today)))),
      (
        "sales of the month and the last",
        find(Insight(.revenue, .bills, in: month, comparedTo: month.previous(on: today)))
      ),
      (
        "sales of the year and the last",
        find(Insight(.revenue, .bills, in: year, comparedTo: year.previous(on: today)))
      ),
      ("sales of two years", find(Insight(.revenue, .bills, .averageBill, in: twoYears))),
      ("how it was paid, this month", find(Insight(.revenue, by: .payment, in: month))),
      ("best days of the month", find(Insight(.revenue, by: .day, in: month, limit: 3))),
      ("weekdays of the year", find(Insight(.revenue, by: .weekday, in: year))),
      ("hours of 60 days", find(Insight(.bills, by: .hour, in: lately))),
      ("best customers of the month", find(Insight(.revenue, by: .customer, in: month, limit: 8))),
      ("best customers of the year", find(Insight(.revenue, by: .customer, in: year, limit: 8))),
      ("top 5 of today", find(Insight(.revenue, .quantity, by: .item, in: day, limit: 5))),
      ("top 5 of the month", find(Insight(.revenue, .quantity, by: .item, in: month, limit: 5))),
      ("top 5 of the year", find(Insight(.revenue, .quantity, by: .item, in: year, limit: 5))),
      ("top 5 of two years", find(Insight(.revenue, .quantity, by: .item, in: twoYears, limit: 5))),
      ("categories of the year", find(Insight(.revenue, .grossProfit, by: .category, in: year))),
      ("suppliers of the year", find(Insight(.grossProfit, by: .supplier, in: year))),
      ("profit of the month, day by day", find(Insight(.grossProfit, by: .day, in: month))),
      ("profit of the month by customer", find(Insight(.grossProfit, by: .customer, in: month, limit: 8))),
      ("the shop's profit of the month", { _ = try await $0.profit(in: month) }),
      ("the shop's profit of the year", { _ = try await $0.profit(in: year) }),
      (
        "items at a loss, this year",
        find(Insight(.grossProfit, by: .item, in: year, order: .least, keeping: .negative, limit: 8))
      ),
      ("one item of the month", find(Insight(.quantity, .revenue, in: month, where: item))),
      ("one item, two years day by day", find(Insight(.revenue, by: .day, in: twoYears, where: item, order: .key))),
      (
        "less than ten on the shelf",
        find(Insight(.onHand, by: .item, in: day, where: .init(stockBelow: Quantity(10)), limit: 8))
      ),
      ("value of the stock", find(Insight(.stockValue, .uncostedItems, in: day))),
      ("days of cover, the shortest", find(Insight(.daysOfCover, by: .item, in: lately, order: .least, limit: 8))),
      ("who owes most", find(Insight(.creditOutstanding, by: .customer, in: day, limit: 8))),
      ("expenses of the year", find(Insight(.expenses, in: year))),
    ]
  }

  /// From the inbox to the outbox: understood, answered, logged. The list of 5,000 items was indexed once before.
  private func stockChecks() async throws -> [Double] {
    let home = URL(filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory)
    let phrasebook = try Phrasebook(directory: home.appending(path: "templates/replies"))
    let conversation = Conversation(
      database: application, phrasebook: phrasebook, model: try TrainingFolder.model(), now: { BigShop.now })
    let queue = Queue(database: application)
    let names = try await application.books(of: shop.id, at: BigShop.now) { books in
      try await books.query("select name from items where shop_id = \(books.shop) order by item_id limit 200")
        .map { try $0.decode(String.self) }
    }
    var seconds: [Double] = []
    for (round, name) in names.enumerated() {
      let id = "wamid.bench.\(round)"
      guard let sender = Sender(phone: BigShop.owner, userID: nil) else { continue }
      let text = Content.text("how much \(name) is left")
      let message = InboundMessage(id: id, channel: BigShop.channel, sender: sender, sentAt: BigShop.now, content: text)
      let body = Array(try JSONEncoder().encode(message))
      let arrival = Arrival(
        channel: BigShop.channel, messageID: id, phone: BigShop.owner, userID: nil, name: nil, body: body, raw: body)
      let began = ContinuousClock.now
      try await queue.keep([arrival], events: [], at: BigShop.now)
      for lane in try await queue.lease(by: "bench", lanes: 1, messagesPerLane: 1, seconds: 60, careful: true) {
        for message in lane { try await conversation.take(message, isLast: true) }
      }
      if round >= 5 { seconds.append((ContinuousClock.now - began) / .seconds(1)) }
    }
    return seconds
  }
}

extension Stage {
  /// The shop is made in the empty database of this stage.
  func measureBooks(_ table: inout Table) async throws {
    say("Making a shop with a million sale lines …")
    let began = ContinuousClock.now
    let shop = try await BigShop.make(in: database)
    say(String(format: "… in %.0f s", (ContinuousClock.now - began) / .seconds(1)))
    let application = Postgres(.init(url: cluster.url(database: "retailmind", user: "retailmind_app")))
    do {
      try await BookQuestions(shop: shop, application: application, owner: database).run(&table)
    } catch {
      await application.close()
      throw error
    }
    await application.close()
  }
}
