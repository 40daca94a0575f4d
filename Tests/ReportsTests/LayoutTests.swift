import Testing

@testable import Reports

/// The rules by which words find their places.
struct LayoutTests {
  /// Every character is as wide as half the size of its style.
  private struct Squares: TextMeasuring {
    func size(of text: String, in style: TextStyle) -> TextSize {
      TextSize(width: Double(text.count) * style.size / 2, rise: style.size, fall: 0)
    }
  }

  private let style = TextStyle(10)

  private func lines(_ text: String, width: Double, linesMax: Int = 3) -> [String] {
    Squares().lines(of: text, in: style, width: width, linesMax: linesMax)
  }

  @Test func `lines are about equally long, so that no word is left alone`() {
    #expect(lines("one two three four", width: 75) == ["one two", "three four"])
    #expect(lines("one two", width: 75) == ["one two"])
    #expect(lines("", width: 75) == [])
  }

  @Test func `a number stays with what it counts`() {
    #expect(lines("of sugar 180 kg", width: 60) == ["of sugar", "180 kg"])
    #expect(lines("5 10 20", width: 20) == ["5 10", "20"])
  }

  @Test func `what exceeds the last line is cut there`() {
    #expect(lines("one two three four five six", width: 40, linesMax: 2) == ["one two", "three…"])
  }

  @Test func `a name is cut after a whole word, or where that would leave little after a whole character`() {
    #expect(Squares().cut("Fortune sunflower oil", in: style, width: 200) == "Fortune sunflower oil")
    #expect(Squares().cut("Fortune sunflower oil", in: style, width: 95) == "Fortune sunflower…")
    #expect(Squares().cut("Fortune sunflower oil", in: style, width: 75) == "Fortune sunflo…")
    #expect(Squares().cut("Rice, raw", in: style, width: 35) == "Rice…")
    #expect(Squares().cut("Rice", in: style, width: 4) == "")
  }

  @Test func `a cut never parts a letter from its signs`() {
    let name = String(repeating: "क्ष्मि", count: 20)
    let cut = Squares().cut(name, in: style, width: 30)
    #expect(cut == "क्ष्मिक्ष्मिक्ष्मिक्ष्मिक्ष्मि…")
  }

  @Test func `the scale has round numbers, zero among them`() {
    #expect(ValueAxis(covering: [3, 53.5]).ticks == [0, 20, 40])
    #expect(ValueAxis(covering: [-10, 30]).ticks == [-10, 0, 10, 20, 30])
    #expect(ValueAxis(covering: [0.2]).ticks.count == 5)
    #expect(ValueAxis(covering: [0, 0]).ticks == [0])
    #expect(ValueAxis(covering: []).ticks == [0])
  }

  @Test func `a smooth line never swings beyond its points`() {
    let points = [0.0, 0, 10, 10, 3, 8, 8.1].enumerated().map { Point(x: Double($0.offset), y: $0.element) }
    for step in MonotoneCurve(through: points).path.steps {
      guard case .curve(let first, let second, let end) = step else { continue }
      let start = points[Int(end.x) - 1]
      let reach = min(start.y, end.y) - 1e-9...max(start.y, end.y) + 1e-9
      #expect(reach.contains(first.y) && reach.contains(second.y))
    }
  }
}
