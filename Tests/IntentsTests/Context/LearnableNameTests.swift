import Intents
import Testing

/// Which words may become a name of an item.
struct LearnableNameTests {
  @Test(arguments: [
    ("meethi", "meethi"), ("gavran gul", "gavran gul"), ("मिठास", "मिठास"), ("meethi ka", "meethi"),
    ("वो मिठास वाली", "मिठास"), ("the meethi", "meethi"),
  ])
  func `what an owner calls an item is its name`(_ heard: String, _ name: String) throws {
    #expect(try CornerShop.interpreter().learnableName(heard) == name)
  }

  /// Function words, numbers, units, days, groups of goods, people, and what an item is called already.
  @Test(arguments: [
    "", "?", "wala", "woh", "kal", "parso", "मंगलवार", "5", "paanch", "पाव", "kilo", "packet", "बोरी", "dal", "तेल", "neha",
    "Ramesh", "sugar", "चीनी", "chini", "cheeni", "tur dal", "kitna", "becha", "nahi", "meethi 5 kilo",
    "rs 50", "wapas lo", "ab", "जी", "a b c", "yeh jo hai na woh wala kal ka jo aaya tha meethi wala maal",
    "meethimeethimeethimeethimeethimeethimeethi",
  ])
  func `what means something else is never learnt`(_ heard: String) throws {
    #expect(try CornerShop.interpreter().learnableName(heard) == nil)
  }

  @Test func `the words for goods are noted where they were only guessed`() throws {
    #expect(try CornerShop.understand("2 packet maggi becha").slots.items.first?.heard == nil)
    #expect(try CornerShop.understand("2 packet maggy becha").slots.items.first?.heard == "maggy")
  }
}
