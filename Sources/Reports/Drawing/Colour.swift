/// A colour of a drawing, its parts between 0 and 1.
package struct Colour: Equatable, Sendable {
  package let red: Double
  package let green: Double
  package let blue: Double
  package let opacity: Double

  private init(red: Double, green: Double, blue: Double, opacity: Double) {
    self.red = red
    self.green = green
    self.blue = blue
    self.opacity = opacity
  }

  /// As designers write it: `0x1B7A4B`.
  init(_ code: UInt32, opacity: Double = 1) {
    func part(_ shift: UInt32) -> Double { Double(code >> shift & 0xFF) / 255 }
    self.init(red: part(16), green: part(8), blue: part(0), opacity: opacity)
  }
}

/// Warm paper, one green for what happened, one orange for what is expected or was before. Text in any of the dark ones
/// can be read on the paper (a contrast of 4.5 and more).
extension Colour {
  static let white = Colour(0xFFFFFF)
  static let black = Colour(0x000000)
  static let paper = Colour(0xFCF8F0)
  static let halo = Colour(0xFCF8F0, opacity: 0.85)
  static let ink = Colour(0x262420)
  static let quiet = Colour(0x665F54)
  static let grid = Colour(0xE7DFD0)
  static let weekend = Colour(0xF5EFE3)
  static let green = Colour(0x17794A)
  static let orange = Colour(0xB24A06)
  static let band = Colour(0xE8862E, opacity: 0.24)

  /// Hardly there.
  var faint: Colour { Colour(red: red, green: green, blue: blue, opacity: 0.32) }
}
