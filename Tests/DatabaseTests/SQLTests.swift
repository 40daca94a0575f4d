import Database
import Testing

struct SQLTests {
  @Test func `values become numbered places`() {
    let sql: SQL = "select \(1) where name = \("चीनी")"
    #expect(sql.text == "select $1 where name = $2")
    #expect(sql.binds.map(\.value) == [.text("1"), .text("चीनी")])
  }

  @Test func `a fragment is inlined and its values are numbered anew`() {
    let condition: SQL = "price > \(10) and name <> \("x")"
    let sql: SQL = "select \(1) where \(condition) limit \(5)"
    #expect(sql.text == "select $1 where price > $2 and name <> $3 limit $4")
    #expect(sql.binds.map(\.value) == ["1", "10", "x", "5"].map { .text($0) })
  }

  @Test func `fragments are joined`() {
    let conditions: [SQL] = ["a = \(1)", "b = \(2)", "true"]
    #expect(conditions.joined(separator: " and ").text == "a = $1 and b = $2 and true")
    #expect([SQL]().joined().text == "")
  }

  @Test func `an identifier is quoted`() {
    #expect(("listen \(SQL.identifier(#"a"b"#))" as SQL).text == #"listen "a""b""#)
  }

  @Test func `a missing value keeps its type`() {
    let none: Int64? = nil
    #expect(none.sqlParameter == SQLParameter(.bigint, .null))
  }

  @Test func `the description of an error holds no value`() {
    let refused = ServerError(sqlState: "22P02", message: "invalid input syntax for type bigint: \"98200\"", table: "t")
    #expect(DatabaseError.server(refused).description == "22P02 (table t)")
    let duplicate = ServerError(sqlState: "23505", message: "duplicate key", constraint: "items_pkey", table: "items")
    #expect(DatabaseError.server(duplicate).description == "23505 duplicate key (constraint items_pkey, table items)")
  }
}
