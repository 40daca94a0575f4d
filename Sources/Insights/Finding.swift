package import Measures

/// What the books answer to an `Insight`: its rows in order, and the same keys in the period beside it.
package struct Finding: Hashable, Sendable {
  package let rows: [Row]
  /// In the period of `comparedTo`; a key that had nothing there is missing.
  package let before: [Key: Row]

  package init(rows: [Row], before: [Key: Row]) {
    self.rows = rows
    self.before = before
  }

  /// The one row of a question without dimension.
  package var whole: Row { rows.first ?? Row(key: .whole) }

  package var wholeBefore: Row? { before[.whole] }
}

extension Finding {
  /// What a row speaks of. Nil: nobody said which.
  package enum Key: Hashable, Sendable {
    case whole
    case item(Int64)
    case category(String?)
    case day(Day)
    /// Monday is 1.
    case weekday(Int)
    case hour(Int)
    case customer(Int64?)
    case supplier(Int64?)
    case payment(String?)
  }

  package struct Row: Hashable, Sendable {
    package let key: Key
    /// Of the item, customer or supplier, as the shop saved it.
    package let name: String?
    /// In which an item is kept.
    package let unit: Unit?
    private let values: [Insight.Metric: Int64]

    init(key: Key, name: String? = nil, unit: Unit? = nil, values: [Insight.Metric: Int64] = [:]) {
      self.key = key
      self.name = name
      self.unit = unit
      self.values = values
    }

    /// Paise, thousandths, basis points, a count or days, as the metric has it; nil where it is not known.
    package subscript(metric: Insight.Metric) -> Int64? { values[metric] }

    package func money(_ metric: Insight.Metric) -> Money? { values[metric].map(Money.init(paise:)) }

    package func quantity(_ metric: Insight.Metric) -> Quantity? { values[metric].map(Quantity.init(thousandths:)) }

    package func count(_ metric: Insight.Metric) -> Int { values[metric].map(Int.init) ?? 0 }
  }
}
