import Foundation
import Reports

/// What a picture costs, and whether drawing hundreds leaves anything behind.
struct ChartBench {
  let rounds: Int

  func run(_ table: inout Table) {
    // The first pictures read the fonts.
    for sample in ChartSample.all { _ = sample.chart.png() }
    let bytesBefore = Machine.residentBytes
    for sample in ChartSample.all {
      let seconds = (0..<rounds).map { _ in
        let began = ContinuousClock.now
        _ = sample.chart.png()
        return (ContinuousClock.now - began) / .seconds(1)
      }
      table.add("a picture: \(sample.name)", Figures(seconds), in: .milliseconds)
    }
    let megabytes = Double(Machine.residentBytes - bytesBefore) / 1e6
    say(String(format: "memory added by %d pictures: %.1f MB", ChartSample.all.count * rounds, megabytes))
  }
}
