package import Measures

/// One line of a list of goods that somebody sent: “Chini, 50 kilo, 44”. Only what stood there is filled in.
package struct GoodsLine: Hashable, Sendable {
  /// Where it stands in the file, from 1.
  package let line: Int
  package var name: String
  package var quantity: Quantity?
  package var unit: Unit?
  package var price: Money?
  package var mrp: Money?
  package var cost: Money?
  package var category: String?
  package var threshold: Quantity?

  package init(line: Int, name: String) {
    self.line = line
    self.name = name
  }
}

/// A line of the file that says nothing that could be written.
package struct UnreadableLine: Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    case noName
    /// A number that is none, is below zero, or is beyond all measure; as it stands there.
    case badNumber(String)
    /// Something with a unit in which we do not count this.
    case badUnit(String)
    /// The same goods stood in an earlier line.
    case repeated(line: Int)
  }

  package let line: Int
  package let reason: Reason

  package init(line: Int, reason: Reason) {
    self.line = line
    self.reason = reason
  }
}

/// What a file of goods says, line by line.
package struct GoodsList: Hashable, Sendable {
  package var lines: [GoodsLine] = []
  package var unreadable: [UnreadableLine] = []

  package init() {}
}
