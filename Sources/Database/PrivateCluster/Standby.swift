import Foundation

/// A private cluster that follows another one and can take its place: for trials of failover.
extension PrivateCluster {
  /// Fills this cluster's folder with a copy of `primary`, which runs. Once started it follows, known to the primary
  /// under `name`.
  package func copy(_ primary: PrivateCluster, as name: String) async throws {
    try await Blocking.run { [self] in try copyBlocking(primary, as: name) }
  }

  /// How a server names this cluster when it wants to follow it.
  package func connection(as name: String) -> String {
    "host=\(socket.folder) port=\(SocketFolder.port) user=\(Self.superuser) application_name=\(name)"
  }

  /// The address of whichever of several clusters may be written to.
  package static func url(ofWritableOneOf clusters: [PrivateCluster], database: String, user: String = superuser)
    -> String
  {
    let hosts = clusters.map { escaped($0.socket.folder) }.joined(separator: ",")
    return "postgresql:///\(escaped(database))?host=\(hosts)&user=\(escaped(user))&target_session_attrs=read-write"
  }

  private func copyBlocking(_ primary: PrivateCluster, as name: String) throws {
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    let account = try ClusterAccount.choose(for: directory)
    let program = try copyingProgram(of: ServerPrograms.find(major: primary.folder.major))
    try account.run(
      [
        program, "--dbname", primary.connection(as: name), "--pgdata", folder.path, "--wal-method=stream",
        "--write-recovery-conf", "--checkpoint=fast", "--no-sync",
      ], log: directory + "/copy.log")
  }

  /// It belongs to the clients' package, so it may be missing; and where the server's programs are links, it is where
  /// they lead.
  private func copyingProgram(of programs: ServerPrograms) throws -> String {
    let server = URL(filePath: programs.path("postgres"))
    let folders = [server, server.resolvingSymlinksInPath()].map { $0.deletingLastPathComponent() }
    let found = folders.map { $0.appending(path: "pg_basebackup").path }.first(
      where: FileManager.default.isExecutableFile(atPath:))
    guard let found else {
      throw PrivateClusterError.programsMissing(
        "pg_basebackup, which makes a standby, was not found beside \(server.path)")
    }
    return found
  }
}
