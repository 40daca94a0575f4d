import Crypto
import Messages

/// What stands for a person in the log: the same person is the same word, and nobody can tell whose it is.
struct PhoneHash: Sendable {
  private let key: HMACKey

  init(key: [UInt8]) { self.key = HMACKey(key) }

  func callAsFunction(_ sender: Sender) -> String {
    Hex.encode(Array(key.code(for: Array(sender.address.utf8)).prefix(6)))
  }
}
