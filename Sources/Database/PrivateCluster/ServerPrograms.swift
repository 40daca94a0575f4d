import Foundation

/// The folder with PostgreSQL's server programs: on the `PATH`, or where Debian and others put it.
struct ServerPrograms: Sendable {
  static let majorMin = 15

  private let folder: String
  private let major: Int

  func path(_ program: String) -> String { folder + "/" + program }

  /// The newest ones, or those that made the cluster (`major`), since no others can run it.
  static func find(major wanted: Int?) throws -> ServerPrograms {
    let found = candidates.compactMap(ServerPrograms.init(folder:)).filter { $0.major >= majorMin }
    let fitting = found.filter { wanted == nil || $0.major == wanted }
    guard let programs = fitting.max(by: { $0.major < $1.major }) else {
      let version = wanted.map { "\($0)" } ?? "\(majorMin) or newer"
      throw PrivateClusterError.programsMissing(
        "PostgreSQL \(version) was not found on the PATH or in /usr/lib/postgresql; install postgresql-\(wanted ?? majorMin)"
      )
    }
    return programs
  }

  private static var candidates: [String] {
    let path = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
    let packaged = ["/usr/lib/postgresql", "/usr/local/opt"].flatMap { parent in
      // A parent that does not exist holds no candidates.
      ((try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []).map { "\(parent)/\($0)/bin" }
    }
    return path + packaged + ["/usr/local/pgsql/bin"]
  }

  /// Nil unless the folder holds all that is needed and says its version.
  private init?(folder: String) {
    let needed = ["initdb", "pg_ctl", "postgres"].map { "\(folder)/\($0)" }
    guard needed.allSatisfy(FileManager.default.isExecutableFile(atPath:)) else { return nil }
    guard let version = try? ClusterAccount.current.output(["\(folder)/postgres", "--version"]) else { return nil }
    // “postgres (PostgreSQL) 15.14 (Debian 15.14-0+deb12u1)”
    let words = version.split(separator: " ")
    guard words.count > 2, let major = Int(words[2].prefix { $0.isNumber }) else { return nil }
    self.folder = folder
    self.major = major
  }
}
