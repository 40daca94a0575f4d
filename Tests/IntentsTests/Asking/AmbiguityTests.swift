import Intents
import Measures
import Testing

/// Words that mean two things, and what settles them without a question.
struct AmbiguityTests {
  @Test(arguments: [
    "kal 5 kilo chini", "कल 5 किलो चीनी", "परसों 2 किलो चावल", "परवा 3 किलो साखर", "parva 3 kilo sakhar", "parso 3 maggi",
  ])
  func `a day that points both ways is doubtful without a verb`(_ text: String) throws {
    let days = try CornerShop.understand(text).ambiguities.filter { if case .day = $0 { true } else { false } }
    #expect(days.count == 1)
  }

  @Test(arguments: [
    ("kal 5 kilo chini bechi", "yesterday"), ("कल 5 किलो चीनी आई", "yesterday"),
    ("परसों 2 किलो चावल बेचा", "day_before_yesterday"),
    ("परवा 3 किलो साखर विकली", "day_before_yesterday"), ("parva 3 kilo sakhar vikli", "day_before_yesterday"),
    ("kal ki bikri kitni hui", "yesterday"), ("kal kitni chini bikegi", "tomorrow"), ("काल 5 किलो साखर", "yesterday"),
    ("udya 5 kilo sakhar", "tomorrow"),
  ])
  func `a verb, or what is talked of, says which day`(_ text: String, _ day: String) throws {
    let frame = try CornerShop.understand(text)
    #expect(frame.ambiguities.isEmpty)
    #expect(frame.slots.period == day)
  }

  @Test(arguments: ["do pav chini bechi", "दो पाव चीनी बेची", "don pav sakhar vikli", "दोन पाव साखर विकली", "2 pav sugar sold"])
  func `quarters before goods that are weighed are half a kilo`(_ text: String) throws {
    #expect(try CornerShop.understand(text).goods(units: true) == "sugar 0.5 kg")
  }

  /// Number, unit in which the shop keeps it, price of that unit, and what is meant.
  @Test(arguments: [
    (100, Unit.kilogram, 45, Worth.money(Money(rupees: 100), Quantity(thousandths: 2_222))),
    (250, .kilogram, 20_000, .measure(Measure(Quantity(250), .gram))),
    (100, .kilogram, 1_000, .open(Measure(Quantity(100), .gram), bought: Quantity(thousandths: 100))),
    (100, .packet, 10, .money(Money(rupees: 100), Quantity(10))),
    (50, .packet, 14, .open(Measure(Quantity(50), .packet), bought: nil)),
    (100, .litre, 60, .money(Money(rupees: 100), Quantity(thousandths: 1_667))),
  ])
  func `the price says whether a hundred is money`(_ number: Int64, _ unit: Unit, _ rupees: Int64, _ worth: Worth) {
    #expect(Worth.reading(of: Quantity(number), unit: unit, price: Money(rupees: rupees)) == worth)
  }

  @Test func `without a price nobody can tell`() {
    #expect(
      Worth.reading(of: Quantity(100), unit: .kilogram, price: nil) == .open(Measure(Quantity(100), .gram), bought: nil)
    )
  }

  @Test(arguments: ["100 ki chini bechi", "chini 100 ki bechi", "१०० ची साखर विकली", "100 chi sakhar vikli", "100 की चीनी दी"])
  func `a bare number of goods is money or measure`(_ text: String) throws {
    #expect(try CornerShop.understand(text).ambiguities == [.worth(line: 0, number: Quantity(100))])
  }

  @Test(arguments: ["100 gram ki chini bechi", "100 rupay ki chini bechi", "chini 5 kilo bechi", "10 maggi bechi"])
  func `a number with its unit is one thing`(_ text: String) throws {
    #expect(try CornerShop.understand(text).ambiguities.isEmpty)
  }

  @Test(arguments: ["5 kilo chini", "maggi", "साखर 5"])
  func `where goods are named and nothing is sure, two or three meanings are offered`(_ text: String) throws {
    let frame = try CornerShop.understand(text)
    #expect((1...3).contains(frame.alternatives.count))
    #expect(!frame.alternatives.contains { $0.intent == frame.intent || $0.intent == .outOfScope })
  }

  @Test func `the dearer a mistake, the surer we must be`() {
    let thresholds = Risk.allCases.map(\.confidenceMin)
    #expect(thresholds == thresholds.sorted())
    #expect(Intent.stockCheck.risk == .question)
    #expect(Intent.saleRecord.risk == .write)
    #expect(Intent.itemDelete.risk == .removal)
  }
}
