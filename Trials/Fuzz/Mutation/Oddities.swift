/// Values that programs have stumbled over.
enum Oddities {
  static let literals = ["true", "false", "null", "[]", "{}", "\"\"", "0", "-0", "-1", "nul", "NaN", "Infinity"]
    .map { Array($0.utf8) }

  private static let numbers = [
    "9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809",
    "18446744073709551615", "18446744073709551616", "4294967296", "2147483648", "1e308", "1e309", "-1e999", "1e-999",
    "0.1", "1.0", "12.50", "1E5", "1e+5", "00", "01", "1.", ".5", "+1", "0x10", "1_000", "1790000000", "1790000000000",
    "131047", "4102444800", "4102444801",
  ].map { Array($0.utf8) }

  /// As they stand between the quotes.
  private static let texts =
    [
      "", " ", "0", "-1", "true", "null", "1790000000", "1e999", "nan", "inf", "message", "text", "image",
      "interactive",
      "messages", "statuses", "whatsapp_business_account", "sent", "payment", "wamid.A1", "IN.1001", "919800000001",
      "'; drop table shops; --", "<script>", "../../etc/passwd", "%s%n%x", "${jndi:ldap://x}", "=1+1",
      #"\u0000"#, #"a\u0000b"#, #"\ud83d"#, #"\ude4f"#, #"\ude4f\ud83d"#, #"x\ud83d\u0915"#, #"\ud83d\ude4f"#,
      #"\u202e\u200b\ufeff"#, #"\uffff\ufffe"#, #"\u"#, #"\u12"#, #"\ug123"#, #"\"#, #"\x41"#, #"\/\b\f\n\r\t\\\""#,
      "\u{0}", "\n", "\t", "क्षत्रिय", "ｆｕｌｌ", "👨‍👩‍👧‍👦", "\u{1F1EE}\u{1F1F3}", "e\u{301}\u{301}\u{301}\u{301}", "\"",
    ].map { Array($0.utf8) } + [
      [0x80], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x9F, 0x99], [0xF4, 0x90, 0x80, 0x80], [0xFF, 0xFE],
      [0xE0, 0xA4],
    ]

  static func number(_ chance: inout Chance) -> [UInt8] {
    guard chance.once(in: 4) else { return chance.one(of: numbers) }
    return (0...chance.mostlySmall(upTo: 400)).map { _ in UInt8(ascii: "0") + UInt8(chance.below(10)) }
  }

  static func text(_ chance: inout Chance) -> [UInt8] {
    guard chance.once(in: 5) else { return chance.one(of: texts) }
    let piece = chance.one(of: texts)
    return (0...chance.mostlySmall(upTo: 2_000)).flatMap { _ in piece }
  }

  /// What was there, with something odd in it.
  static func spoiled(_ letters: [UInt8], _ chance: inout Chance) -> [UInt8] {
    let place = chance.below(letters.count + 1)
    return letters[..<place] + chance.one(of: texts) + letters[place...]
  }
}
