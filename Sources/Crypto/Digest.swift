internal import COpenSSL

/// Fingerprints of bytes: the same bytes give the same digest, and nobody finds other bytes that do.
package enum Digest {
  /// The 32 bytes of SHA-256.
  package static func sha256(_ bytes: [UInt8]) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var length: UInt32 = 0
    let done = EVP_Digest(bytes, bytes.count, &digest, &length, EVP_sha256(), nil)
    precondition(done == 1, "SHA-256 fails only without memory")
    return Array(digest.prefix(Int(length)))
  }
}
