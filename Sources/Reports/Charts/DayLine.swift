internal import Measures

/// A line through days. Unknown ones break it; a faint line leads over them, so that the eye finds the way.
struct DayLine {
  /// Days that follow one another.
  private let runs: [[Point]]

  /// More days than these are drawn as their average over a week, the days themselves faint behind it.
  static let daysByThemselvesMax = 130

  init(_ values: [Double?], from first: Day, on plot: Plot) {
    let days = values.enumerated().split { $0.element == nil }
    runs = days.map { run in
      run.compactMap { index, value in value.map { plot.point(first.adding(index), $0) } }
    }
  }

  func draw(_ colour: Colour, wider factor: Double = 1, _ sketch: inout Sketch) {
    let width = sketch.format.label * 0.18 * factor
    for (run, next) in zip(runs, runs.dropFirst()) {
      guard let end = run.last, let start = next.first else { continue }
      sketch.line(from: end, to: start, Stroke(colour.faint, width: width * 0.6))
    }
    for run in runs {
      if run.count == 1 {
        sketch.fill(Path(around: run[0], radius: width), colour)
      } else {
        // Where days are closer than the line is wide nobody sees a curve, which costs several times as much to paint.
        let isClose = run[1].x - run[0].x < width
        let path = isClose ? Path(through: run) : MonotoneCurve(through: run).path
        sketch.line(path, Stroke(colour, width: width))
      }
    }
  }

  /// The single days behind their average.
  func drawFaintly(_ sketch: inout Sketch) {
    let stroke = Stroke(Colour.green.faint, width: sketch.format.label * 0.05)
    for run in runs { sketch.line(Path(through: run), stroke) }
  }
}

extension [Double?] {
  /// Each day's mean over the week around it, of the days that are known. At the ends it is the first or the last whole
  /// week, because half a week would lean to its weekdays.
  var averagedOverWeeks: [Double?] {
    indices.map { index in
      guard self[index] != nil else { return nil }
      let first = Swift.max(0, Swift.min(index - 3, count - 7))
      let known = self[first..<Swift.min(count, first + 7)].compactMap(\.self)
      return known.reduce(0, +) / Double(known.count)
    }
  }
}
