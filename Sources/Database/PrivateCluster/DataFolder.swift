import Foundation

/// The server's data on the disk, and the processes that work on it. Those are known by their working folder: process
/// ids are used again after a crash, and a signal must not hit a stranger.
struct DataFolder: Sendable {
  private static let orphanSecondsMax = 5.0
  private static let killedSecondsMax = 5.0

  let path: String

  /// The version that made it; nil when there is none yet.
  var major: Int? {
    let version = try? String(contentsOfFile: path + "/PG_VERSION", encoding: .utf8)
    return version.flatMap { Int($0.prefix { $0.isNumber }) }
  }

  /// The running server, if its process really works here.
  var postmaster: Int32? {
    let text = try? String(contentsOfFile: pidFile, encoding: .utf8)
    guard let pid = text?.split(separator: "\n").first.flatMap({ Int32($0) }), worksHere(pid) else { return nil }
    return pid
  }

  /// Everybody who works here, be it without a postmaster.
  var processes: [Int32] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.compactMap { Int32($0) }.filter(worksHere)
  }

  func stopPostmaster(secondsMax: Double) {
    guard let postmaster else { return }
    kill(postmaster, SIGINT)
    if waitUntil({ !worksHere(postmaster) }, secondsMax: secondsMax) { return }
    kill(postmaster, SIGQUIT)
    waitUntil({ processes.isEmpty }, secondsMax: Self.killedSecondsMax)
  }

  /// After a kill: waits for backends that have lost their postmaster (they would write into the same files as a new
  /// one), then removes its claim on the folder.
  func clearRemains() throws {
    if !waitUntil({ processes.isEmpty }, secondsMax: Self.orphanSecondsMax) {
      for process in processes { kill(process, SIGQUIT) }
      guard waitUntil({ processes.isEmpty }, secondsMax: Self.killedSecondsMax) else {
        throw PrivateClusterError.unusable("processes of an earlier server still work on \(path)")
      }
    }
    unlink(pidFile)
  }

  private var pidFile: String { path + "/postmaster.pid" }

  private func worksHere(_ process: Int32) -> Bool {
    guard let folder = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(process)/cwd"),
      let real = realpath(path, nil)
    else { return false }
    defer { free(real) }
    return folder == String(cString: real)
  }

  @discardableResult
  private func waitUntil(_ condition: () -> Bool, secondsMax: Double) -> Bool {
    let deadline = Date.now + secondsMax
    while !condition() {
      guard Date.now < deadline else { return false }
      Thread.sleep(forTimeInterval: 0.01)
    }
    return true
  }
}
