import Intents
import Testing

struct UnderstandingTests {
  @Test(arguments: StockSentences.all) func `stock is understood`(_ sentence: Sentence) throws { try check(sentence) }

  @Test(arguments: TradeSentences.all) func `trade is understood`(_ sentence: Sentence) throws { try check(sentence) }

  @Test(arguments: PriceSentences.all) func `prices are understood`(_ sentence: Sentence) throws { try check(sentence) }

  @Test(arguments: TalkSentences.all) func `talk is understood`(_ sentence: Sentence) throws { try check(sentence) }

  @Test(arguments: PeopleSentences.all) func `people are understood`(_ sentence: Sentence) throws {
    try check(sentence)
  }

  private func check(_ sentence: Sentence) throws {
    let frame = try CornerShop.understand(sentence.text, awaited: sentence.awaited)
    #expect(frame.intent.rawValue == sentence.intent)
    if !sentence.goods.isEmpty { #expect(frame.goods == sentence.goods) }
  }

  @Test(arguments: [
    "5 kilo chini bechi", "sold 3 kg rice to neha", "दो किलो बेसन बेचा", "साखर 2 किलो विकली", "10 kilo maida aaya",
    "received 20 packets maggi", "aata 45 rupay kilo kar do", "साखर आता 30 किलो आहे", "2 kilo kande sadle",
    "chini kitni bachi hai", "maggi ka rate kya hai", "stock dikhao", "कौन सा सामान कम है",
  ])
  func `a clear sentence is sure`(_ text: String) throws {
    #expect(try CornerShop.understand(text).confidence >= 0.75)
  }

  @Test(arguments: ["5 kilo chini", "maggi", "sugar 5"])
  func `a fragment is doubtful`(_ text: String) throws {
    #expect(try CornerShop.understand(text).confidence < 0.6)
  }

  @Test(arguments: ["kal barish hogi kya", "who won the cricket match", "मुझे लोन चाहिए", "biryani kashi banvaychi"])
  func `what is no matter of the shop is surely not`(_ text: String) throws {
    let frame = try CornerShop.understand(text)
    #expect(frame.intent == .outOfScope)
    #expect(frame.confidence >= 0.6)
  }
}
