import Foundation

/// The numbers of this process, in Prometheus' text format 0.0.4
/// (https://prometheus.io/docs/instrumenting/exposition_formats/).
///
/// A family is declared once, at the place that measures it, so that its help stands beside its use.
package final class Metrics: Sendable {
  package enum Kind: String, Sendable { case counter, gauge, histogram }

  /// A declared family of numbers, told apart by labels.
  package struct Family: Sendable {
    package let name: String
    package let help: String
    package let kind: Kind

    package init(_ name: String, _ kind: Kind, help: String) {
      self.name = name
      self.kind = kind
      self.help = help
    }
  }

  /// Upper bounds of a histogram's buckets, seconds: half a millisecond to half a minute.
  private static let bounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

  private enum Series {
    case number(Double)
    case histogram(counts: [UInt64], sum: Double)
  }

  private struct Entry {
    let family: Family
    var series: [String: Series] = [:]
  }

  private let state = State()

  package init() {}

  package func count(_ family: Family, _ labels: KeyValuePairs<String, String> = [:], by amount: Double = 1) {
    change(family, labels) { series in
      guard case .number(let value) = series else { return .number(amount) }
      return .number(value + amount)
    }
  }

  package func set(_ family: Family, _ labels: KeyValuePairs<String, String> = [:], to value: Double) {
    change(family, labels) { _ in .number(value) }
  }

  package func observe(_ family: Family, _ labels: KeyValuePairs<String, String> = [:], seconds: Double) {
    change(family, labels) { series in
      var counts = [UInt64](repeating: 0, count: Self.bounds.count + 1)
      var sum = 0.0
      if case .histogram(let known, let total) = series { (counts, sum) = (known, total) }
      counts[Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count] += 1
      return .histogram(counts: counts, sum: sum + seconds)
    }
  }

  /// All families as Prometheus reads them.
  package func text() -> String {
    state.lock.withLock { state.entries }.values.sorted { $0.family.name < $1.family.name }
      .map(Self.text(of:)).joined()
  }

  private func change(
    _ family: Family, _ labels: KeyValuePairs<String, String>, _ next: (Series?) -> Series
  ) {
    let key = labels.map { "\($0.key)=\"\(Self.escaped($0.value))\"" }.joined(separator: ",")
    state.lock.withLock {
      state.entries[family.name, default: Entry(family: family)].series[key] = next(
        state.entries[family.name]?.series[key])
    }
  }

  private static func text(of entry: Entry) -> String {
    let name = entry.family.name
    var lines = "# HELP \(name) \(entry.family.help)\n# TYPE \(name) \(entry.family.kind.rawValue)\n"
    for (labels, series) in entry.series.sorted(by: { $0.key < $1.key }) {
      switch series {
      case .number(let value): lines += "\(name)\(braced(labels)) \(value)\n"
      case .histogram(let counts, let sum):
        var total: UInt64 = 0
        for (count, bound) in zip(counts, bounds.map { String($0) } + ["+Inf"]) {
          total += count
          lines += "\(name)_bucket\(braced(labels, "le=\"\(bound)\"")) \(total)\n"
        }
        lines += "\(name)_sum\(braced(labels)) \(sum)\n\(name)_count\(braced(labels)) \(total)\n"
      }
    }
    return lines
  }

  private static func braced(_ labels: String, _ more: String = "") -> String {
    let all = [labels, more].filter { !$0.isEmpty }.joined(separator: ",")
    return all.isEmpty ? "" : "{\(all)}"
  }

  private static func escaped(_ label: String) -> String {
    label.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"")
      .replacingOccurrences(of: "\n", with: "\\n")
  }

  /// Unchecked because the compiler cannot see that `entries` is touched only under `lock`.
  private final class State: @unchecked Sendable {
    let lock = NSLock()
    var entries: [String: Entry] = [:]
  }
}
