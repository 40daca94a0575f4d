package import Language
package import Measures

/// What one message means: “5 kilo chini bechi” is `saleRecord` with one line, 5 kg of sugar, said in roman Hindi.
package struct Frame: Hashable, Sendable, Codable {
  package var intent: Intent
  package var slots: Slots
  /// How sure we are that `intent` is meant, 0…1; calibrated, so that 0.8 is right four times of five.
  package var confidence: Double
  package var voice: Voice
  /// Goods that were named although the intent has no place for them: “chini”, to a choice.
  package var asides: [ItemLine] = []
  /// “aur …”, “and …” without a verb: it goes on with what was said before.
  package var isContinuing = false
  /// “surfa nahi surf bar”, “no, …”: something that was said is taken back.
  package var isReplacing = false
  /// Words that mean two things here; `AskingRule` says what settles them.
  package var ambiguities: [Ambiguity] = []
  /// What else may be meant, likeliest first; empty where we are sure enough to act on anything.
  package var alternatives: [Alternative] = []

  package init(intent: Intent, slots: Slots = Slots(), confidence: Double, voice: Voice) {
    self.intent = intent
    self.slots = slots
    self.confidence = confidence
    self.voice = voice
  }

  /// Frames are kept in conversations for a while: one that an older version wrote has none of the newer fields.
  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    intent = try fields.decode(Intent.self, forKey: .intent)
    slots = try fields.decode(Slots.self, forKey: .slots)
    confidence = try fields.decode(Double.self, forKey: .confidence)
    voice = try fields.decode(Voice.self, forKey: .voice)
    asides = try fields.decodeIfPresent([ItemLine].self, forKey: .asides) ?? []
    isContinuing = try fields.decodeIfPresent(Bool.self, forKey: .isContinuing) ?? false
    isReplacing = try fields.decodeIfPresent(Bool.self, forKey: .isReplacing) ?? false
    ambiguities = try fields.decodeIfPresent([Ambiguity].self, forKey: .ambiguities) ?? []
    alternatives = try fields.decodeIfPresent([Alternative].self, forKey: .alternatives) ?? []
  }
}

/// Another reading of the same words: “5 kilo chini” was sold, came in, or is what is there.
package struct Alternative: Hashable, Sendable, Codable {
  package let intent: Intent
  package let slots: Slots
  package let confidence: Double

  package init(intent: Intent, slots: Slots, confidence: Double) {
    self.intent = intent
    self.slots = slots
    self.confidence = confidence
  }
}

/// What was said beside the intent; only what was spoken is filled in.
package struct Slots: Hashable, Sendable, Codable {
  package var items: [ItemLine] = []
  /// Names as spoken, without honorific and case ending.
  package var customer: String?
  package var supplier: String?
  package var credit: Bool?
  package var payment: Payment?
  /// The bill's total, or the money of a credit entry.
  package var amount: Money?
  /// What is let off the bill.
  package var discount: Discount?
  /// Sales without goods: the takings of a day, or else one bill. No slot of the ontology, so it is not printed.
  package var isTakings: Bool?
  /// A period by its name in the ontology: `today`, `last_week`, `date_15_08`, …
  package var period: String?
  package var due: String?
  /// A number that chooses or limits: “top 5”, “2”.
  package var number: Int?
  package var category: String?
  /// What is to be put in order, where a question about sales or profit asks for the best or the worst.
  package var ranked: Ranked?
  package var priceKind: PriceKind?
  package var reason: ReductionReason?
  package var newName: String?
  package var setting: String?
  package var value: String?
  package var format: String?
  package var operation: String?
  package var priceMin: Money?
  package var priceMax: Money?
  package var time: String?
  package var assignee: String?
  // What follows is no slot of the ontology, so it is not printed with them.
  /// Of goods that came in.
  package var settlement: Settlement?
  /// The money went to the one who is named (“ramesh ko 500 diye”), or came from him; nil where nothing says which.
  package var isPaidTo: Bool?
  package var details: [ItemDetail]?
  /// “items with less than 10 units”.
  package var below: StockLimit?
  /// What an order may cost: “5000 rupaye me kya lu”.
  package var cash: Money?
  /// The kind of goods that a forecast or advice is asked for, where no item is named: “biscuit ka forecast”.
  package var kind: GoodsKind?
  /// The period goes on until what was named: “diwali tak”, “15 december tak”.
  package var isUntil: Bool?

  package init() {}
}

/// A kind of goods, by its category in the catalogue and in the owner's own word: “masale” is `spice`.
package struct GoodsKind: Hashable, Sendable, Codable {
  package let category: String
  package let spoken: String

  package init(category: String, spoken: String) {
    self.category = category
    self.spoken = spoken
  }
}

/// One line of goods: which item, how much, and the money that was said with it.
package struct ItemLine: Hashable, Sendable, Codable {
  package var item: ItemReference
  package var quantity: Quantity?
  package var unit: Unit?
  /// Money per unit: “@45”, “45 ke bhav se”.
  package var price: Money?
  /// Money for the whole line: “for 110”, “200 me”.
  package var amount: Money?
  /// Signed change of a price: “2 rupay mehngi”.
  package var delta: Money?
  /// The words for the item, where it was not called by a name of the list: what may be learnt.
  package var heard: String?
  /// What stands on the packs that came in.
  package var lot: Lot?

  package init(
    item: ItemReference, quantity: Quantity? = nil, unit: Unit? = nil, price: Money? = nil, amount: Money? = nil,
    delta: Money? = nil
  ) {
    self.item = item
    self.quantity = quantity
    self.unit = unit
    self.price = price
    self.amount = amount
    self.delta = delta
  }
}

/// Which item a line speaks of. Ids are those of the catalogue that was given.
package enum ItemReference: Hashable, Sendable, Codable {
  case known(String)
  /// Several items fit about equally well, best first: to be asked, not guessed.
  case several([String], spoken: String)
  /// Something that the catalogue does not hold, as spoken; with the nearest items, best first, may be none.
  case unknown(spoken: String, nearest: [String])
  /// “uska”, “that one”: the item of the last frame.
  case pronoun
  /// A quantity or a price alone.
  case unsaid
}

/// “best day”, “kis item me ghata”: a total is not enough, somebody wants to know which. No slot of the ontology, so it
/// is not printed with them.
package enum Ranked: String, Hashable, Sendable, Codable {
  case days, weekdays, hours, items, losses, customers, categories
  /// Those who owe, the largest debt first.
  case debtors
}

/// “20 rupaye ki chhoot”, “10 % off”.
package enum Discount: Hashable, Sendable, Codable {
  case money(Money)
  /// Of the whole bill, in ten-thousandths.
  case share(Int64)
}

package enum Payment: String, Hashable, Sendable, Codable { case cash, upi, card }

/// Which price is meant where it is not the selling price.
package enum PriceKind: String, Hashable, Sendable, Codable { case cost, mrp }

/// Why goods left the stock without being sold.
package enum ReductionReason: String, Hashable, Sendable, Codable {
  case damaged, expired, theft
  case ownUse = "own_use"
  case other
}
