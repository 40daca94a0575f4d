import Commerce
import Database
import Measures

/// Who owes more than was agreed; where nothing was agreed, far more than others of this shop.
extension Books {
  func largeCredit() async throws -> Sighting {
    let rows = try await query(
      """
      select b.customer_id, b.balance, c.credit_limit, (
        select percentile_disc(0.5) within group (order by o.balance) from credit_balances o
        where o.shop_id = \(shop) and o.balance > 0 having count(*) >= \(CreditWatch.customersMin))
      from credit_balances b join customers c on c.shop_id = b.shop_id and c.customer_id = b.customer_id
      where b.shop_id = \(shop) and b.balance > 0
      order by b.balance desc, b.customer_id limit \(CreditWatch.customersMax)
      """
    ).map { try $0.decode(Int64.self, Money.self, Money?.self, Money?.self) }
    var sighting = Sighting()
    for (customer, balance, agreed, usual) in rows {
      let bound = agreed ?? max(CreditWatch.leastOfAll, Money(paise: (usual?.paise ?? 0) * CreditWatch.timesUsual))
      guard balance.paise * 5 >= bound.paise * 4 else { continue }
      sighting.lasting.insert(Subject.customer(customer).key)
      guard balance > bound else { continue }
      var figures = AlertFigures()
      figures.amount = balance
      sighting.findings.append(Finding(.largeCredit, .warning, .customer(customer), figures))
    }
    return sighting
  }
}

enum CreditWatch {
  static let leastOfAll = Money(rupees: 5_000)
  static let timesUsual: Int64 = 5
  static let customersMax = 50
  /// What is usual shows only where so many owe.
  static let customersMin = 5
}
