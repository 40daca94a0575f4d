import HTTP

/// A JSON document that may be wrong: names can come twice, numbers can be beyond every width, and what stands between
/// quotes need be no text at all.
indirect enum Tree: Sendable {
  /// As it stands: `true`, `1e999`, `nul`.
  case written([UInt8])
  /// What stands between the quotes, escapes and all.
  case text([UInt8])
  case list([Tree])
  case object([Member])

  struct Member: Sendable {
    var name: [UInt8]
    var value: Tree
  }
}

extension Tree {
  init(_ json: JSON) {
    switch json {
    case .null, .bool, .integer, .real: self = .written(json.encoded())
    case .string(let text): self = .text(Lettering.escaped(text))
    case .array(let elements): self = .list(elements.map(Tree.init))
    case .object(let members):
      // In a fixed order: the same number must give the same input.
      self = .object(
        members.sorted { $0.key < $1.key }.map { Member(name: Lettering.escaped($0.key), value: Tree($0.value)) })
    }
  }

  static func text(_ text: String) -> Tree { .text(Lettering.escaped(text)) }

  static func object(_ members: (String, Tree)...) -> Tree {
    .object(members.map { Member(name: Lettering.escaped($0.0), value: $0.1) })
  }

  mutating func add(_ name: String, _ value: Tree) {
    guard case .object(let members) = self else { return }
    self = .object(members + [Member(name: Lettering.escaped(name), value: value)])
  }
}

/// How a document is put into bytes.
enum Lettering: CaseIterable {
  /// As Meta writes: no spaces.
  case dense
  case spaced
  case pretty

  /// Everything beyond ASCII as `\uXXXX`, as Meta has it.
  static func escaped(_ text: String) -> [UInt8] {
    var letters: [UInt8] = []
    letters.reserveCapacity(text.utf8.count * 2)
    for unit in text.utf16 {
      switch unit {
      case 0x22, 0x5C, 0x2F:
        letters.append(0x5C)
        letters.append(UInt8(unit))
      case 0x20..<0x7F:
        letters.append(UInt8(unit))
      default:
        letters += #"\u"#.utf8
        for shift: UInt16 in [12, 8, 4, 0] { letters.append(Self.digits[Int(unit >> shift & 15)]) }
      }
    }
    return letters
  }

  private static let digits = Array("0123456789abcdef".utf8)

  func bytes(of tree: Tree) -> [UInt8] {
    var bytes: [UInt8] = []
    write(tree, to: &bytes)
    return bytes
  }

  private func write(_ tree: Tree, to bytes: inout [UInt8]) {
    switch tree {
    case .written(let letters): bytes += letters
    case .text(let letters): writeQuoted(letters, to: &bytes)
    case .list(let elements):
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { writeComma(to: &bytes) }
        write(element, to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { writeComma(to: &bytes) }
        writeQuoted(member.name, to: &bytes)
        bytes += self == .dense ? ":".utf8 : " : ".utf8
        write(member.value, to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private func writeQuoted(_ letters: [UInt8], to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    bytes += letters
    bytes.append(UInt8(ascii: "\""))
  }

  private func writeComma(to bytes: inout [UInt8]) {
    switch self {
    case .dense: bytes += ",".utf8
    case .spaced: bytes += ", ".utf8
    case .pretty: bytes += ",\r\n\t".utf8
    }
  }
}
