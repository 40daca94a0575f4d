import Foundation

/// The processor time that the measured server and its PostgreSQL have used: what remains true on a busy machine.
struct Cost {
  private let seconds: (server: Double, database: Double)

  /// As of now; the difference of two tells what was used between them.
  init(server: Int32, postmaster: Int32) {
    let parents = Self.processes()
    let database = parents.filter { $0.parent == postmaster || $0.id == postmaster }.reduce(0) { $0 + $1.seconds }
    let server = parents.filter { $0.id == server || $0.parent == server }.reduce(0) { $0 + $1.seconds }
    seconds = (server, database)
  }

  /// “server 0.31 ms, PostgreSQL 0.52 ms” for each of `count` since `before`.
  func words(since before: Cost, for count: Int) -> String {
    func each(_ part: KeyPath<(server: Double, database: Double), Double>) -> String {
      String(format: "%.2f ms", (seconds[keyPath: part] - before.seconds[keyPath: part]) / Double(count) * 1000)
    }
    return "server \(each(\.server)), PostgreSQL \(each(\.database))"
  }

  /// Resident memory in MiB.
  static func memory(of process: Int32) -> Int {
    let lines = contents("/proc/\(process)/status").split(separator: "\n")
    let kibibytes = lines.first { $0.hasPrefix("VmRSS:") }?.split(separator: " ").dropFirst().first.flatMap { Int($0) }
    return (kibibytes ?? 0) / 1024
  }

  private static func processes() -> [(id: Int32, parent: Int32, seconds: Double)] {
    let ticks = Double(sysconf(Int32(_SC_CLK_TCK)))
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.compactMap { Int32($0) }.compactMap { id in
      // The name, in brackets, may hold anything; the numbers come after it.
      guard let fields = contents("/proc/\(id)/stat").split(separator: ")").last?.split(separator: " "),
        fields.count > 13, let parent = Int32(fields[1]), let user = Double(fields[11]), let system = Double(fields[12])
      else { return nil }
      return (id, parent, (user + system) / ticks)
    }
  }

  private static func contents(_ path: String) -> String {
    (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
  }
}
