internal import CQREncode

/// A text as the square that a phone's camera reads: “scan this to pay Ramesh's ₹450”. Up to 15 % of it may be
/// smudged (error correction M). The square is a value; `svg`, `terminal` and `png` draw it.
package struct QRCode: Equatable, Sendable {
  /// Modules, the small squares, along one edge.
  package let side: Int

  /// Row after row, true where a module is dark.
  private let modules: [Bool]

  /// The empty edge that a reader needs around the square, in modules (ISO/IEC 18004 asks for four).
  package static let quietZone = 4

  /// Nil when the text is empty or longer than a code can hold (2,331 bytes).
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard !bytes.isEmpty, let code = QRcode_encodeData(Int32(bytes.count), bytes, 0, QR_ECLEVEL_M) else { return nil }
    defer { QRcode_free(code) }
    side = Int(code.pointee.width)
    // The lowest bit says dark; the others tell how the library came to it.
    modules = (0..<side * side).map { code.pointee.data[$0] & 1 == 1 }
  }

  /// Whether a module is dark; the quiet zone around the square is light.
  package func isDark(row: Int, column: Int) -> Bool {
    guard (0..<side).contains(row), (0..<side).contains(column) else { return false }
    return modules[row * side + column]
  }

  /// The rows and columns of the drawing, with the quiet zone.
  var framed: Range<Int> { -Self.quietZone..<side + Self.quietZone }
}
