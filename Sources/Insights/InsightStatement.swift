import Database
import Language

/// The one builder: an `Insight` over one period as one statement. Every value is bound; the shop's own rows are chosen
/// by name and, whatever is written here, by row-level security.
struct InsightStatement {
  let insight: Insight
  let source: Source
  let shop: ShopID
  let period: PeriodRange

  init(_ insight: Insight, of shop: ShopID, in period: PeriodRange) throws(InsightFault) {
    guard let source = Source.of(insight) else {
      throw .meaningless(metrics: insight.metrics, dimension: insight.dimension)
    }
    self.insight = insight
    self.source = source
    self.shop = shop
    self.period = period
  }

  func sql(limit: Int) -> SQL {
    let columns = insight.metrics.indices.map { "\(figure($0))::bigint" as SQL }.joined()
    return """
      select f.key::text as key, \(name), \(columns)
      from (\(figures)) f \(named)
      where \(kept)
      order by \(order) limit \(limit)
      """
  }

  /// The facts put together by the dimension.
  private var figures: SQL {
    guard let key = source.key(insight.dimension) else { return "" }
    let totals = insight.metrics.enumerated().compactMap { index, metric in
      source.total(metric).map { "\($0) as \(column(index))" as SQL }
    }.joined()
    let facts = Facts(insight: insight, source: source, shop: shop, period: period).sql
    let all: SQL = "select \(key) as key, \(totals) from (\(facts)) e"
    return insight.dimension == .whole ? all : "\(all) group by 1"
  }

  private func column(_ index: Int) -> SQL { SQL.identifier("figure_\(index)") }

  private func figure(_ index: Int) -> SQL { "f.\(column(index))" }

  private var kept: SQL {
    switch insight.keeping {
    case .all: "true"
    case .positive: "\(figure(0)) > 0"
    case .negative: "\(figure(0)) < 0"
    }
  }

  private var order: SQL {
    switch insight.order {
    case .most: "\(figure(0)) desc nulls last, f.key"
    case .least: "\(figure(0)) nulls last, f.key"
    case .key: "f.key nulls last"
    }
  }

  private var name: SQL {
    switch insight.dimension {
    case .item: "n.name as name, n.unit as unit"
    case .customer, .supplier: "n.name as name, null::text as unit"
    case .whole, .category, .day, .weekday, .hour, .payment: "null::text as name, null::text as unit"
    }
  }

  private var named: SQL {
    switch insight.dimension {
    case .item: "left join items n on n.shop_id = \(shop) and n.item_id = f.key"
    case .customer: "left join customers n on n.shop_id = \(shop) and n.customer_id = f.key"
    case .supplier: "left join suppliers n on n.shop_id = \(shop) and n.supplier_id = f.key"
    case .whole, .category, .day, .weekday, .hour, .payment: ""
    }
  }
}

/// A question that has no answer: the stock by hour, kilos and packets added up. Whoever builds the question from words
/// asks only for what fits; over the API it is a request that cannot be answered.
package enum InsightFault: Error, Hashable {
  case meaningless(metrics: [Insight.Metric], dimension: Insight.Dimension)
}
