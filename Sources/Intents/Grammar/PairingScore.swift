import Measures

/// What speaks for and against a number belonging to some goods. Only the sums are compared, so that the unit is
/// arbitrary; a number is worth between 1 and 5. `PairingTests` and the rows of sentences hold the table in place.
enum PairingScore {
  // MARK: a number with its goods

  /// “5 kilo” is a quantity.
  static let measuredQuantity = 4.0
  /// “5” may be one.
  static let bareQuantity = 3.0
  /// “@45”, “200 me”, “70 rupay”.
  static let money = 3.0
  /// A second number with nothing beside it, “chini 5 kilo 220”, is money; the larger it is, the surer.
  static func bareMoney(_ value: Quantity) -> Double { value < Quantity(20) ? 1.7 : 2.7 }
  /// The size of what is counted: “tel 1 litre 3 pouch”.
  static let size = 2.5

  // MARK: the way between them

  /// A comma, a full stop or “aur” stands between.
  static let pause = -3.8
  /// Another number stands between: for a quantity, and for money, which comes second as a rule.
  static let numberBeforeQuantity = -0.8
  static let numberBeforeMoney = -0.2
  /// A verb or other word stands between.
  static let word = -0.15
  /// People say goods and then their number a little more often.
  static let before = -0.1
  /// Money stands behind its goods, unless a genitive ties it to those that follow: “300 ka sabun”.
  static let moneyBefore = -1.0
  static let genitive = 2.5
  /// Money that stands before a number without a unit may be that quantity just as well.
  static let bareMoneyFirst = -1.0

  // MARK: the whole

  /// One message is said in one manner: number first, or goods first.
  static let sameManner = 0.5
  /// Goods without a number beside others that have theirs.
  static let uncounted = -0.6
  /// A number that belongs to nothing.
  static let loose = -1.0
  /// Unknown words are goods, a word with another meaning is goods.
  static let unknown = -1.6
  static let homograph = -1.8
}
