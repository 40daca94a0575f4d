/// The header lines of a message in their order. Names are compared without regard to case.
package struct HTTPHeaders: Sendable {
  package let fields: [(name: String, value: String)]

  package init(_ fields: [(name: String, value: String)] = []) {
    self.fields = fields
  }

  /// The first value of that name.
  package subscript(_ name: String) -> String? {
    fields.first { sameName($0.name, name) }?.value
  }

  /// All values of that name, in their order.
  package func values(of name: String) -> [String] {
    fields.filter { sameName($0.name, name) }.map(\.value)
  }
}

/// ASCII letters only, as HTTP has it: no folding of Unicode, which would let “ſ” pass for “s”.
func sameName(_ a: String, _ b: String) -> Bool {
  a.utf8.count == b.utf8.count && zip(a.utf8, b.utf8).allSatisfy { lowered($0) == lowered($1) }
}

private func lowered(_ letter: UInt8) -> UInt8 {
  UInt8(ascii: "A")...UInt8(ascii: "Z") ~= letter ? letter | 0x20 : letter
}
