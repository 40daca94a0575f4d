import HTTP
import Testing

private func read(_ text: String) throws -> JSON { try JSON(parsing: Array(text.utf8)) }
private func written(_ value: JSON) -> String { String(decoding: value.encoded(), as: UTF8.self) }

@Suite struct JSONTests {
  @Test func `a message is read as it stands`() throws {
    let value = try read(#"{"a": [1, -2.5, true, null, "चीनी"], "b": {}, "c": []}"#)
    #expect(value == ["a": [1, -2.5, true, .null, "चीनी"], "b": [:], "c": []])
  }

  @Test func `escapes, surrogates and a NUL survive`() throws {
    #expect(try read(#""a\u0000b\n\"\\\/ \u0939 \ud83d\ude00""#) == "a\u{0}b\n\"\\/ ह 😀")
    #expect(try read(#"{"k\u0000": 1}"#)["k\u{0}"] == 1)
  }

  @Test func `of members with one name the last counts`() throws {
    #expect(try read(#"{"a": 1, "a": 2}"#) == ["a": 2])
  }

  @Test func `whole numbers beyond 64 bits become real ones`() throws {
    #expect(try read("9223372036854775807") == 9_223_372_036_854_775_807)
    #expect(try read("-9223372036854775808") == .integer(.min))
    #expect(try read("9223372036854775808") == .real(9_223_372_036_854_775_808))
    let wide = try read(#"["1234567890123456789012", -1234567890123456789012, "\"1234567890123456789012"]"#)
    #expect(wide == ["1234567890123456789012", .real(-1.234567890123456789012e21), "\"1234567890123456789012"])
  }

  @Test func `a number beyond every range stays as its letters and costs nothing else`() throws {
    let wide = String(repeating: "7", count: 400)
    let value = try read(#"["a", 1e999, -1.5E+309, \#(wide), 2]"#)
    #expect(value == ["a", "1e999", "-1.5E+309", .string(wide), 2])
    #expect(value[1]?.real == nil)
  }

  @Test(arguments: [
    "", " ", "{", "[1,]", "{\"a\"}", "nul", "01", "+1", "1 2", "\"a", "'a'", "[1}", "\"\u{1}\"", "NaN", "+1e999",
    "01e999", "1.e999", "1e999e9", "-", #""\ud800""#, "12345678901234567890123x",
  ])
  func `what is not JSON is refused`(text: String) {
    #expect(throws: JSON.Malformed.notJSON) { try read(text) }
  }

  @Test func `bytes that are not UTF-8 are refused`() {
    #expect(throws: JSON.Malformed.notUTF8) { try JSON(parsing: [0x22, 0xFF, 0x22]) }
  }

  @Test func `64 levels are read and the 65th is refused`() throws {
    let nested = { (depth: Int) in String(repeating: "[", count: depth) + String(repeating: "]", count: depth) }
    #expect(try read(nested(64)).array.count == 1)
    #expect(throws: JSON.Malformed.tooDeep) { try read(nested(65)) }
    #expect(throws: JSON.Malformed.tooDeep) { try read(nested(100_000)) }
  }

  @Test func `more bytes than asked for are refused`() {
    #expect(throws: JSON.Malformed.tooLarge) { try JSON(parsing: Array("[1,2]".utf8), bytesMax: 4) }
  }

  @Test func `a missing member and a null one are the same`() throws {
    let value = try read(#"{"a": null, "b": [null, 7]}"#)
    #expect(value["a"] == nil)
    #expect(value["z"] == nil)
    #expect(value["b"]?[0] == nil)
    #expect(value["b"]?[1] == 7)
    #expect(value["b"]?[2] == nil)
    #expect(value["b"]?[-1] == nil)
    #expect(value["b"]?["c"] == nil)
  }

  @Test func `text is also read from numbers and booleans`() {
    #expect(JSON.string("a").text == "a")
    #expect(JSON.integer(7).text == "7")
    #expect(JSON.real(1.5).text == "1.5")
    #expect(JSON.bool(true).text == "true")
    #expect(JSON.null.text == nil)
    #expect(JSON.array([]).text == nil)
  }

  @Test func `whole numbers are also read from text, but never rounded`() {
    #expect(JSON.string(" 12 ").integer == 12)
    #expect(JSON.real(12).integer == 12)
    #expect(JSON.real(12.5).integer == nil)
    #expect(JSON.real(1e300).integer == nil)
    #expect(JSON.string("12.5").integer == nil)
    #expect(JSON.bool(true).integer == nil)
  }

  @Test func `real numbers are also read from text`() {
    #expect(JSON.integer(2).real == 2)
    #expect(JSON.string("2.5").real == 2.5)
    for odd in ["nan", "inf", "0x10", "1e999", "", "२"] { #expect(JSON.string(odd).real == nil) }
  }

  @Test func `flags are also read from words and digits`() {
    #expect(JSON.bool(false).flag == false)
    #expect(JSON.string("true").flag == true)
    #expect(JSON.integer(0).flag == false)
    #expect(JSON.string("yes").flag == nil)
    #expect(JSON.integer(2).flag == nil)
  }

  @Test func `what is no array or object is an empty one`() {
    #expect(JSON.null.array.isEmpty)
    #expect(JSON.string("a").object.isEmpty)
  }

  @Test func `members are written in order, without spaces or needless escapes`() {
    let value: JSON = ["b": ["x/y", "\u{1}\u{0}\t\"\\", "ढाई"], "a": 1.0, "c": .null]
    #expect(written(value) == #"{"a":1.0,"b":["x/y","\u0001\u0000\t\"\\","ढाई"],"c":null}"#)
  }

  @Test func `a number that JSON cannot hold is written as null`() {
    #expect(written([.real(.infinity), .real(.nan)]) == "[null,null]")
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `what is written is read back the same`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let value = JSON.random(depth: 4, using: &generator)
    #expect(try JSON(parsing: value.encoded()) == value)
  }

  /// Any outcome is right but a crash; what is read must survive being written.
  @Test(arguments: 0..<200 as Range<UInt64>)
  func `damaged text is read or refused`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var bytes = JSON.random(depth: 4, using: &generator).encoded()
    for _ in 0..<3 { bytes[Int.random(in: bytes.indices, using: &generator)] = .random(in: 0...255, using: &generator) }
    guard let value = try? JSON(parsing: bytes) else { return }
    #expect(try JSON(parsing: value.encoded()) == value)
  }
}

/// SplitMix64: the same seed gives the same values everywhere.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension JSON {
  fileprivate static func random(depth: Int, using generator: inout SeededGenerator) -> JSON {
    switch Int.random(in: 0..<(depth > 0 ? 8 : 5), using: &generator) {
    case 0: return .null
    case 1: return .bool(.random(using: &generator))
    case 2: return .integer(Int64(bitPattern: generator.next()))
    case 3: return .real(randomReal(using: &generator))
    case 4: return .string(randomText(using: &generator))
    case 5, 6: return .array((0..<4).map { _ in random(depth: depth - 1, using: &generator) })
    default:
      let members = (0..<4).map { _ in (randomText(using: &generator), random(depth: depth - 1, using: &generator)) }
      return .object(Dictionary(members) { $1 })
    }
  }

  /// Any bit pattern that is a number.
  private static func randomReal(using generator: inout SeededGenerator) -> Double {
    let real = Double(bitPattern: generator.next())
    return real.isFinite ? real : 0.5
  }

  private static func randomText(using generator: inout SeededGenerator) -> String {
    let letters: [Character] = [
      "a", "\u{0}", "\"", "\\", "/", "\n", "\u{1f}", "क", "\u{200d}", "्", "😀", " ", "\u{2028}",
    ]
    return String(
      (0..<Int.random(in: 0..<8, using: &generator)).compactMap { _ in letters.randomElement(using: &generator) })
  }
}
