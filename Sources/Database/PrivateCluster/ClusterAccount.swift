import Foundation

/// As whom the server runs: PostgreSQL refuses to be started by root.
enum ClusterAccount: Sendable {
  case current
  /// Root lends the processes to the system user `postgres`.
  case postgres(user: uid_t, group: gid_t)
  /// Root where `postgres` cannot reach the folder: the process believes in a user of its own, the files stay root's.
  case namespace

  /// Takes over the folder for the account.
  static func choose(for directory: String) throws -> ClusterAccount {
    let owner = try Owner(of: directory)
    guard geteuid() == 0 else {
      guard owner.user == geteuid() else { throw PrivateClusterError.unusable("\(directory) belongs to somebody else") }
      chmod(directory, 0o700)
      return .current
    }
    let account = postgresAccount(reaching: directory) ?? .namespace
    account.own(directory)
    return account
  }

  private static func postgresAccount(reaching directory: String) -> ClusterAccount? {
    guard let entry = getpwnam("postgres")?.pointee else { return nil }
    let account = ClusterAccount.postgres(user: entry.pw_uid, group: entry.pw_gid)
    // A cluster that was made in a namespace is root's, and stays so.
    if let data = try? Owner(of: directory + "/data"), data.user == 0 { return nil }
    account.own(directory)
    guard (try? account.output(["test", "-w", directory])) != nil else { return nil }
    return account
  }

  /// Makes a file or folder the account's, and nobody else's.
  func own(_ path: String) {
    chmod(path, 0o700)
    switch self {
    case .current: break
    case .postgres(let user, let group): chown(path, user, group)
    case .namespace: chown(path, 0, 0)
    }
  }

  var user: uid_t {
    switch self {
    case .current: geteuid()
    case .postgres(let user, _): user
    case .namespace: 0
    }
  }

  /// Runs a program to its end with its words in a log; a failure throws the end of that log.
  func run(_ command: [String], log: String) throws {
    let descriptor = open(log, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw PrivateClusterError.unusable("\(log) cannot be written") }
    defer { close(descriptor) }
    guard try Command.run(prefix + command, output: descriptor) == 0 else {
      throw PrivateClusterError.failed(step: URL(filePath: command[0]).lastPathComponent, log: log)
    }
  }

  /// What a program says in a few words, when it succeeds.
  func output(_ command: [String]) throws -> String {
    let pipe = Pipe()
    guard try Command.run(prefix + command, output: pipe.fileHandleForWriting.fileDescriptor) == 0 else {
      throw PrivateClusterError.unusable("\(command[0]) failed")
    }
    try pipe.fileHandleForWriting.close()
    return String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  }

  private var prefix: [String] {
    switch self {
    case .current: []
    case .postgres(let user, let group): ["setpriv", "--reuid=\(user)", "--regid=\(group)", "--clear-groups", "--"]
    case .namespace: ["unshare", "--user", "--map-user=65534", "--"]
    }
  }
}

/// Who owns a file.
struct Owner {
  let user: uid_t
  let isDirectory: Bool

  init(of path: String) throws {
    var status = stat()
    guard lstat(path, &status) == 0 else { throw PrivateClusterError.unusable("\(path) cannot be read") }
    user = status.st_uid
    isDirectory = status.st_mode & S_IFMT == S_IFDIR
  }
}
