package import Database
package import Foundation
internal import Sheets

/// Everything of a shop as one archive: each table as CSV and as JSON, the files that lie in it, and a list of what is
/// there. The tables are asked of the catalogue, so that one of tomorrow is not forgotten.
package struct ShopExport: Sendable {
  private let database: Postgres
  private let shop: ShopID
  private let now: Date

  package init(of shop: ShopID, in database: Postgres, at now: Date) {
    self.database = database
    self.shop = shop
    self.now = now
  }

  /// Rows by table, as they were at one moment. An archive that could not be ended is taken away again.
  package func write(to file: URL) async throws -> [String: Int] {
    do {
      // Not `books(of:)`: all tables are read as of one moment, which must be said before anything else.
      return try await database.transaction { transaction in
        try await transaction.execute("set transaction isolation level repeatable read, read only")
        _ = try await transaction.query("select set_config('app.shop_id', \(String(shop.rawValue)), true)")
        return try await write(to: file, Books(shop: shop, now: now, transaction: transaction))
      }
    } catch {
      try? FileManager.default.removeItem(at: file)  // the fault that is told is the first
      throw error
    }
  }

  private func write(to file: URL, _ books: Books) async throws -> [String: Int] {
    let archive = try ZipWriter(to: file)
    var counts: [String: Int] = [:]
    for table in try await tables(books) {
      counts[table.name] = try await add(table, to: archive, books)
      try await addCSV(table, to: archive, books)
    }
    counts["people"] = try await addPeople(to: archive, books)
    try await addFiles(to: archive, books)
    try await add("manifest.json", Array(try manifest(counts)), to: archive)
    try archive.close()
    return counts
  }

  // MARK: Tables

  private struct Table {
    let name: String
    let columns: [String]
    /// Not numbers, days or truths: those stand in CSV as they are.
    let areTexts: [Bool]
  }

  /// With all columns but the bytes of files, which lie beside.
  private func tables(_ books: Books) async throws -> [Table] {
    try await books.query(
      """
      select c.relname::text, array_agg(a.attname::text order by a.attnum),
        array_agg((t.typcategory not in ('N', 'D', 'B'))::text order by a.attnum)
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        join pg_type t on t.oid = a.atttypid
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and not (c.relname = 'media' and a.attname = 'bytes')
        and exists (select from pg_attribute f where f.attrelid = c.oid and f.attnum = 1 and f.attname = 'shop_id')
      group by c.relname order by c.relname
      """
    ).map { row in
      let (name, columns, areTexts) = try row.decode(String.self, [String].self, [String].self)
      return Table(name: name, columns: columns, areTexts: areTexts.map { $0 == "true" })
    }
  }

  private static let rowsAtOnce = 1_000

  private func add(_ table: Table, to archive: ZipWriter, _ books: Books) async throws -> Int {
    let columns = table.columns.map(SQL.identifier).joined()
    let rows: SQL = "select row_to_json(t)::text from (select \(columns) from \(SQL.identifier(table.name))) t"
    var count = 0
    try await add("json/\(table.name).json", to: archive, rows, books, head: Array("[".utf8), foot: "\n]\n") {
      row, piece in
      count += 1
      piece += (count == 1 ? "\n" : ",\n").utf8
      piece += try row.decode(String.self).utf8
    }
    return count
  }

  private func addCSV(_ table: Table, to archive: ZipWriter, _ books: Books) async throws {
    let columns = table.columns.map { "coalesce(\(SQL.identifier($0))::text, '')" as SQL }.joined()
    let rows: SQL = "select array[\(columns)] from \(SQL.identifier(table.name))"
    let head = CommaSeparated.head(table.columns)
    try await add("csv/\(table.name).csv", to: archive, rows, books, head: head, foot: "") { row, piece in
      CommaSeparated.append(try row.decode([String].self), areTexts: table.areTexts, to: &piece)
    }
  }

  /// Row by row through a cursor, however many there are.
  private func add(
    _ name: String, to archive: ZipWriter, _ rows: SQL, _ books: Books, head: [UInt8], foot: String,
    _ write: (Row, inout [UInt8]) throws -> Void
  ) async throws {
    _ = try await books.execute("declare export no scroll cursor for \(rows)")
    var (isBegun, isEnded) = (false, false)
    try await archive.add(name, at: now) {
      guard !isEnded else { return nil }
      let rows = try await books.query("fetch 1000 from export")
      isEnded = rows.count < Self.rowsAtOnce
      var piece = isBegun ? [] : head
      isBegun = true
      for row in rows { try write(row, &piece) }
      return isEnded ? piece + Array(foot.utf8) : piece
    }
    _ = try await books.execute("close export")
  }

  // MARK: What lies beside the tables

  /// Under which numbers the members are known; kept for all shops together, so no table of this one.
  private func addPeople(to archive: ZipWriter, _ books: Books) async throws -> Int {
    let rows = try await books.query("select member_id, channel, alias from names_of_people()").map { row in
      let (member, channel, alias) = try row.decode(Int64?.self, String.self, String.self)
      return [member.map(String.init) ?? "", channel, alias]
    }
    let columns = ["member_id", "channel", "alias"]
    let sheet = Sheet(title: "", columns: columns, rows: rows.map { $0.map(Sheet.Cell.text) })
    try await add("csv/people.csv", CommaSeparated.bytes(of: sheet), to: archive)
    let objects = rows.map { Dictionary(uniqueKeysWithValues: zip(columns, $0)) }
    try await add("json/people.json", Array(try JSONEncoder().encode(objects)), to: archive)
    return rows.count
  }

  private func addFiles(to archive: ZipWriter, _ books: Books) async throws {
    let files = try await books.query("select media_id, file_name from media order by media_id").map {
      try $0.decode(Int64.self, String.self)
    }
    for (id, name) in files {
      let bytes = try await books.query("select bytes from media where media_id = \(id)").first?.decode([UInt8].self)
      if let bytes { try await add("files/\(id) \(name)", bytes, to: archive) }
    }
  }

  private func manifest(_ counts: [String: Int]) throws -> Data {
    struct Manifest: Encodable {
      let shop: Int64
      let writtenAt: Date
      let rows: [String: Int]
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
    encoder.dateEncodingStrategy = .iso8601
    return try encoder.encode(Manifest(shop: shop.rawValue, writtenAt: now, rows: counts))
  }

  private func add(_ name: String, _ bytes: [UInt8], to archive: ZipWriter) async throws {
    var piece: [UInt8]? = bytes
    try await archive.add(name, at: now) {
      defer { piece = nil }
      return piece
    }
  }
}
