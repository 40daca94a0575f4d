import Foundation

/// Where the server's socket is: beside its data, or in a short place when the kernel's 107 bytes do not hold the path.
struct SocketFolder: Sendable {
  static let port = 5432
  private static let pathBytesMax = 107

  let folder: String

  init(besides directory: String) {
    let near = directory + "/run"
    let isShortEnough = Self.socket(in: near).utf8.count <= Self.pathBytesMax
    // The same folder has the same place each time, so that the next start finds what a killed server has left.
    folder = isShortEnough ? near : "/tmp/rm-" + String(Self.fingerprint(of: directory), radix: 36)
  }

  /// Refuses a folder that somebody else has put there to listen in.
  func create(for account: ClusterAccount) throws {
    guard mkdir(folder, 0o700) != 0 else { return account.own(folder) }
    guard let owner = try? Owner(of: folder), owner.isDirectory, [account.user, geteuid()].contains(owner.user) else {
      throw PrivateClusterError.unusable("\(folder) cannot be used for the socket")
    }
    account.own(folder)
  }

  /// What a killed server has left.
  func clearRemains() {
    unlink(Self.socket(in: folder))
    unlink(Self.socket(in: folder) + ".lock")
  }

  func remove() { rmdir(folder) }

  private static func socket(in folder: String) -> String { "\(folder)/.s.PGSQL.\(port)" }

  /// FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/
  private static func fingerprint(of text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
