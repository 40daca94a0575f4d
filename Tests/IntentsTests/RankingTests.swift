import Intents
import Testing

/// What is to be put in order; no slot of the ontology, so whole frames do not show it.
struct RankingTests {
  @Test(arguments: [
    ("sabse zyada bheed kab hoti hai", Ranked.hours), ("what are the busiest hours", .hours),
    ("दुकान में भीड़ किस समय रहती है", .hours), ("सर्वात जास्त गर्दी कधी असते", .hours), ("jast gardi kadhi aste", .hours),
    ("hafte me kaunsa din accha jata hai", .weekdays), ("which weekday sells the most", .weekdays),
    ("आठवड्यात कोणता वार चांगला जातो", .weekdays), ("is mahine sabse zyada bikri kis din hui", .days),
    ("which was the best day this week", .days), ("best customers of the month", .customers),
    ("sabse zyada kaun kharidta hai", .customers), ("माझे चांगले ग्राहक कोण", .customers),
    ("sarvat jast kharedi kon karto", .customers), ("category wise bikri", .categories),
    ("हर कैटेगरी में कितना बिका", .categories), ("कोणत्या विभागाची विक्री जास्त", .categories),
    ("sabse zyada udhaar kiska hai", .debtors), ("इस महीने किसका उधार सबसे ज़्यादा", .debtors),
  ])
  func `a question for the best says of what`(text: String, ranked: Ranked) throws {
    #expect(try CornerShop.understand(text).slots.ranked == ranked)
  }

  @Test(arguments: [
    "aaj ki bikri kitni hui", "sabse zyada kya bikta hai", "top 5 items this month", "kis kis ka udhaar hai",
    "cash kitna upi kitna",
  ])
  func `a question for a total or for goods does not`(text: String) throws {
    #expect(try CornerShop.understand(text).slots.ranked == nil)
  }
}
