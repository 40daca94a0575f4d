package import Foundation
package import Intents
import Language
package import Measures

/// Where a conversation stands between two messages: what we asked, and what was said and written last.
/// Kept as JSON in `conversations.state`; every field is optional there, so that an older row still reads.
package struct DialogueState: Hashable, Sendable, Codable {
  package var question: OpenQuestion?
  /// The last request that was answered, for “aur kal ka?” and “nahi 15 kilo”.
  package var lastRequest: Request?
  /// The last request that wrote, and the group of its entries: what “no, 15” corrects.
  package var lastWrite: Request?
  package var lastGroup: Int64?
  /// When the last picture was sent that we could not read.
  package var pictureAt: Date?
  /// The way of a shop that is new; nil once it has arrived.
  package var setup: Setup?

  package init() {}
}

/// What somebody wants of us, as far as it is known.
package struct Request: Hashable, Sendable, Codable {
  package var frame: Frame
  /// What was asked about and answered with yes.
  package var settled: Set<Doubt> = []
  /// The group of entries that this request stands in place of: a correction.
  package var replaces: Int64?
  /// As it was said, where the words themselves are kept.
  package var words: String?
  /// Which of several customers of that name.
  package var customer: Int64?
  /// A file of goods that waits to be written.
  package var file: Int64?
  /// The customer's question that the words answer.
  package var answers: Int64?
  /// Which of several suppliers of that name.
  package var supplier: Int64?

  package init(_ frame: Frame) { self.frame = frame }
}

/// Why we ask before we write.
package enum Doubt: String, Hashable, Sendable, Codable {
  case unsure
  case unusual
  /// A price or a total that is far from the book's.
  case price
  case belowZero = "below_zero"
  /// All that a file says.
  case importing
  /// That all is to be deleted; and once more.
  case erasing
  case erasingSurely = "erasing_surely"
  /// The customer was reminded today already.
  case remindedToday = "reminded_today"
  /// What goes to a customer under the shop's name is shown first.
  case toBeSent = "to_be_sent"
  /// What we cannot answer goes to the shop when the customer wants it.
  case toBePassed = "to_be_passed"
  /// A customer or a supplier?
  case side
}

/// A question of ours that waits for its answer; any clear new request wins over it.
package struct OpenQuestion: Hashable, Sendable, Codable {
  package static let minutesMax = 30.0

  package enum Kind: Hashable, Sendable, Codable {
    case whichItem(line: Int, candidates: [Int64])
    /// The nearest items to something that is not in the list; it may also be new.
    case unknownItem(line: Int, nearest: [Int64], spoken: String)
    case item(line: Int)
    case quantity(line: Int)
    case price(line: Int)
    case packSize(line: Int, item: Int64, unit: Measures.Unit)
    /// Whose account?
    case customer
    /// From whom, or to whom?
    case supplier
    /// How much money?
    case amount
    case sure(Doubt)
    /// Where is the shop paid over UPI?
    case upiAddress
    /// What shall the customer who asked be told?
    case answer(question: Int64)
    /// What may be meant: each choice is a request of its own.
    case oneOf([Choice])
  }

  /// The message that made us ask: a tap on an older question's buttons is told apart by it.
  package let id: Int64
  package let kind: Kind
  package let request: Request
  package let askedAt: Date

  package init(id: Int64, kind: Kind, request: Request, askedAt: Date) {
    self.id = id
    self.kind = kind
    self.request = request
    self.askedAt = askedAt
  }

  package func isOpen(at now: Date) -> Bool { now.timeIntervalSince(askedAt) < Self.minutesMax * 60 }

  var isChoice: Bool { awaited == .choice }

  /// What understanding is told about it.
  package var awaited: Awaited {
    switch kind {
    case .whichItem, .unknownItem, .oneOf: .choice
    case .item, .quantity, .price, .packSize, .customer, .supplier, .amount: .slot
    case .sure: .confirmation
    case .upiAddress, .answer: .none
    }
  }
}
