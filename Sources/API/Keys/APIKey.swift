internal import Crypto

/// What a program shows to prove on whose behalf it asks: `rm_`, a handle that finds it and is no secret, and a secret
/// that only its holder knows. We keep the fingerprint of that.
package struct APIKey: Sendable {
  let handle: String
  private let secret: [UInt8]

  private static let mark = "rm"
  private static let handleBytes = 8
  private static let secretBytes = 32

  private init(handle: [UInt8], secret: [UInt8]) {
    self.handle = Hex.encode(handle)
    self.secret = secret
  }

  /// A new one, which nobody can guess.
  static func fresh() -> APIKey {
    APIKey(handle: randomBytes(handleBytes), secret: randomBytes(secretBytes))
  }

  /// Nil for what surely is no key of ours, so that nobody need be asked about it.
  init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "_", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == Self.mark, let handle = Hex.decode(parts[1]),
      let secret = Hex.decode(parts[2]), handle.count == Self.handleBytes, secret.count == Self.secretBytes
    else { return nil }
    self.init(handle: handle, secret: secret)
  }

  /// To be shown once, and never to be logged.
  package var shown: String { "\(Self.mark)_\(handle)_\(Hex.encode(secret))" }

  var digest: [UInt8] { Digest.sha256(secret) }
}
