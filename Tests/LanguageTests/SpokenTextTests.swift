import Language
import Measures
import Testing

struct SpokenTextTests {
  @Test func `don't is one word`() {
    #expect(SpokenText("don't sell").tokens.map(\.key) == ["dont", "sell"])
  }

  @Test func `anil's is anil`() {
    #expect(SpokenText("anil's balance").tokens.map(\.key) == ["anil", "balance"])
  }

  @Test(arguments: [("पावशेर", 250), ("pavsher", 250), ("dhai kilo", 2_500), ("adha kilo", 500), ("साडेतीन किलो", 3_500)])
  func `weights are read as they are said`(text: String, thousandths: Int64) {
    let measure = SpokenMeasure.read(SpokenText(text).tokens, at: 0)
    #expect(measure?.quantity == Quantity(thousandths: thousandths))
    #expect(measure?.unit == .kilogram)
  }

  @Test func `reading beyond the end finds nothing`() {
    let tokens = SpokenText("sugar").tokens
    #expect(SpokenMeasure.read(tokens, at: tokens.count) == nil)
  }
}

struct VerbTests {
  @Test(arguments: [
    ("bechi", Deed.sell, Aspect.happened), ("बेची", .sell, .happened), ("विकली", .sell, .happened),
    ("bechenge", .sell, .coming), ("mangwaya", .buy, .happened), ("घेतली", .buy, .happened), ("फुटली", .decay, .happened),
    ("received", .come, .happened), ("rakho", .keep, .ordered),
  ])
  func `a form tells the deed and whether it happened`(word: String, deed: Deed, aspect: Aspect) {
    #expect(VerbTable.forms.contains { $0.word == Spelling.folded(word) && $0.deed == deed && $0.aspect == aspect })
  }
}
