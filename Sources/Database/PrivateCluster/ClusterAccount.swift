import CSpawn
import Foundation

/// As whom the server runs: PostgreSQL refuses to be started by root.
enum ClusterAccount: Sendable {
  case current
  /// Root lends the processes to the system user `postgres`. Where the folder lies in one that this user may not pass
  /// (root's home), they are also lent the capability to pass; a user namespace, the other way, is refused in most
  /// containers.
  case postgres(user: uid_t, group: gid_t, needsPassage: Bool)

  /// Takes over the folder for the account.
  static func choose(for directory: String) throws -> ClusterAccount {
    let owner = try Owner(of: directory)
    guard geteuid() == 0 else {
      guard owner.user == geteuid() else { throw PrivateClusterError.unusable("\(directory) belongs to somebody else") }
      chmod(directory, 0o700)
      return .current
    }
    guard let entry = getpwnam("postgres")?.pointee else {
      throw PrivateClusterError.unusable("root needs the system user postgres, who comes with Debian's postgresql")
    }
    for needsPassage in [false, true] {
      let account = ClusterAccount.postgres(user: entry.pw_uid, group: entry.pw_gid, needsPassage: needsPassage)
      account.own(directory)
      // Not `test -w`: access(2) looks at the user alone and overlooks the capability.
      if (try? account.output(["stat", "--format=%i", directory + "/."])) != nil { return account }
    }
    throw PrivateClusterError.unusable("the user postgres cannot reach \(directory)")
  }

  /// Makes a file or folder the account's, and nobody else's.
  func own(_ path: String) {
    chmod(path, 0o700)
    switch self {
    case .current: break
    case .postgres(let user, let group, _): chown(path, user, group)
    }
  }

  var user: uid_t {
    switch self {
    case .current: geteuid()
    case .postgres(let user, _, _): user
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
    // Not Foundation's `Pipe`: a program that another thread starts in this moment would inherit its end for writing,
    // and we would wait for our program's last word as long as that other one runs.
    var ends: [Int32] = [-1, -1]
    guard pipe2(&ends, O_CLOEXEC) == 0 else { throw PrivateClusterError.unusable("no pipe for \(command[0])") }
    let words = FileHandle(fileDescriptor: ends[0], closeOnDealloc: true)
    let status = Result { try Command.run(prefix + command, output: ends[1]) }
    close(ends[1])
    guard try status.get() == 0 else { throw PrivateClusterError.unusable("\(command[0]) failed") }
    return String(decoding: words.readDataToEndOfFile(), as: UTF8.self)
  }

  private var prefix: [String] {
    switch self {
    case .current: []
    case .postgres(let user, let group, let needsPassage):
      ["setpriv", "--reuid=\(user)", "--regid=\(group)", "--clear-groups"]
        + (needsPassage ? ["--inh-caps=+dac_override", "--ambient-caps=+dac_override"] : []) + ["--"]
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
