import Crypto
import Testing

@Suite struct CryptoTests {
  @Test func `the digest of “abc” is that of FIPS 180`() {
    let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    #expect(Hex.encode(Digest.sha256(Array("abc".utf8))) == expected)
  }

  @Test func `the digest of nothing is known too`() {
    let expected = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    #expect(Hex.encode(Digest.sha256([])) == expected)
  }

  /// RFC 4231, cases 1, 2 and 6 (a key longer than a block).
  @Test(arguments: [
    (
      [UInt8](repeating: 0x0b, count: 20), "Hi There",
      "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
    ),
    (
      Array("Jefe".utf8), "what do ya want for nothing?",
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    ),
    (
      [UInt8](repeating: 0xaa, count: 131), "Test Using Larger Than Block-Size Key - Hash Key First",
      "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
    ),
  ])
  func `a message's code is that of RFC 4231`(key: [UInt8], message: String, code: String) {
    #expect(Hex.encode(HMACKey(key).code(for: Array(message.utf8))) == code)
  }

  @Test func `an empty key and an empty message have a code`() {
    let expected = "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad"
    #expect(Hex.encode(HMACKey([]).code(for: [])) == expected)
  }

  @Test func `one key serves many tasks at once`() async {
    let key = HMACKey(Array("secret".utf8))
    let expected = key.code(for: [7])
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<200 { group.addTask { key.code(for: [7]) == expected } }
      for await isRight in group { #expect(isRight) }
    }
  }

  @Test func `secrets are the same only byte for byte`() {
    #expect(equalInConstantTime([1, 2, 3], [1, 2, 3]))
    #expect(!equalInConstantTime([1, 2, 3], [1, 2, 4]))
    #expect(!equalInConstantTime([1, 2, 3], [1, 2]))
    #expect(equalInConstantTime([], []))
  }

  @Test func `random bytes are as many as asked for, and others each time`() {
    #expect(randomBytes(0).isEmpty)
    #expect(randomBytes(32).count == 32)
    #expect(randomBytes(32) != randomBytes(32))
  }

  @Test func `hexadecimal digits come back as the bytes they were`() {
    let bytes = Array(UInt8.min...UInt8.max)
    #expect(Hex.decode(Hex.encode(bytes)) == bytes)
    #expect(Hex.encode([0x00, 0x9f, 0xA0]) == "009fa0")
    #expect(Hex.decode("009FA0") == [0x00, 0x9f, 0xA0])
  }

  @Test(arguments: ["0", "0g", "zz", " 00", "０0"])
  func `what is not hexadecimal is refused`(text: String) {
    #expect(Hex.decode(text) == nil)
  }
}
