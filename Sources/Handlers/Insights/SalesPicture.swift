import Insights
import Intents
import Language
import Measures
import Messages
import Reports
import WhatsApp

/// The picture beside the sales of many days: a column a day, and where the days before stood.
struct SalesPicture {
  /// Fewer days are told in a sentence; more than a year of them no phone shows.
  private static let daysShown = 7...366
  /// Over more of them, names of festivals would be picked by where there is space.
  private static let daysNamedMax = 62
  /// A week, of which the shop was closed two days.
  private static let daysSoldMin = 5

  let chart: SalesChart

  /// Nil where it would say no more than the sentence.
  ///
  /// - Parameter total: that sentence.
  init?(_ turn: Turn, _ asked: AskedPeriod, total: String, before: String?) async throws {
    guard let known = asked.range.soFar(on: turn.today), Self.daysShown.contains(known.dayCount) else { return nil }
    let sales = try await turn.sales(byDayOf: known)
    guard sales.count(where: { $0 != 0 }) >= Self.daysSoldMin else { return nil }
    var earlier: [Double] = []
    if before != nil, let period = asked.before { earlier = try await turn.sales(byDayOf: period) }
    chart = SalesChart(
      heading: turn.heading(turn.say(.chartSalesTitle), total),
      words: SalesChart.Words(
        sales: turn.say(.chartSales, [.period: asked.said]), salesOnAverage: turn.say(.chartSalesAverage),
        before: before ?? "", nothing: turn.say(.chartNothing), days: turn.dayWords),
      firstDay: known.first, sales: sales, before: earlier,
      festivals: known.dayCount > Self.daysNamedMax ? [] : try await turn.namedDays(in: known.first...known.last))
  }
}

/// The picture beside what sold best: the longest bar is the first.
struct TopItemsPicture {
  /// Of two, everybody sees at once which is more.
  private static let itemsMin = 3

  let chart: TopItemsChart

  /// Nil where it would say no more than the lines. Goods without a rate have no bar.
  init?(_ turn: Turn, _ asked: AskedPeriod, _ best: [Finding.Row], names: [String]) {
    let priced = zip(best, names).filter { $0.0.money(.revenue) ?? .zero > .zero }
    guard priced.count >= Self.itemsMin else { return nil }
    let total = priced.reduce(Money.zero) { $0 + ($1.0.money(.revenue) ?? .zero) }
    let insight: [Placeholder: PhraseValue] = [
      .n: .number(priced.count), .amount: .money(total), .period: asked.said,
    ]
    chart = TopItemsChart(
      heading: turn.heading(turn.say(.chartTopTitle), turn.say(.chartTopInsight, insight)),
      items: priced.map { row, name in
        TopItemsChart.Item(
          name: name, value: (row.money(.revenue) ?? .zero).inRupees, amount: turn.soldAndBrought(row))
      }, nothing: turn.say(.chartNothing))
  }
}

extension Turn {
  /// In rupees, of each of these days.
  fileprivate func sales(byDayOf period: PeriodRange) async throws -> [Double] {
    let found = try await books.find(Insight(.revenue, by: .day, in: period))
    return found.rows.reduce(into: [Double](repeating: 0, count: period.dayCount)) { sales, row in
      guard case .day(let day) = row.key, let money = row.money(.revenue) else { return }
      sales[day.number - period.first.number] = money.inRupees
    }
  }

  /// “12 kg, ₹540”.
  fileprivate func soldAndBrought(_ row: Finding.Row) -> String {
    let sold = Measure(row.quantity(.quantity) ?? .zero, row.unit ?? .piece)
    let parts: [PhraseValue] = [.measure(sold), .money(row.money(.revenue) ?? .zero)]
    return parts.map { $0.said(in: voice) }.joined(separator: ", ")
  }
}

extension Answer {
  /// The same answer below a picture; without it for a program, and where WhatsApp would cut the words.
  func below(_ chart: (any Chart)?, named name: String, in turn: Turn) async throws -> Answer {
    guard turn.programsQuestion == nil, let chart, let reply, reply.text.unicodeScalars.count <= Choices.Limit.caption
    else { return self }
    return attaching(try await turn.books.keep(OutgoingFile(named: name, type: .png, bytes: chart.png())))
  }
}

extension Money {
  fileprivate var inRupees: Double { Double(paise) / 100 }
}
