import Foundation
import Measures
import Testing

@testable import Reports

/// Pictures for a shopkeeper's phone: what stands on them can be read, in every language and with every kind of numbers.
struct ChartTests {
  private static let pictures = Showcase.ordinary + Showcase.strange

  private static let formats: [Format] = [.phone, .page]

  @Test(arguments: pictures, formats)
  func `no words run over the edge or into each other`(picture: Showcase.Picture, format: Format) {
    let drawing = picture.chart.drawing(format, measuring: Typesetter(language: picture.chart.heading.language))
    let paper = Rectangle(x: 0, y: 0, width: drawing.width, height: drawing.height)
    let texts = drawing.texts.filter { !$0.text.isEmpty }
    #expect(texts.filter { !paper.contains($0.box) }.map(\.text) == [])
    for (index, text) in texts.enumerated() {
      let others = texts[(index + 1)...].filter { $0.box.overlaps(text.box) }
      #expect(others.map(\.text) == [], "over “\(text.text)”")
    }
  }

  @Test(arguments: pictures)
  func `nothing is drawn at a place that is no number`(picture: Showcase.Picture) {
    let drawing = picture.chart.drawing(.phone, measuring: Typesetter(language: "mr"))
    let points = drawing.marks.flatMap(\.points)
    #expect(points.allSatisfy { $0.x.isFinite && $0.y.isFinite })
    #expect(points.allSatisfy { (-1...drawing.width + 1).contains($0.x) && (-1...drawing.height + 1).contains($0.y) })
  }

  @Test func `a picture is a square PNG of 1080 pixels, small enough for any network`() {
    for picture in Showcase.ordinary {
      let png = picture.chart.png()
      #expect(png.prefix(8) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
      #expect(Array(png[16..<24]) == [0, 0, 4, 56, 0, 0, 4, 56])
      #expect(png.count < 150_000)
    }
  }

  @Test func `the same numbers give the same picture, byte by byte`() {
    for picture in Showcase.ordinary { #expect(picture.chart.png() == picture.chart.png()) }
  }

  @Test func `many pictures at once are as good as one after the other`() async {
    let pictures = Showcase.ordinary
    let alone = pictures.map { $0.chart.png() }
    let together = await withTaskGroup(of: (Int, [UInt8]).self) { group in
      for (index, picture) in pictures.enumerated() { group.addTask { (index, picture.chart.png()) } }
      return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    #expect(alone.indices.allSatisfy { together[$0] == alone[$0] })
  }

  @Test func `pictures are written for somebody to look at`() throws {
    guard let folder = ProcessInfo.processInfo.environment["RETAILMIND_WRITE_PICTURES"] else { return }
    for picture in Self.pictures {
      try Data(picture.chart.png()).write(to: URL(filePath: folder).appending(path: picture.name + ".png"))
    }
  }
}

extension Mark {
  var points: [Point] {
    switch self {
    case .area(let path, _), .line(let path, _): path.steps.flatMap(\.points)
    case .text(let text): [text.origin]
    }
  }
}

extension Path.Step {
  /// Where it leads; control points may lie elsewhere.
  fileprivate var points: [Point] {
    switch self {
    case .move(let point), .line(let point), .curve(_, _, let point): [point]
    case .close: []
    }
  }
}
