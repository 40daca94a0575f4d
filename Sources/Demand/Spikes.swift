package import Database
package import Forecast
package import Measures

/// A sale or a day far above the usual, as it was stored.
package struct SeenSpike: Hashable, Sendable {
  package let id: Int64
  package let item: Int64
  package let day: Day
  package let amount: Double
  package let usual: Double
}

/// Spikes are stored when they are seen and asked about once; the answer decides whether the models learn from the day.
extension Books {
  /// Looks at what a bill has just sold; returns the first line of which the owner should be asked.
  package func saleSpike(
    _ lines: [(item: Int64, quantity: Quantity)], in group: Int64, on day: Day, rule: SpikeRule
  ) async throws -> SeenSpike? {
    for (item, quantity) in lines where quantity.amount > rule.saleUnitsMin {
      let earlier = try await query(
        """
        select l.quantity from sale_lines l join sales s on s.shop_id = l.shop_id and s.sale_id = l.sale_id
        where l.shop_id = \(shop) and l.item_id = \(item) and l.quantity > 0 and s.group_id <> \(group)
        order by l.day desc, l.sale_id desc limit \(Self.earlierMax)::int
        """
      ).map { try $0.decode(Double.self) }
      guard earlier.count >= Self.earlierMin, let spike = rule.spike(ofSale: quantity.amount, earlier: earlier) else {
        continue
      }
      if let id = try await note(spike, of: item, on: day, group: group) {
        return SeenSpike(id: id, item: item, day: day, amount: spike.amount, usual: spike.usual)
      }
    }
    return nil
  }

  private static var earlierMax: Int { 300 }
  /// Of what was hardly ever sold nothing is unusual.
  private static var earlierMin: Int { 10 }

  /// Nil where that day was noted already.
  @discardableResult
  func note(_ spike: Spike, of item: Int64, on day: Day, group: Int64?) async throws -> Int64? {
    try await query(
      """
      insert into spikes (shop_id, item_id, day, group_id, quantity, usual, seen_at)
      values (\(shop), \(item), \(day), \(group), \(Quantity(rounding: spike.amount)), \(Quantity(rounding: spike.usual)),
        \(now))
      on conflict (shop_id, item_id, day) do nothing
      returning spike_id
      """
    ).first?.decode(Int64.self)
  }

  /// The newest spike of an item that nobody has answered; a bill that was taken back is none.
  package func openSpike(of item: Int64, since first: Day) async throws -> SeenSpike? {
    try await query(
      """
      select spike_id, day, quantity, usual from spikes p
      where p.shop_id = \(shop) and p.item_id = \(item) and p.answer is null and p.day >= \(first)
        and not exists (select from entry_groups r where r.shop_id = p.shop_id and r.reverses = p.group_id)
      order by day desc limit 1
      """
    ).first.map { row in
      let (id, day, amount, usual) = try row.decode(Int64.self, Day.self, Double.self, Double.self)
      return SeenSpike(id: id, item: item, day: day, amount: amount, usual: usual)
    }
  }

  /// What nobody has answered, of whole days or of single bills; a bill that was taken back is none.
  package func openSpikes(since first: Day, ofBills: Bool) async throws -> [(spike: SeenSpike, isAsked: Bool)] {
    try await query(
      """
      select spike_id, item_id, day, quantity, usual, asked_at is not null from spikes p
      where p.shop_id = \(shop) and p.answer is null and p.day >= \(first) and (p.group_id is not null) = \(ofBills)
        and not exists (select from entry_groups r where r.shop_id = p.shop_id and r.reverses = p.group_id)
      order by p.spike_id
      """
    ).map { row in
      let (id, item, day, amount, usual, isAsked) = try row.decode(
        Int64.self, Int64.self, Day.self, Double.self, Double.self, Bool.self)
      return (SeenSpike(id: id, item: item, day: day, amount: amount, usual: usual), isAsked)
    }
  }

  /// The question stands under a reply already.
  package func noteAsked(_ spike: Int64) async throws {
    try await execute("update spikes set asked_at = \(now) where shop_id = \(shop) and spike_id = \(spike)")
  }

  /// Notes what the owner said of a spike and foretells the item anew; nil for a spike that this shop never had.
  package func answerSpike(_ id: Int64, _ answer: SpikeAnswer, on today: Day) async throws -> Int64? {
    let stored = answer == .oneOff ? "one_off" : "new_demand"
    let item = try await query(
      """
      update spikes set answer = \(stored), answered_at = \(now)
      where shop_id = \(shop) and spike_id = \(id) returning item_id
      """
    ).first?.decode(Int64.self)
    if let item { try await foretellAgain(item, on: today) }
    return item
  }
}

extension Quantity {
  /// In own units, for models.
  package var amount: Double { Double(thousandths) / 1_000 }

  /// To the thousandth; nothing larger than what is kept.
  package init(rounding amount: Double) {
    let limit = Double(Quantity.max.thousandths)
    self.init(thousandths: Int64(Swift.min(Swift.max((amount * 1_000).rounded(), -limit), limit)))
  }
}
