/// How a line of text looks. The family is not chosen: it is Noto Sans, and Noto Sans Devanagari for what that lacks.
package struct TextStyle: Equatable, Sendable {
  package let size: Double
  package let isBold: Bool
  package let colour: Colour

  init(_ size: Double, bold isBold: Bool = false, _ colour: Colour = .ink) {
    self.size = size
    self.isBold = isBold
    self.colour = colour
  }

  /// From baseline to baseline; Devanagari has signs above its head line and below its feet.
  var lineHeight: Double { size * 1.42 }
}

/// The space that a line of text takes: along its baseline, and its ink above and below that.
package struct TextSize: Equatable, Sendable {
  package let width: Double
  package let rise: Double
  package let fall: Double

  package init(width: Double, rise: Double, fall: Double) {
    self.width = width
    self.rise = rise
    self.fall = fall
  }
}

/// Whoever knows how long a text becomes.
package protocol TextMeasuring {
  func size(of text: String, in style: TextStyle) -> TextSize
}
