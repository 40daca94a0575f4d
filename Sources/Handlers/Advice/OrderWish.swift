import Measures

/// What an order is wanted for. It travels in a button, so that the message to the supplier is made of the same.
struct OrderWish: Hashable, Sendable {
  /// Days until the next order.
  var days: Int
  /// What it may cost; nil where that was not said.
  var cash: Money?
  /// Nothing else, where items were named.
  var items: [Int64]
  /// Nothing else, where a kind of goods was named.
  var category: String?
  /// The newest order that was known when this was advised, so that a tap advises the same once more.
  var known: Int64

  static let daysUsual = 7
  static let daysMax = 30
  /// More would not fit behind a button.
  private static let itemsMax = 8
  private static let categoryBytesMax = 100

  init(
    days: Int = daysUsual, cash: Money? = nil, items: [Int64] = [], category: String? = nil,
    known: Int64 = 0
  ) {
    self.days = min(max(days, 1), Self.daysMax)
    self.cash = cash
    self.items = Array(items.prefix(Self.itemsMax))
    self.known = known
    // A button holds no longer id than this leaves room for; of such a kind all is ordered that is due.
    self.category = category.flatMap { $0.utf8.count <= Self.categoryBytesMax ? $0 : nil }
  }

  var text: String {
    let parts = ["\(days)", cash.map { "\($0.paise)" } ?? "", items.map { "\($0)" }.joined(separator: ".")]
    return (parts + ["\(known)", category].compactMap(\.self)).joined(separator: ",")
  }

  /// Nil for what we never wrote.
  init?(text: String) {
    let parts = text.split(separator: ",", maxSplits: 4, omittingEmptySubsequences: false)
    guard parts.count >= 3, let days = Int(parts[0]) else { return nil }
    let items = parts[2].split(separator: ".").compactMap { Int64($0) }
    self.init(
      days: days, cash: Int64(parts[1]).map { Money(paise: max(0, $0)) }, items: items,
      category: parts.count > 4 ? String(parts[4]) : nil,
      known: parts.count > 3 ? Int64(parts[3]) ?? 0 : 0)
  }
}
