internal import COpenSSL

/// A secret that vouches for messages by HMAC-SHA256: “this really came from Meta”.
///
/// Keying costs about as much as a short message, so one context is keyed here and copied for each message.
package final class HMACKey: @unchecked Sendable {
  /// Never changed after `init`, and `EVP_MAC_CTX_dup` only reads it: that is why no lock is needed.
  private let keyed: OpaquePointer

  package init(_ key: [UInt8]) {
    guard let keyed = copenssl_hmac_sha256(key, key.count) else {
      fatalError("HMAC-SHA256 is missing from this OpenSSL, or there is no memory")
    }
    self.keyed = keyed
  }

  deinit {
    EVP_MAC_CTX_free(keyed)
  }

  /// The 32 bytes that only a holder of the key can compute for this message. Compare with `equalInConstantTime`.
  package func code(for bytes: [UInt8]) -> [UInt8] {
    let context = EVP_MAC_CTX_dup(keyed)
    defer { EVP_MAC_CTX_free(context) }
    var code = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var length = 0
    let done =
      EVP_MAC_update(context, bytes, bytes.count) == 1 && EVP_MAC_final(context, &code, &length, code.count) == 1
    precondition(done, "HMAC fails only without memory")
    return Array(code.prefix(length))
  }
}
