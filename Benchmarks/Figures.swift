import Foundation

/// What was measured many times: the usual case and the bad ones.
struct Figures: Sendable {
  private let sorted: [Double]
  /// Over the whole of the measurement, where things went on side by side.
  let perSecond: Double?

  init(_ seconds: [Double], perSecond: Double? = nil) {
    sorted = seconds.sorted()
    self.perSecond = perSecond
  }

  var count: Int { sorted.count }

  /// The nearest rank: a value that was really seen.
  func percentile(_ percent: Int) -> Double {
    guard !sorted.isEmpty else { return .nan }
    return sorted[max(0, (sorted.count * percent + 99) / 100 - 1)]
  }
}

/// The result as it stands in `docs/benchmarks.md`.
struct Table {
  enum Scale: String {
    case milliseconds = "ms"
    case microseconds = "µs"

    var perSecond: Double { self == .milliseconds ? 1e3 : 1e6 }
  }

  private var lines = ["| what | times | p50 | p95 | p99 | a second |", "|---|---:|---:|---:|---:|---:|"]

  mutating func add(_ what: String, _ figures: Figures, in scale: Scale) {
    let percentiles = [50, 95, 99].map {
      String(format: "%.1f ", figures.percentile($0) * scale.perSecond) + scale.rawValue
    }
    let rate = figures.perSecond.map { String(format: "%.0f", $0) } ?? ""
    add("| " + ([what, String(figures.count)] + percentiles + [rate]).joined(separator: " | ") + " |")
  }

  mutating func add(_ what: String, _ result: Wrk.Result) {
    let times = [result.p50, result.p95, result.p99].map { String(format: "%.1f ms", $0 * 1000) }
    let rate = String(format: "%.0f", result.perSecond)
    add("| " + ([what, String(result.requests)] + times + [rate]).joined(separator: " | ") + " |")
  }

  /// Said at once as well: a run that is cut short has not been for nothing.
  private mutating func add(_ line: String) {
    lines.append(line)
    say(line)
  }

  var text: String { lines.joined(separator: "\n") }
}

/// On what it was measured; figures mean nothing without.
enum Machine {
  static var words: String {
    let day = Date().formatted(.iso8601.year().month().day())
    return "\(day), \(ProcessInfo.processInfo.activeProcessorCount) cores (\(processor)), load average before: \(load)"
  }

  private static var processor: String {
    let lines = (contents("/proc/cpuinfo") ?? "").split(separator: "\n")
    let name = lines.first { $0.hasPrefix("model name") }?.split(separator: ":").last
    return name?.trimmingCharacters(in: .whitespaces) ?? "unknown"
  }

  static var load: String { contents("/proc/loadavg")?.split(separator: " ").first.map(String.init) ?? "?" }

  /// What the process occupies of the memory now: the second number of `statm`, in pages.
  static var residentBytes: Int {
    let numbers = contents("/proc/self/statm")?.split(separator: " ").compactMap { Int($0) } ?? []
    return numbers.count > 1 ? numbers[1] * Int(sysconf(Int32(_SC_PAGESIZE))) : 0
  }

  static var residentMegabytes: Double { Double(residentBytes) / 1e6 }

  private static func contents(_ path: String) -> String? { try? String(contentsOfFile: path, encoding: .utf8) }
}
