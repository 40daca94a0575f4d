package import Foundation

// Numbers, truth, text and identifiers. Their text forms are the same in Swift and in PostgreSQL, or nearly so.

extension Int64: SQLBindable, SQLDecodable {
  package static var sqlType: SQLType { .bigint }
  package var sqlParameter: SQLParameter { SQLParameter(Self.sqlType, String(self)) }
  package init(sqlText: String) throws { self = try Self.parsed(Self(sqlText)) }
}

extension Int: SQLBindable, SQLDecodable {
  package static var sqlType: SQLType { .bigint }
  package var sqlParameter: SQLParameter { SQLParameter(Self.sqlType, String(self)) }
  package init(sqlText: String) throws { self = try Self.parsed(Self(sqlText)) }
}

extension Int32: SQLBindable, SQLDecodable {
  package static var sqlType: SQLType { .integer }
  package var sqlParameter: SQLParameter { SQLParameter(Self.sqlType, String(self)) }
  package init(sqlText: String) throws { self = try Self.parsed(Self(sqlText)) }
}

extension Double: SQLBindable, SQLDecodable {
  package static var sqlType: SQLType { .double }
  package var sqlParameter: SQLParameter { SQLParameter(Self.sqlType, String(self)) }
  package init(sqlText: String) throws { self = try Self.parsed(Self(sqlText)) }
}

extension Bool: SQLBindable, SQLDecodable {
  package static var sqlType: SQLType { .boolean }
  package var sqlParameter: SQLParameter { SQLParameter(Self.sqlType, self ? "t" : "f") }
  package init(sqlText: String) throws {
    self = try Self.parsed(sqlText == "t" ? true : sqlText == "f" ? false : nil)
  }
}

extension String: SQLBindable, SQLDecodable {
  package static var sqlType: SQLType { .text }
  package var sqlParameter: SQLParameter { SQLParameter(Self.sqlType, self) }
  package init(sqlText: String) { self = sqlText }
}

extension UUID: SQLBindable, SQLDecodable {
  package static var sqlType: SQLType { .uuid }
  package var sqlParameter: SQLParameter { SQLParameter(Self.sqlType, uuidString) }
  package init(sqlText: String) throws { self = try Self.parsed(UUID(uuidString: sqlText)) }
}
