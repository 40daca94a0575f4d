internal import Foundation
internal import Measures
package import Sheets

/// A table of whatever shape as a list of goods: columns, or lines of words.
extension GoodsList {
  /// So many lines are one shop's list.
  package static let linesMax = 5_000

  package init(reading table: Table) {
    self.init()
    if let columns = GoodsColumns(of: table) {
      for row in table.rows where columns.headingLine.map({ row.line > $0 }) ?? true {
        take(row, columns)
      }
    } else {
      for row in table.rows { take(inWords: row) }
    }
  }

  private mutating func take(_ row: Table.Row, _ columns: GoodsColumns) {
    func cell(_ field: GoodsColumns.Field) -> String? {
      guard let place = columns.places[field], row.cells.indices.contains(place) else { return nil }
      let text = row.cells[place]
      return text.isEmpty || text == "-" || text.lowercased() == "na" ? nil : text
    }
    guard let name = cell(.name).flatMap(Self.name) else {
      // A line of sums, or an empty one with a number before it.
      if row.cells.count(where: { !$0.isEmpty }) > 1 { refuse(row, .noName) }
      return
    }
    guard !Self.sums.contains(name.lowercased()) else { return }
    var goods = GoodsLine(line: row.line, name: name)
    goods.category = cell(.category)
    goods.unit = cell(.unit).flatMap(GoodsCell.unit)
    if let text = cell(.unit), goods.unit == nil { return refuse(row, .badUnit(text)) }
    do throws(BadNumber) {
      if let said = try Self.quantity(cell(.quantity)) {
        goods.quantity = said.quantity
        goods.unit = said.unit ?? goods.unit
      }
      goods.threshold = try Self.quantity(cell(.threshold))?.quantity
      goods.price = try Self.money(cell(.price))
      goods.mrp = try Self.money(cell(.mrp))
      goods.cost = try Self.money(cell(.cost))
    } catch {
      return refuse(row, .badNumber(error.text))
    }
    lines.append(goods)
  }

  /// “chini 50 kilo 44, maggi 100 packet 14”: each cell is goods of its own.
  private mutating func take(inWords row: Table.Row) {
    for cell in row.cells where !cell.isEmpty {
      guard let said = GoodsCell.spoken(cell) else {
        refuse(row, cell.contains(where: \.isLetter) ? .badNumber(cell) : .noName)
        continue
      }
      guard said.quantity <= GoodsCell.quantityMax, said.price ?? .zero <= GoodsCell.moneyMax,
        let name = Self.name(said.name)
      else {
        refuse(row, .badNumber(cell))
        continue
      }
      var goods = GoodsLine(line: row.line, name: name)
      (goods.quantity, goods.unit, goods.price) = (said.quantity, said.unit, said.price)
      lines.append(goods)
    }
  }

  private mutating func refuse(_ row: Table.Row, _ reason: UnreadableLine.Reason) {
    unreadable.append(UnreadableLine(line: row.line, reason: reason))
  }

  private struct BadNumber: Error { let text: String }

  private static func quantity(
    _ text: String?
  ) throws(BadNumber) -> (quantity: Quantity, unit: Measures.Unit?)? {
    guard let text else { return nil }
    guard let said = GoodsCell.quantity(text), said.quantity >= .zero, said.quantity <= GoodsCell.quantityMax else {
      throw BadNumber(text: text)
    }
    return said
  }

  private static func money(_ text: String?) throws(BadNumber) -> Money? {
    guard let text else { return nil }
    guard let money = GoodsCell.money(text), money >= .zero, money <= GoodsCell.moneyMax else {
      throw BadNumber(text: text)
    }
    return money
  }

  private static let nameScalarsMax = 80
  private static let sums: Set<String> = ["total", "grand total", "sub total", "subtotal", "कुल", "एकूण", "kul", "ekun"]

  /// As it will be shown; what our own files put before a formula is taken off again.
  private static func name(_ text: String) -> String? {
    var text = text
    if text.hasPrefix("'"), let second = text.dropFirst().first, "=+-@".contains(second) { text.removeFirst() }
    let words = text.precomposedStringWithCanonicalMapping.split { $0.isWhitespace || $0.isNewline }
    let name = words.joined(separator: " ")
    let isName = name.contains { $0.isLetter } && name.unicodeScalars.count <= nameScalarsMax
    return isName ? name : nil
  }
}
