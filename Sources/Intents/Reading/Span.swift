import Language
import Measures

/// A stretch of a message that means one thing.
struct Span: Sendable {
  enum Content: Sendable {
    case item(ItemReference)
    case measure(SpokenMeasure)
    case unit(Unit)
    case period(PeriodWords.Meaning)
    case clock(hour: Int, minute: Int)
    case particle
    case honorific
    /// “expiry 12 march”, “batch A12”: what stands on packs.
    case lot(Lot)
    /// A name: known to the shop, or marked as one by what stands around it.
    case person(String)
    /// Known only by its cues.
    case cue
    /// Not known at all: an item or a name that we never saw.
    case word
    case mark(Token.Mark)
  }

  var content: Content
  let range: Range<Int>
  var cues = CueSet()
  /// The case ending on its last word, or the particle itself.
  var ending: CaseEnding?
  var category: String?
  /// So much of each of the goods: “2-2 kilo”.
  var isOfEach = false
  /// The item that a word of another meaning is called by too: “dal” is “put”, and a pulse.
  var otherwise: ItemReference?
  /// A number behind a minus: it was said, and can be none of what is kept.
  var isBelowZero = false
  /// The item was guessed from a part of its name or a near spelling.
  var isGuess = false

  var measure: SpokenMeasure? { if case .measure(let measure) = content { measure } else { nil } }
  var item: ItemReference? { if case .item(let item) = content { item } else { nil } }
  var isItem: Bool { item != nil }
  var isWord: Bool { if case .word = content { true } else { false } }
  var isHonorific: Bool { if case .honorific = content { true } else { false } }
  var isPause: Bool { if case .mark(.pause) = content { true } else { false } }
  var person: String? { if case .person(let name) = content { name } else { nil } }
  func isMark(_ mark: Token.Mark) -> Bool { if case .mark(mark) = content { true } else { false } }
}
