import Intents
import Measures
import Testing

/// Which item a name is, and when it is none.
struct ItemFindingTests {
  static let known: [(String, String)] = [
    // in another script, another language, another spelling
    ("chawal", "rice"), ("chaawal", "rice"), ("chaval", "rice"), ("चावल", "rice"), ("tandool", "rice"),
    ("gehun", "wheat"),
    ("गेहूँ", "wheat"), ("cheeni", "sugar"), ("chinni", "sugar"), ("saakhar", "sugar"), ("channa", "chickpea"),
    ("namakk", "salt"), ("meeth", "salt"), ("dudh", "milk"), ("दुध", "milk"), ("dahee", "curd"), ("chhas", "buttermilk"),
    ("aaloo", "potato"), ("potatoes", "potato"), ("eggs", "egg"), ("ande", "egg"), ("अंडे", "egg"), ("adrakh", "ginger"),
    ("nimboo", "lemon"), ("लिंबू", "lemon"), ("moongfali", "peanut"), ("mungphali", "peanut"), ("sooji", "rava"),
    // Marathi stems
    ("तांदळाचे", "rice"), ("साखरेची", "sugar"), ("शेंगदाण्याची", "peanut"), ("मैद्याची", "maida"), ("दुधाच्या", "milk"),
    ("बटाट्याचे", "potato"), ("अंड्यांची", "egg"), ("गव्हाचे", "wheat"), ("vahya", "notebook"), ("वह्या", "notebook"),
    // brands, misspelt and joined
    ("kolget", "colgate"), ("colgat", "colgate"), ("moneco", "monaco"), ("laifboy", "lifebuoy"), ("dettal", "dettol"),
    ("goodday", "good_day"), ("surfexcel", "surf_excel"), ("sarf excel", "surf_excel"), ("redlabel", "red_label"),
    ("koka kola", "coca_cola"), ("माझा", "maaza"), ("shampu", "shampoo"), ("luks", "lux"),
    // the most specific name wins
    ("tata salt", "tata_salt"), ("tata namak", "tata_salt"), ("टाटा मीठ", "tata_salt"), ("tata chai", "tata_tea"),
    ("amul doodh", "amul_milk"), ("amul makkhan", "amul_butter"), ("chana dal", "chana_dal"), ("chanadal", "chana_dal"),
    ("parle g 10", "parle_g_10"), ("parle-g 5", "parle_g_5"), ("tur dal", "toor_dal"), ("mug dal", "moong_dal"),
  ]

  @Test(arguments: known)
  func `goods are found by any of their names`(spoken: String, id: String) throws {
    #expect(try goods("4 \(spoken) becha") == [.known(id)])
  }

  @Test(arguments: [
    ("lemonzo", "lemon"), ("surbhi namak", "salt"), ("patanjali doodh", "milk"),
    ("himalaya shampoo", "shampoo"),
  ])
  func `an unknown brand is asked about, and what is near to it offered`(spoken: String, near: String) throws {
    guard case .unknown(let name, let nearest) = try goods("6 packet \(spoken) aaye").first else {
      Issue.record("\(spoken) was taken for something")
      return
    }
    #expect(name == spoken)
    #expect(nearest.first == near)
  }

  @Test(arguments: ["dragon fruit", "zylofizz", "quinoa", "xyzcola", "umbrella", "wobbler"])
  func `what is like nothing offers nothing`(spoken: String) throws {
    #expect(try goods("sold 2 \(spoken)") == [.unknown(spoken: spoken, nearest: [])])
  }

  @Test(arguments: [
    "ka kal", "kal kitna becha", "kya hua", "aaj ka hisab batao", "ramesh ne 500 diye", "tak aaya", "ek baar dekho",
    "माझा नंबर काय आहे", "sale kitni hui", "good morning", "ale ka koni", "काम केले", "gaya wala din", "vijay ka balance",
    "salma ko 200 udhar", "mohite ka balance kitna hai", "chavan la 300 udhar", "maja aa gaya", "lala ji namaste",
    "nahi chahiye", "kal 5 baje aana", "do din pehle", "sita ko bolo", "sun lo",
  ])
  func `small words and names of people are no goods`(_ text: String) throws {
    #expect(try goods(text).filter { $0 != .pronoun }.isEmpty)
  }

  @Test func `a name that several items share is a choice`() throws {
    #expect(try goods("2 tata becha") == [.several(["tata_salt", "tata_tea"], spoken: "tata")])
    #expect(try goods("3 packet parle g becha") == [.several(["parle_g_5", "parle_g_10"], spoken: "parle g")])
  }

  @Test func `a brand that is named apart from its goods belongs to them`() throws {
    #expect(try goods("doodh 30 packet aaya amul ka") == [.known("amul_milk")])
    #expect(try goods("amul ka 10 packet doodh aaya") == [.known("amul_milk")])
  }

  private func goods(_ text: String) throws -> [ItemReference] {
    try GeneralStore.understand(text).slots.items.map(\.item)
  }
}

/// What stands with the goods: how much, in what unit, for what money.
struct LineTests {
  @Test(arguments: [
    ("chini aur chawal 2-2 kilo becha", "sugar 2, rice 2"),
    ("maida besan rava das das kilo aaya", "maida 10, besan 10, rava 10"),
    ("साखर आणि गहू दोन्ही पाच किलो विकले", "sugar 5, wheat 5"), ("अर्धा-अर्धा किलो गूळ आणि रवा विकला", "jaggery 0.5, rava 0.5"),
    ("surf excel 1kg x 3 packet becha", "surf_excel 3"), ("surf excel 500g 3 packet becha", "surf_excel 3"),
    ("sold a dozen eggs", "egg 1"), ("sold 3 lux 35 each", "lux 3 @35"), ("chawal 5 kilo @52 becha", "rice 5 @52"),
    ("2 lux becha har packet 40 ka", "lux 2 @40"), ("sugar 3 kg 45 a kilo sold", "sugar 3 @45"),
    ("tin packet lux? nahi nahi, char packet lux becha", "lux 4"), ("2 ऐवजी 5 लक्स विकले", "lux 5"),
    ("instead of 2 sold 5 lux", "lux 5"), ("do lux nahi teen colgate becha", "colgate 3"),
    ("battery wala cell 4 becha", "battery 4"), ("6 kele becha", "banana 6"), ("Rs.200 ka aloo becha", "potato =200"),
    ("colgate 3 aur lux 2 becha", "colgate 3, lux 2"), ("2 kilo maida 1 kilo besan becha", "maida 2, besan 1"),
    ("teen kilo pachas rupay kilo chini bechi", "sugar 3 @50"),
    ("shyam ne paune teen kilo chawal liya", "rice 2.75"), ("do lux barah-barah rupaye me beche", "lux 2 @12"),
    ("chini do kilo bechi nahi teen kilo", "sugar 3"),
    ("sold one kg each of sugar, rice and besan", "sugar 1, rice 1, besan 1"),
    ("300 ka aloo 120 ki chini bechi", "potato =300, sugar =120"),
    ("chaas ke 6 packet 15 rupay me ek beche", "buttermilk 6 @15"),
  ])
  func `amounts and money find their line`(text: String, goods: String) throws {
    #expect(try GeneralStore.understand(text).goods == goods)
  }

  @Test(arguments: [
    ("रंजना मावशीला ५ अंडी दिली", "रंजना"), ("जाधवांना दोन किलो साखर दिली", "जाधव"), ("sold 2 lux to imran sir", "imran"),
    ("salma 2 kilo maida 1 kilo besan le gayi", "salma"), ("note karlo manish ko 2 lux udhar diya", "manish"),
    ("देशमुख यांनी ३ लक्स घेतले उधार", "देशमुख"), ("mauli hotel la 5 kilo aloo dila udhar", "mauli hotel"),
    ("गीता ताई को 2 किलो चीनी उधार दी", "गीता"), ("2 lux le gaya salim udhar", "salim"),
  ])
  func `who bought is told from the goods`(text: String, customer: String) throws {
    #expect(try GeneralStore.understand(text).slots.customer == customer)
  }

  @Test(arguments: [
    "forgot to tell sold 2 lux", "sold 2 xyzcola", "mandi se 50 kilo aloo aaya", "giraik 2 lux le gaya",
  ])
  func `a word beside a preposition, a place and a stranger are nobody`(_ text: String) throws {
    let slots = try GeneralStore.understand(text).slots
    #expect(slots.customer == nil)
    #expect(slots.supplier == nil)
  }
}

/// A list that changes is patched and not indexed again.
struct CatalogueChangeTests {
  @Test func `a new name is known and the old one forgotten`() throws {
    let changed = CatalogueItem(id: "lux", names: ["Camay", "कॅमे"], category: "soap", unit: .packet)
    let shop = try GeneralStore.interpreter(knowing: GeneralStore.catalogue.replacing(changed))
    #expect(shop.understand(Utterance(text: "4 camay becha")).slots.items.map(\.item) == [.known("lux")])
    #expect(shop.understand(Utterance(text: "4 lux becha")).slots.items.map(\.item) != [.known("lux")])
    #expect(shop.understand(Utterance(text: "4 colgate becha")).slots.items.map(\.item) == [.known("colgate")])
  }

  @Test func `a new item is found like the others`() throws {
    let added = CatalogueItem(id: "quinoa", names: ["Quinoa", "किनोआ"], category: "grain", unit: .kilogram)
    let shop = try GeneralStore.interpreter(knowing: GeneralStore.catalogue.updated(to: GeneralStore.items + [added]))
    #expect(shop.understand(Utterance(text: "2 kilo किनोआ becha")).slots.items.map(\.item) == [.known("quinoa")])
  }

  @Test func `an item that is gone is found no more`() throws {
    let rest = GeneralStore.items.filter { $0.id != "lux" }
    let shop = try GeneralStore.interpreter(knowing: GeneralStore.catalogue.updated(to: rest))
    #expect(shop.understand(Utterance(text: "4 lux becha")).slots.items.map(\.item) != [.known("lux")])
    #expect(shop.understand(Utterance(text: "4 colgate becha")).slots.items.map(\.item) == [.known("colgate")])
  }
}
