import Foundation
import Reports

/// What a picture and a report cost, and whether making hundreds leaves anything behind.
struct ChartBench {
  let rounds: Int

  func run(_ table: inout Table) {
    let pictures = ChartSample.all.map { sample in ("a picture: \(sample.name)", { sample.chart.png() }) }
    let works = pictures + [("a report of two pages", { ChartSample.report.pdf() })]
    // The first ones read the fonts.
    for (_, make) in works { _ = make() }
    for (what, make) in works { measure(what, make, &table) }
  }

  /// Memory is looked at half way and at the end: what is only kept ready for the next time comes at once, what is lost
  /// goes on. Processor time says what it costs while others are at work on the machine.
  private func measure(_ what: String, _ make: () -> [UInt8], _ table: inout Table) {
    let processorBefore = clock()
    var (seconds, megabytes): ([Double], [Double]) = ([], [Machine.residentMegabytes])
    for round in 1...rounds {
      let began = ContinuousClock.now
      _ = make()
      seconds.append((ContinuousClock.now - began) / .seconds(1))
      if round == rounds / 2 || round == rounds { megabytes.append(Machine.residentMegabytes) }
    }
    let processor = Double(clock() - processorBefore) / Double(CLOCKS_PER_SEC) / Double(rounds)
    table.add(what, Figures(seconds), in: .milliseconds)
    let memory = megabytes.map { String(format: "%.1f", $0) }.joined(separator: " → ")
    say(String(format: "  processor time of each %.1f ms; memory %@ MB", processor * 1e3, memory))
  }
}
