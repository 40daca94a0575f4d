package import Measures

// How the shop's measures stand in its books: money as whole paise, quantities as numeric(14,3), days as date.

extension Money: SQLBindable, SQLDecodable {
  package static var sqlType: SQLType { .bigint }
  package var sqlParameter: SQLParameter { paise.sqlParameter }
  package init(sqlText: String) throws { self.init(paise: try Int64(sqlText: sqlText)) }
}

extension Quantity: SQLBindable, SQLDecodable {
  package static var sqlType: SQLType { .numeric }
  package var sqlParameter: SQLParameter { SQLParameter(Self.sqlType, plain) }
  package init(sqlText: String) throws { self = try Self.parsed(Quantity(text: sqlText)) }
}

extension Day: SQLBindable, SQLDecodable {
  package static var sqlType: SQLType { .date }
  package var sqlParameter: SQLParameter { SQLParameter(Self.sqlType, description) }
  package init(sqlText: String) throws { self = try Self.parsed(Day(text: sqlText)) }
}
