/// Changes that know nothing of JSON: what a broken line, a broken proxy or a bored stranger does to bytes.
enum ByteMutation {
  /// Bytes that mean something to JSON or to HTTP come up more often than chance would have them.
  private static let spice =
    Array("{}[]\",:\\u0019edfn-+. \r\n\t;=/?%".utf8) + [0, 0x0B, 0x7F, 0x80, 0xC0, 0xED, 0xF0, 0xFF]

  static func mutate(_ bytes: inout [UInt8], _ chance: inout Chance) {
    for _ in 0...chance.mostlySmall(upTo: 16) where !bytes.isEmpty {
      let place = chance.below(bytes.count)
      switch chance.below(9) {
      case 0: bytes[place] ^= 1 << UInt8(chance.below(8))
      case 1: bytes[place] = chance.one(of: spice)
      case 2: bytes.insert(chance.one(of: spice), at: place)
      case 3: bytes.remove(at: place)
      case 4: bytes.removeSubrange(place..<min(bytes.count, place + 1 + chance.below(40)))
      case 5: bytes.insert(contentsOf: chance.slice(of: bytes, limit: 60), at: place)
      case 6: bytes.insert(contentsOf: repeatElement(bytes[place], count: chance.mostlySmall(upTo: 3_000)), at: place)
      case 7: bytes[place] = UInt8(chance.below(256))
      default: if chance.once(in: 8) { bytes.removeSubrange(place...) }
      }
    }
  }
}
