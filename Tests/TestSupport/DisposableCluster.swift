package import Database
import Foundation

/// A PostgreSQL for this process alone, by default as fast as tests want it. When the process ends, however it ends,
/// server and folder go with it.
///
/// - Parameter original: a running one; the new one begins as its copy and follows it under the name that is given.
package func startDisposableCluster(
  durability: PrivateCluster.Durability = .none, settings: [String: String] = [:],
  following original: (primary: PrivateCluster, name: String)? = nil
) async throws -> PrivateCluster {
  let folder = FileManager.default.temporaryDirectory.appending(path: "retailmind-test-\(UUID().uuidString.prefix(8))")
  let cluster = PrivateCluster(
    directory: folder.path(percentEncoded: false), durability: durability,
    settings: ["max_connections": "200", "shared_buffers": "32MB"].merging(settings) { _, new in new })
  try await ClusterWatchdogs.shared.watch(cluster)
  if let original { try await cluster.copy(original.primary, as: original.name) }
  try await cluster.start()
  return cluster
}

/// Small processes that outlive this one, each reading from a pipe that ends when we end.
private actor ClusterWatchdogs {
  static let shared = ClusterWatchdogs()

  /// `$1` is the cluster's folder; only a process that works in its data folder is stopped. What other threads had
  /// open when the shell was started is closed first: whoever waits for the end of a pipe or socket of ours would else
  /// wait as long as the watchdog.
  private static let script = """
    trap '' INT TERM HUP
    for fd in /proc/$$/fd/*; do fd=${fd##*/}; [ "$fd" -le 2 ] || eval "exec $fd>&-"; done
    read -r nothing
    cd "$1" || exit 0
    pid=$(head -n 1 data/postmaster.pid) && [ "$(readlink /proc/$pid/cwd)" = "$(pwd -P)/data" ] && kill -QUIT "$pid"
    while [ -n "$pid" ] && [ "$(readlink /proc/$pid/cwd)" = "$(pwd -P)/data" ]; do sleep 0.1; done
    cd / && until rm -rf "$1"; do sleep 0.1; done
    """

  private var pipes: [Pipe] = []

  func watch(_ cluster: PrivateCluster) throws {
    let pipe = Pipe()
    let watchdog = Process()
    watchdog.executableURL = URL(filePath: "/bin/bash")
    watchdog.arguments = ["-c", Self.script, "watchdog", cluster.directory]
    watchdog.standardInput = pipe
    // Whoever reads what the tests print must not wait for the watchdog as well.
    watchdog.standardOutput = FileHandle.nullDevice
    watchdog.standardError = FileHandle.nullDevice
    try watchdog.run()
    pipes.append(pipe)
  }
}
