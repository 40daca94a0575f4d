import Commerce
import Database
import Inventory
import Measures

/// What the books show, read as owners and reports read it.
struct Shown: Sendable {
  private(set) var figures: [Figure: Int64] = [:]
  private(set) var facts: [Fact: String] = [:]

  init(_ books: Books) async throws {
    try await readSums(books)
    try await readTakings(books)
    try await readSpending(books)
    try await readDeliveries(books)
    try await readFacts(books)
  }

  private mutating func readSums(_ books: Books) async throws {
    let shop = books.shop
    for row in try await books.query(
      """
      select 'stock', item_id, (on_hand * 1000)::bigint from stock where shop_id = \(shop)
      union all
      select 'sold', item_id, (sum(quantity) * 1000)::bigint from item_months where shop_id = \(shop) group by item_id
      union all
      select 'due', customer_id, balance from credit_balances where shop_id = \(shop)
      union all
      select 'payable', supplier_id, balance from supplier_balances where shop_id = \(shop)
      union all
      select 'bought', 0, coalesce(sum(total), 0)::bigint from purchases where shop_id = \(shop)
      """)
    {
      let (kind, id, amount) = try row.decode(String.self, Int64.self, Int64.self)
      figures[try Self.figure(kind, id)] = amount
    }
  }

  private mutating func readTakings(_ books: Books) async throws {
    for row in try await books.query("select distinct day from sales where shop_id = \(books.shop)") {
      let day = try row.decode(Day.self)
      figures[.takings(day)] = try await books.takings(of: day).paise
    }
  }

  private static func figure(_ kind: String, _ id: Int64) throws -> Figure {
    switch kind {
    case "stock": .onHand(item: id)
    case "sold": .sold(item: id)
    case "due": .due(customer: id)
    case "payable": .payable(supplier: id)
    case "bought": .bought
    default: throw Difference("a figure named \(kind)")
    }
  }

  private mutating func readSpending(_ books: Books) async throws {
    for row in try await books.query(
      "select kind, sum(amount)::bigint from expenses where shop_id = \(books.shop) group by kind")
    {
      let (kind, amount) = try row.decode(String.self, Int64.self)
      figures[.spent(kind)] = amount
    }
  }

  private mutating func readDeliveries(_ books: Books) async throws {
    for row in try await books.query(
      """
      select item_id, expires_on, (sum(quantity) * 1000)::bigint from lots where shop_id = \(books.shop) group by 1, 2
      """)
    {
      let (item, day, quantity) = try row.decode(Int64.self, Day.self, Int64.self)
      figures[.delivered(item: item, expiresOn: day)] = quantity
    }
  }

  private mutating func readFacts(_ books: Books) async throws {
    let items = try await books.query("select item_id from items where shop_id = \(books.shop)")
      .map { try $0.decode(Int64.self) }
    let suppliers = try await books.query("select supplier_id from suppliers where shop_id = \(books.shop)")
      .map { try $0.decode(Int64.self) }
    facts = try await Self.facts(of: items, suppliers, in: books)
  }

  /// The last word on some items and suppliers.
  static func facts(of items: [Int64], _ suppliers: [Int64], in books: Books) async throws -> [Fact: String] {
    var facts: [Fact: String] = [:]
    for row in try await books.query(
      """
      select item_id, threshold, tax_rate::text, hsn, category from items
      where shop_id = \(books.shop) and item_id = any (\(items))
      """)
    {
      let (item, threshold, tax, hsn, category) = try row.decode(
        Int64.self, Quantity?.self, String?.self, String?.self, String?.self)
      facts[.threshold(item: item)] = threshold?.plain
      facts[.detail(item: item, kind: "tax_rate")] = tax
      facts[.detail(item: item, kind: "hsn")] = hsn
      facts[.detail(item: item, kind: "category")] = category
    }
    for (item, tag) in try await books.priceTags(of: items) {
      facts[.price(item: item, kind: "sale")] = tag.sale.map { String($0.paise) }
      facts[.price(item: item, kind: "cost")] = tag.cost.map { String($0.paise) }
      facts[.price(item: item, kind: "mrp")] = tag.mrp.map { String($0.paise) }
    }
    for supplier in try await books.suppliers(suppliers) {
      facts[.leadDays(supplier: supplier.id)] = supplier.leadDays.map { String($0) }
    }
    return facts
  }

  /// Where the sums say otherwise; a few are enough.
  func differences(from shadow: ShadowBooks) -> [String] {
    var found: [String] = []
    for figure in Set(figures.keys).union(shadow.figures.keys) where (figures[figure] ?? 0) != shadow[figure] {
      found.append("\(figure): \(figures[figure] ?? 0) shown, \(shadow[figure]) summed")
    }
    let standing = shadow.facts
    for fact in Set(facts.keys).union(standing.keys) where facts[fact] != standing[fact] {
      found.append("\(fact): \(facts[fact] ?? "nothing") shown, \(standing[fact] ?? "nothing") stands")
    }
    return Array(found.sorted().prefix(8))
  }
}
