package import Database
import Language
import Measures

extension Books {
  /// Asks the books. One trip, also with the period to compare to.
  package func find(_ insight: Insight) async throws -> Finding {
    var statements = [try InsightStatement(insight, of: shop, in: insight.period).sql(limit: insight.limit)]
    if let before = insight.comparedTo {
      statements.append(try InsightStatement(insight, of: shop, in: before).sql(limit: Insight.rowsMax))
    }
    let results = try await pipeline(statements)
    let rows = try results[0].map { try Finding.Row($0, of: insight) }
    let keys = Set(rows.map(\.key))
    let before = try results.dropFirst().joined().map { try Finding.Row($0, of: insight) }
      .filter { keys.contains($0.key) }
    return Finding(rows: rows, before: Dictionary(before.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first }))
  }
}

extension Finding.Row {
  fileprivate init(_ row: Row, of insight: Insight) throws {
    var values: [Insight.Metric: Int64] = [:]
    for (index, metric) in insight.metrics.enumerated() {
      values[metric] = try row.decode(Int64?.self, named: "figure_\(index)")
    }
    let text = try row.decode(String?.self, named: "key")
    self.init(
      key: try Finding.Key(text, of: insight.dimension), name: try row.decode(String?.self, named: "name"),
      unit: try row.decode(String?.self, named: "unit").flatMap(Unit.init), values: values)
  }
}

extension Finding.Key {
  fileprivate init(_ text: String?, of dimension: Insight.Dimension) throws {
    func number() throws -> Int64? { try text.map { try Int64(sqlText: $0) } }
    func known<Value>(_ value: Value?) throws -> Value {
      guard let value else { throw DatabaseError.decoding("a \(dimension) without a key") }
      return value
    }
    switch dimension {
    case .whole: self = .whole
    case .item: self = .item(try known(number()))
    case .category: self = .category(text)
    case .day: self = .day(try Day(sqlText: known(text)))
    case .weekday: self = .weekday(Int(try known(number())))
    case .hour: self = .hour(Int(try known(number())))
    case .customer: self = .customer(try number())
    case .supplier: self = .supplier(try number())
    case .payment: self = .payment(text)
    }
  }
}
