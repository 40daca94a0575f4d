/// A value that can stand in a statement.
///
/// A type over another bindable type only declares it: `extension Mood: SQLBindable {}` for an enum of strings.
package protocol SQLBindable: SQLArrayElement, Sendable {
  /// What PostgreSQL is told about the value; needed without a value for nulls and arrays.
  static var sqlType: SQLType { get }
  var sqlParameter: SQLParameter { get }
}

/// A value as it goes to PostgreSQL.
package struct SQLParameter: Sendable, Hashable {
  package enum Value: Sendable, Hashable {
    case null
    case text(String)
    case bytes([UInt8])
  }

  package var type: SQLType
  package var value: Value

  package init(_ type: SQLType, _ value: Value) {
    self.type = type
    self.value = value
  }

  package init(_ type: SQLType, _ text: String) { self.init(type, .text(text)) }
}

/// A type of PostgreSQL by its numbers, which are fixed for the built-in ones (`pg_type.dat`).
package struct SQLType: Sendable, Hashable {
  package var oid: UInt32
  package var arrayOID: UInt32

  package init(oid: UInt32, arrayOID: UInt32) {
    self.oid = oid
    self.arrayOID = arrayOID
  }

  /// The server takes the type from the place where the value stands.
  package static let inferred = SQLType(oid: 0, arrayOID: 0)
  /// Text fits many places (jsonb, an enum), so the server decides; an array of it is always `text[]`.
  package static let text = SQLType(oid: 0, arrayOID: 1009)
  package static let boolean = SQLType(oid: 16, arrayOID: 1000)
  package static let bytea = SQLType(oid: 17, arrayOID: 1001)
  package static let bigint = SQLType(oid: 20, arrayOID: 1016)
  package static let integer = SQLType(oid: 23, arrayOID: 1007)
  package static let double = SQLType(oid: 701, arrayOID: 1022)
  package static let date = SQLType(oid: 1082, arrayOID: 1182)
  package static let timestamptz = SQLType(oid: 1184, arrayOID: 1185)
  package static let numeric = SQLType(oid: 1700, arrayOID: 1231)
  package static let uuid = SQLType(oid: 2950, arrayOID: 2951)
}

extension SQLBindable {
  package static var sqlType: SQLType { .inferred }
}

extension SQLBindable where Self: RawRepresentable, RawValue: SQLBindable {
  package static var sqlType: SQLType { RawValue.sqlType }
  package var sqlParameter: SQLParameter { rawValue.sqlParameter }
}

extension Optional: SQLBindable, SQLArrayElement where Wrapped: SQLBindable {
  package static var sqlType: SQLType { Wrapped.sqlType }
  package var sqlParameter: SQLParameter { self?.sqlParameter ?? SQLParameter(Self.sqlType, .null) }
}
