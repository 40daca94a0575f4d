import HTTP

/// Part of a long list: so many rows after a place, and where the next part begins.
struct Page: Sendable {
  /// The last row of the part before; rows go up, or down, from it.
  let after: Int64?
  let count: Int

  static let countMax: Int64 = 200
  private static let countUsual: Int64 = 50

  init(_ call: Call) throws(Refusal) {
    after = try call.number("cursor", in: 0...Int64.max)
    count = try Self.count(call)
  }

  static func count(_ call: Call) throws(Refusal) -> Int {
    Int(try call.number("limit", in: 1...countMax) ?? countUsual)
  }

  /// So many are read: one more than is shown tells whether there are more.
  var readCount: Int { count + 1 }

  /// - Parameter rows: up to `readCount`.
  func shown<Row>(_ rows: [Row], as name: String, id: (Row) -> Int64, _ json: (Row) -> JSON) -> JSON {
    let shown = rows.prefix(count)
    let next = rows.count > count ? shown.last.map { JSON.string(String(id($0))) } : nil
    return .object([name: .array(shown.map(json)), "nextCursor": next ?? .null])
  }
}
