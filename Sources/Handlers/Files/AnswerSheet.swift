import Commerce
import Insights
import Intents
import Inventory
import Language
import Measures
import Sheets

/// What an answer tells, as a table: all rows where the message shows a few.
extension Turn {
  /// More than any list of a shop; a file with more would not be read either.
  private static let rowsMax = 5_000

  /// Nil for answers that are no table.
  func sheet(of told: Request) async throws -> Sheet? {
    switch told.frame.intent {
    case .stockList: try await stockSheet(try await listed(told.frame.slots.category).items, say(.sheetStock))
    case .lowStock: try await stockSheet(try await books.lowItems(in: told.frame.slots.category), say(.sheetLow))
    case .topItems: try await soldItemsSheet(told)
    case .salesSummary: try await salesSheet(told)
    case .profit: try await profitSheet(told)
    case .creditList: try await dueSheet()
    case .reorderSuggest: try await orderSheet(told)
    case .slowItems: try await slowSheet(told)
    default: nil
    }
  }

  /// Cost and worth are the owner's alone.
  func stockSheet(_ items: [Item], _ title: String) async throws -> Sheet {
    let tags = try await books.priceTags(of: items.map(\.id))
    let isOwner = role == .owner
    let columns: [Phrase] = [.columnItem, .columnStock, .columnUnit, .columnRate]
    let rows = items.prefix(Self.rowsMax).map { item -> [Sheet.Cell] in
      let tag = tags[item.id] ?? PriceTag()
      let cells: [Sheet.Cell] = [
        .text(item.name(in: voice)), .quantity(item.onHand), .text(PhraseValue.unit(item.unit).said(in: voice)),
        .money(tag.sale),
      ]
      guard isOwner else { return cells }
      // As elsewhere, what is owed to the shelf is not worth less than nothing.
      let worth = tag.cost.flatMap { $0.times(max(item.onHand, .zero)) }
      return cells + [.money(tag.cost), .money(worth), .text(item.category)]
    }
    let owners: [Phrase] = isOwner ? [.columnCost, .columnWorth, .columnCategory] : []
    return Sheet(title: title, columns: (columns + owners).map { say($0) }, rows: Array(rows))
  }

  private func soldItemsSheet(_ told: Request) async throws -> Sheet {
    let asked = try await askedPeriod(told, usually: "last_30_days")
    let found = try await books.find(
      Insight(
        .revenue, .quantity, by: .item, in: asked.range, where: .init(category: told.frame.slots.category),
        limit: Self.rowsMax)
    ).rows.filter { $0.quantity(.quantity) ?? .zero > .zero }
    let rows = zip(found, try await names(of: found)).map { row, name -> [Sheet.Cell] in
      [
        .text(name), .quantity(row.quantity(.quantity)),
        .text(row.unit.map { PhraseValue.unit($0).said(in: voice) }), .money(row.money(.revenue)),
      ]
    }
    return Sheet(
      title: titled(.sheetSold, asked),
      columns: [.columnItem, .columnQuantity, .columnUnit, .columnAmount].map { say($0) },
      rows: rows)
  }

  private func salesSheet(_ told: Request) async throws -> Sheet {
    let asked = try await askedPeriod(told, usually: "today")
    let found = try await books.find(
      Insight(.revenue, .bills, by: .day, in: asked.range, order: .key, limit: Self.rowsMax)
    ).rows
    let rows = found.compactMap { row -> [Sheet.Cell]? in
      guard case .day(let day) = row.key else { return nil }
      return [.day(day), .number(Int64(row.count(.bills))), .money(row.money(.revenue))]
    }
    return Sheet(
      title: titled(.sheetSales, asked), columns: [.columnDate, .columnBills, .columnAmount].map { say($0) }, rows: rows
    )
  }

  private func profitSheet(_ told: Request) async throws -> Sheet {
    let asked = try await askedPeriod(told, usually: told.frame.slots.ranked == nil ? "today" : "last_30_days")
    let found = try await books.find(
      Insight(.grossProfit, .quantity, .revenue, by: .item, in: asked.range, limit: Self.rowsMax)
    ).rows
    let rows = zip(found, try await names(of: found)).map { row, name -> [Sheet.Cell] in
      [
        .text(name), .quantity(row.quantity(.quantity)),
        .text(row.unit.map { PhraseValue.unit($0).said(in: voice) }), .money(row.money(.revenue)),
        .money(row.money(.grossProfit)),
      ]
    }
    let columns: [Phrase] = [.columnItem, .columnQuantity, .columnUnit, .columnAmount, .columnProfit]
    return Sheet(title: titled(.sheetProfit, asked), columns: columns.map { say($0) }, rows: rows)
  }

  private func dueSheet() async throws -> Sheet {
    let rows = try await books.dues(max: Self.rowsMax).map { due -> [Sheet.Cell] in
      [.text(due.name), .money(due.balance), due.since.map(Sheet.Cell.day) ?? .unknown]
    }
    return Sheet(
      title: say(.sheetDues), columns: [.columnCustomer, .columnDue, .columnSince].map { say($0) }, rows: rows)
  }

  private func titled(_ phrase: Phrase, _ asked: AskedPeriod) -> String { say(phrase, [.period: asked.said]) }
}
