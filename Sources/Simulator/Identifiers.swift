internal import Foundation

/// Makes ids that look like Meta's. The same seed gives the same ids, so that a test can be read again.
struct Identifiers: Sendable {
  private var dice: Dice

  init(seed: UInt64) {
    dice = Dice(seed: seed)
  }

  /// A wamid: base64 of the person's phone, a byte for the direction, and hexadecimal digits nobody else has.
  /// Whoever hides the phone has zeros in its place.
  mutating func messageID(phone: String?, fromPerson: Bool) -> String {
    let phone = Array((phone ?? "0000000000").utf8)
    let digits = Array((fromPerson ? "3A" + hex(18) : hex(18)).utf8)
    var bytes: [UInt8] = [0x1C, 0x18, UInt8(phone.count)] + phone
    bytes += [0x15, 0x02, 0x00, fromPerson ? 0x12 : 0x11, 0x18, UInt8(digits.count)] + digits + [0x00]
    return "wamid." + Data(bytes).base64EncodedString()
  }

  mutating func mediaID() -> String {
    String(objectNumber())
  }

  /// Sixteen digits, as Meta numbers files and templates.
  mutating func objectNumber() -> Int64 {
    Int64(1_000_000_000_000_000 + dice.next() % 9_000_000_000_000_000)
  }

  /// The `fbtrace_id` of an error.
  mutating func traceID() -> String {
    "A" + hex(22)
  }

  private mutating func hex(_ count: Int) -> String {
    var digits = ""
    while digits.count < count { digits += String(dice.next(), radix: 16, uppercase: true) }
    return String(digits.prefix(count))
  }
}
