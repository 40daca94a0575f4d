internal import COpenSSL

/// Whether two secrets are the same, in a time that does not tell how many of their bytes agree.
///
/// The length is no secret: different lengths are told apart at once.
package func equalInConstantTime(_ a: [UInt8], _ b: [UInt8]) -> Bool {
  guard a.count == b.count else { return false }
  return CRYPTO_memcmp(a, b, a.count) == 0
}

/// Bytes that nobody can guess, for keys and tokens.
package func randomBytes(_ count: Int) -> [UInt8] {
  var bytes = [UInt8](repeating: 0, count: count)
  // Going on without randomness would hand out guessable keys.
  precondition(RAND_bytes(&bytes, Int32(count)) == 1, "the system gives no randomness")
  return bytes
}
