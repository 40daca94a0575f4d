/// Whose books: every table of a shop begins with this number.
package struct ShopID: Hashable, Sendable, Codable, RawRepresentable, SQLBindable, SQLDecodable {
  package let rawValue: Int64

  package init(rawValue: Int64) { self.rawValue = rawValue }
}
