import CPostgres

/// A statement in the form in which libpq takes it: text, types and one block of NUL-terminated values.
struct Statement: Sendable {
  /// What a prepared statement is found by: the same text with other types is another one.
  struct Key: Hashable, Sendable {
    let text: String
    let types: [UInt32]
  }

  /// The protocol counts values in 16 bits, and a value of PostgreSQL has at most 1 GiB.
  static let valuesMax = 65_535
  static let valueBytesMax = 1 << 30

  let key: Key
  private var block: [UInt8] = []
  private var offsets: [Int?] = []
  private var lengths: [Int32] = []
  private var formats: [Int32] = []

  init(_ sql: SQL) throws(DatabaseError) {
    guard sql.binds.count <= Self.valuesMax else { throw .encoding("\(sql.binds.count) values in one statement") }
    guard !sql.text.utf8.contains(0) else { throw .encoding("a name with a NUL character") }
    key = Key(text: sql.text, types: sql.binds.map(\.type.oid))
    for bind in sql.binds { try append(bind.value) }
  }

  private mutating func append(_ value: SQLParameter.Value) throws(DatabaseError) {
    switch value {
    case .null:
      appendNull()
    case .text(let text):
      guard !text.utf8.contains(0) else {
        throw .encoding("text with a NUL character, which PostgreSQL cannot keep")
      }
      try append(text.utf8, isBinary: false)
    case .bytes(let bytes):
      try append(bytes, isBinary: true)
    }
  }

  private mutating func append(_ bytes: some Collection<UInt8>, isBinary: Bool) throws(DatabaseError) {
    guard bytes.count <= Self.valueBytesMax else { throw .encoding("a value of \(bytes.count) bytes") }
    offsets.append(block.count)
    lengths.append(Int32(bytes.count))
    formats.append(isBinary ? 1 : 0)
    block += bytes
    block.append(0)
  }

  private mutating func appendNull() {
    offsets.append(nil)
    lengths.append(0)
    formats.append(0)
  }

  /// Queues the parsing of the statement; false when libpq refuses.
  func sendPrepare(as name: String, on connection: OpaquePointer) -> Bool {
    PQsendPrepare(connection, name, key.text, Int32(key.types.count), key.types) == 1
  }

  /// Queues the execution of the statement as prepared; libpq copies the values.
  func sendExecute(_ name: String, on connection: OpaquePointer) -> Bool {
    block.withUnsafeBytes { block in
      let start = block.baseAddress?.assumingMemoryBound(to: CChar.self)
      let values = offsets.map { offset in offset.flatMap { start?.advanced(by: $0) } }
      return PQsendQueryPrepared(connection, name, Int32(values.count), values, lengths, formats, 0) == 1
    }
  }
}
