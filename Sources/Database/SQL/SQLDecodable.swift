/// A value that can be read from a column.
///
/// A type over another decodable type only declares it: `extension Mood: SQLDecodable {}` for an enum of strings.
package protocol SQLDecodable: SQLDecodableElement {
  /// From PostgreSQL's text form, with the session's settings: UTC, ISO dates, hexadecimal bytea.
  init(sqlText: String) throws
  /// What null means; refused unless the type is optional.
  static func fromNull() throws -> Self
}

extension SQLDecodable {
  package static func fromNull() throws -> Self {
    throw DatabaseError.decoding("null where \(Self.self) is expected")
  }

  /// Reads what `parse` understands. The error does not repeat the text, which may be personal.
  package static func parsed(_ value: Self?) throws -> Self {
    guard let value else { throw DatabaseError.decoding("not a \(Self.self)") }
    return value
  }
}

extension SQLDecodable where Self: RawRepresentable, RawValue: SQLDecodable {
  package init(sqlText: String) throws {
    self = try Self.parsed(Self(rawValue: RawValue(sqlText: sqlText)))
  }
}

extension Optional: SQLDecodable, SQLDecodableElement where Wrapped: SQLDecodable {
  package init(sqlText: String) throws { self = try Wrapped(sqlText: sqlText) }
  package static func fromNull() throws -> Self { nil }
}
