import CPostgres
import Foundation

/// A PostgreSQL of our own in a folder, reached by a unix socket only: for `dev` and for tests.
///
/// It outlives the program that started it: killed or not, the next `start` on the same folder finds it running and
/// uses it, or clears what a crash has left and starts it again.
package final class PrivateCluster: Sendable {
  package enum Durability: Sendable {
    case full
    /// For tests: fast, and worthless after a crash of the machine.
    case none
  }

  package static let superuser = "retailmind_owner"
  private static let startSecondsMax = 60.0
  private static let stopSecondsMax = 20.0

  package let directory: String
  private let durability: Durability
  private let settings: [String: String]

  /// `settings` are lines of `postgresql.conf`; they take effect at the next start.
  package init(directory: String, durability: Durability = .full, settings: [String: String] = [:]) {
    let path = URL(filePath: directory).standardizedFileURL.path(percentEncoded: false)
    // The socket's place depends on the path, so the same folder needs the same path.
    self.directory = path.hasSuffix("/") ? String(path.dropLast()) : path
    self.durability = durability
    self.settings = settings
  }

  package func start() async throws {
    try await Blocking.run { [self] in try startBlocking() }
  }

  /// Ends its sessions, writes everything and stops.
  package func stop() async {
    await Blocking.run { [self] in
      folder.stopPostmaster(secondsMax: Self.stopSecondsMax)
      socket.remove()
    }
  }

  package func url(database: String = "postgres", user: String = superuser) -> String {
    "postgresql:///\(Self.escaped(database))?host=\(Self.escaped(socket.folder))&user=\(Self.escaped(user))"
  }

  static func escaped(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }

  /// The server's process, while it runs.
  package var postmaster: Int32? { folder.postmaster }

  /// Where the server keeps its data; the working folder of all its processes.
  package var dataDirectory: String { folder.path }

  var folder: DataFolder { DataFolder(path: directory + "/data") }
  var socket: SocketFolder { SocketFolder(besides: directory) }
  private var log: String { directory + "/server.log" }

  private func startBlocking() throws {
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    let account = try ClusterAccount.choose(for: directory)
    let programs = try ServerPrograms.find(major: folder.major)
    // Two programs that start the same cluster do so one after the other.
    try FileLock.holding(directory + "/lock") {
      try socket.create(for: account)
      if folder.major == nil { try initialise(with: programs, as: account) }
      if try waitForRunning() { return }
      try folder.clearRemains()
      socket.clearRemains()
      try writeSettings()
      try launch(with: programs, as: account)
    }
  }

  /// Into a folder beside, so that a kill in the midst leaves no half-made cluster behind.
  private func initialise(with programs: ServerPrograms, as account: ClusterAccount) throws {
    let unfinished = directory + "/data.unfinished"
    if FileManager.default.fileExists(atPath: unfinished) { try FileManager.default.removeItem(atPath: unfinished) }
    let arguments = [
      programs.path("initdb"), "--pgdata", unfinished, "--username", Self.superuser, "--auth=trust", "--encoding=UTF8",
      // With a ctype of C, pg_trgm finds no Devanagari trigram; a collation of C sorts fast and serves `like`.
      "--locale-provider=libc", "--locale=C", "--lc-ctype=C.UTF-8",
    ]
    let hurry = durability == .none ? ["--no-sync"] : []
    try account.run(arguments + hurry, log: directory + "/initdb.log")
    let configuration = unfinished + "/postgresql.conf"
    let text = try String(contentsOfFile: configuration, encoding: .utf8)
    try (text + "\ninclude_if_exists = 'private.conf'\n").write(
      toFile: configuration, atomically: false, encoding: .utf8)
    try FileManager.default.moveItem(atPath: unfinished, toPath: folder.path)
  }

  private func writeSettings() throws {
    var all = ["listen_addresses": "", "unix_socket_directories": socket.folder, "unix_socket_permissions": "0700"]
    all["port"] = String(SocketFolder.port)
    // A segment of the log that is filled with zeros first makes whoever commits next wait for 16 MB: tens of
    // milliseconds, every second under load. Allocated as it is written, a commit costs a tenth of one more.
    all["wal_init_zero"] = "off"
    if durability == .none {
      for name in ["fsync", "synchronous_commit", "full_page_writes"] { all[name] = "off" }
    }
    all.merge(settings) { _, new in new }
    let lines = all.sorted { $0.key < $1.key }.map { "\($0) = '\($1.replacing("'", with: "''"))'\n" }
    let file = folder.path + "/private.conf"
    try lines.joined().write(toFile: file, atomically: false, encoding: .utf8)
    chmod(file, 0o644)
  }

  private func launch(with programs: ServerPrograms, as account: ClusterAccount) throws {
    try account.run(
      [programs.path("pg_ctl"), "start", "--no-wait", "--silent", "--pgdata", folder.path, "--log", log],
      log: directory + "/start.log")
    // pg_ctl returns before the server has written its process id, so at first its absence means nothing.
    let (sureAfter, deadline) = (Date.now + 2, Date.now + Self.startSecondsMax)
    while !answers {
      let hasGivenUp = Date.now > sureAfter && folder.postmaster == nil
      guard !hasGivenUp, Date.now < deadline else { throw PrivateClusterError.failed(step: "start", log: log) }
      Thread.sleep(forTimeInterval: 0.02)
    }
  }

  /// A postmaster of this folder is used when it answers; one that is shutting down is waited for.
  private func waitForRunning() throws -> Bool {
    let deadline = Date.now + Self.startSecondsMax
    while folder.postmaster != nil {
      if answers { return true }
      guard Date.now < deadline else { throw PrivateClusterError.failed(step: "start", log: log) }
      Thread.sleep(forTimeInterval: 0.02)
    }
    return false
  }

  private var answers: Bool { PQping(url()) == PQPING_OK }
}

/// Why a private cluster cannot be had, in words for the person at the terminal.
package enum PrivateClusterError: Error, CustomStringConvertible {
  case programsMissing(String)
  case failed(step: String, log: String)
  case unusable(String)

  package var description: String {
    switch self {
    case .programsMissing(let reason): reason
    case .failed(let step, let log): "PostgreSQL: \(step) failed: \(Self.end(of: log))"
    case .unusable(let reason): reason
    }
  }

  /// The last lines of the log, where the reason stands.
  private static func end(of log: String) -> String {
    guard let text = try? String(contentsOfFile: log, encoding: .utf8), !text.isEmpty else { return "see \(log)" }
    return text.split(separator: "\n").suffix(5).joined(separator: "\n") + "\n(\(log))"
  }
}
