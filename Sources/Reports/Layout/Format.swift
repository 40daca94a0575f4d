/// The size of a picture or a page and of its writing, in the units of the drawing.
package struct Format: Equatable, Sendable {
  package let width: Double
  package let height: Double
  let margin: Double
  let title: Double
  let insight: Double
  let label: Double

  /// A square that fills a chat on a phone: three pixels of it are one there, so that the smallest writing is 8 points.
  package static let phone = Format(width: 1080, height: 1080, margin: 56, title: 52, insight: 34, label: 28)

  /// A sheet of A4, in points.
  package static let page = Format(width: 595, height: 842, margin: 40, title: 24, insight: 11, label: 10.5)

  /// A chart that takes the width of a page, in points.
  package static func partOfPage(height: Double) -> Format {
    Format(width: 515, height: height, margin: 14, title: 14, insight: 11, label: 9.5)
  }
}
