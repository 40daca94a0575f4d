package import Measures

/// A table that somebody is to open in a spreadsheet: a title, headed columns, typed cells. How it becomes a file is
/// the writers' business.
package struct Sheet: Hashable, Sendable {
  package let title: String
  package let columns: [String]
  package let rows: [[Cell]]

  package init(title: String, columns: [String], rows: [[Cell]]) {
    self.title = title
    self.columns = columns
    self.rows = rows
  }

  package enum Cell: Hashable, Sendable {
    case text(String)
    case number(Int64)
    case quantity(Quantity)
    case money(Money)
    case day(Day)
    /// Not known, which is not nothing.
    case unknown
  }
}

extension Sheet.Cell {
  package static func quantity(_ quantity: Quantity?) -> Sheet.Cell { quantity.map(Self.quantity) ?? .unknown }

  package static func money(_ money: Money?) -> Sheet.Cell { money.map(Self.money) ?? .unknown }

  package static func text(_ text: String?) -> Sheet.Cell { text.map(Self.text) ?? .unknown }

  /// As it stands in a text file: digits without signs of money and without commas, so that a program can add them up.
  var plain: String {
    switch self {
    case .text(let text): text
    case .number(let number): String(number)
    case .quantity(let quantity): quantity.plain
    case .money(let money): money.description.filter { $0 != "₹" && $0 != "," }
    case .day(let day): day.description
    case .unknown: ""
    }
  }
}
