/// PostgreSQL's binary form of an array of one dimension (`array_recv` in its sources): for text and bytes, which would
/// otherwise be quoted or written as twice as many digits.
enum BinaryArray {
  /// The types of elements whose binary form is simply their bytes: `text` and `bytea`.
  static func elementOID(ofArray oid: UInt32) -> UInt32? {
    switch oid {
    case SQLType.text.arrayOID: 25
    case SQLType.bytea.arrayOID: SQLType.bytea.oid
    default: nil
    }
  }

  static func encode(_ elements: [SQLParameter.Value], elementOID: UInt32) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(20 + elements.reduce(0) { $0 + 4 + length(of: $1) })
    append(elements.isEmpty ? 0 : 1, to: &bytes)  // dimensions
    append(elements.contains(.null) ? 1 : 0, to: &bytes)
    append(Int32(bitPattern: elementOID), to: &bytes)
    guard !elements.isEmpty else { return bytes }
    append(Int32(elements.count), to: &bytes)
    append(1, to: &bytes)  // the lower bound
    for element in elements { append(element, to: &bytes) }
    return bytes
  }

  private static func append(_ element: SQLParameter.Value, to bytes: inout [UInt8]) {
    switch element {
    case .null: append(-1, to: &bytes)
    case .text(let text):
      append(Int32(text.utf8.count), to: &bytes)
      bytes += text.utf8
    case .bytes(let content):
      append(Int32(content.count), to: &bytes)
      bytes += content
    }
  }

  private static func append(_ number: Int32, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: number.bigEndian) { bytes += $0 }
  }

  private static func length(of element: SQLParameter.Value) -> Int {
    switch element {
    case .null: 0
    case .text(let text): text.utf8.count
    case .bytes(let bytes): bytes.count
    }
  }
}
