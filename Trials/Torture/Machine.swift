import Foundation

/// On what it was tried; figures mean nothing without.
enum Machine {
  static var words: String {
    let day = Date().formatted(.iso8601.year().month().day())
    let cores = ProcessInfo.processInfo.activeProcessorCount
    return "\(day), \(cores) cores (\(processor)), load average \(load)"
  }

  private static var processor: String {
    let lines = (contents("/proc/cpuinfo") ?? "").split(separator: "\n")
    let name = lines.first { $0.hasPrefix("model name") }?.split(separator: ":").last
    return name?.trimmingCharacters(in: .whitespaces) ?? "unknown"
  }

  private static var load: String { contents("/proc/loadavg")?.split(separator: " ").first.map(String.init) ?? "?" }

  private static func contents(_ path: String) -> String? {
    do { return try String(contentsOfFile: path, encoding: .utf8) } catch { return nil }
  }
}
