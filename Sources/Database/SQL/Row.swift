/// One row of a result: `let (id, name) = try row.decode(Int64.self, String?.self)`.
package struct Row: Sendable {
  let result: QueryResult
  let index: Int

  /// All columns in their order; their number must be the number of types. Null needs an optional type.
  package func decode<each T: SQLDecodable>(_ types: repeat (each T).Type) throws -> (repeat each T) {
    var expected = 0
    for _ in repeat each types { expected += 1 }
    try expect(columns: expected)
    var column = 0
    func next<D: SQLDecodable>(_ type: D.Type) throws -> D {
      defer { column += 1 }
      return try decode(type, at: column)
    }
    return try (repeat next(each types))
  }

  /// The only column.
  package func decode<D: SQLDecodable>(_ type: D.Type) throws -> D {
    try expect(columns: 1)
    return try decode(type, at: 0)
  }

  /// The column of this name.
  package func decode<D: SQLDecodable>(_ type: D.Type = D.self, named name: String) throws -> D {
    guard let column = result.column(named: name) else { throw DatabaseError.decoding("no column \(name)") }
    return try decode(type, at: column)
  }

  private func expect(columns: Int) throws {
    guard result.columnCount == columns else {
      throw DatabaseError.decoding("\(result.columnCount) columns where \(columns) are expected")
    }
  }

  private func decode<D: SQLDecodable>(_ type: D.Type, at column: Int) throws -> D {
    do {
      return try result.text(row: index, column: column).map(D.init(sqlText:)) ?? D.fromNull()
    } catch DatabaseError.decoding(let reason) {
      throw DatabaseError.decoding("column \(result.name(ofColumn: column)): \(reason)")
    }
  }
}

extension [Row] {
  /// The one row that a statement must return.
  package func only() throws -> Row {
    guard count == 1 else { throw DatabaseError.decoding("\(count) rows where one is expected") }
    return self[0]
  }
}
