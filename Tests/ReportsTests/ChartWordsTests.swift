import Foundation
import Measures
import Testing

@testable import Reports

/// What a chart says, and where.
struct ChartWordsTests {
  private func texts(_ chart: some Chart) -> [String] {
    chart.drawing(.phone, measuring: Typesetter(language: chart.heading.language)).texts.map(\.text)
  }

  @Test func `all words and numbers of an ordinary week stand on its picture`() {
    let said = texts(Showcase.sales(.hindi))
    for word in ["रोज की बिक्री", "इस हफ्ते ₹48,250", "पिछले हफ्ते ₹45,510", "शुक्रवार", "रविवार", "₹7,026", "₹10,000"] {
      #expect(said.contains(word), "\(word)")
    }
  }

  @Test(arguments: Tongue.all)
  func `today and every festival are named, also six within a week`(words: Tongue) {
    let names = ["a", "b", "c", "d", "e", "f"].map { words.festivals[0] + " " + $0 }
    for first in [-56, -20, -6, -3, 0, 3, 8] {
      let festivals = names.enumerated().map { NamedDay(Showcase.today.adding(first + $0.offset), $0.element) }
      let said = texts(Showcase.demand(words, festivals: festivals))
      #expect(names.filter { !said.contains($0) } == [], "from day \(first)")
      #expect(said.contains(words.demandWords.today), "from day \(first)")
    }
  }

  @Test func `a picture without numbers says so in words`() {
    #expect(texts(Showcase.demand(.marathi, sold: [], expected: [])).contains(Tongue.marathi.nothing))
    #expect(texts(Showcase.demand(.marathi, sold: [nil, nil], expected: [])).contains(Tongue.marathi.nothing))
    #expect(texts(Showcase.top(.marathi, [])).contains(Tongue.marathi.nothing))
    var sales = Showcase.sales(.marathi)
    (sales.sales, sales.before) = ([0, 0, 0], [])
    #expect(texts(sales).contains(Tongue.marathi.nothing))
  }

  @Test func `more than four months are drawn as their average, and say so`() {
    #expect(texts(Showcase.demand(.english, sold: Showcase.week(130))).contains("Sold, kg a day"))
    #expect(texts(Showcase.demand(.english, sold: Showcase.week(131))).contains("Sold, kg a day (7-day average)"))
  }

  @Test func `a year of festivals leaves its chart readable`() throws {
    let drawing = Showcase.yearOfFestivals.drawing(.phone, measuring: Typesetter(language: "mr"))
    let highest = try #require(drawing.texts.first { $0.style.colour == .green && $0.hasHalo })
    #expect(highest.origin.y < drawing.height * 0.62)
    #expect(drawing.texts.contains { $0.text == Tongue.marathi.demandWords.today })
  }

  @Test func `letters have the forms of their language, from the fonts that we name`() {
    func width(_ text: String, _ language: String) -> Double {
      Typesetter(language: language).size(of: text, in: TextStyle(100)).width
    }
    #expect(abs(width("₹1,98,253", "en") - 454) < 0.5)
    #expect(abs(width("शिल्लक", "hi") - 283) < 0.5)
    #expect(width("₹1,11,111", "mr") == width("₹8,88,888", "mr"))
    #expect(pixels("ल", "mr") != pixels("ल", "hi"))
    #expect(pixels("ल", "ne") == pixels("ल", "hi"))
  }

  private func pixels(_ text: String, _ language: String) -> [UInt8] {
    let typesetter = Typesetter(language: language)
    var sketch = Sketch(.phone, typesetter)
    sketch.write(text, TextStyle(100), at: Point(x: 200, y: 200))
    let canvas = Canvas(width: 400, height: 400)
    canvas.pen.draw(sketch.drawing, with: typesetter)
    return canvas.png()
  }

  @Test func `amounts are grouped as in India and rounded to what can be read`() {
    #expect(Amounts.rupees.text(198_253) == "₹1,98,253")
    #expect(Amounts.rupees.text(-12.5) == "-₹13")
    #expect(Amounts.rupees.text(-0.2) == "₹0")
    #expect(Amounts.numbers.text(2.5) == "2.5")
    #expect(Amounts.numbers.text(12.054) == "12.05")
    #expect(Amounts.numbers.text(1250.4) == "1,250")
    #expect(Amounts.numbers.roughText(34.33) == "34")
    #expect(Amounts.numbers.roughText(3.43) == "3.4")
    #expect(Amounts.rupees.text(.infinity) == "₹1,00,00,00,00,00,000")
    #expect(Amounts.rupees.text(.nan) == "₹0")
  }

  @Test func `whatever is written can be read on the paper, also with weak eyes`() {
    for colour in [Colour.ink, .quiet, .green, .orange] {
      for ground in [Colour.paper, .weekend] { #expect(contrast(colour, ground) >= 4.5, "\(colour) on \(ground)") }
    }
  }

  /// WCAG 2.1, “contrast ratio”.
  private func contrast(_ one: Colour, _ other: Colour) -> Double {
    let (dark, light) = (min(luminance(one), luminance(other)), max(luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)
  }

  private func luminance(_ colour: Colour) -> Double {
    func linear(_ part: Double) -> Double { part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4) }
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue)
  }
}
