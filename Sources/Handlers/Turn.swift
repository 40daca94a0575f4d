import Commerce
import Database
import Foundation
import Intents
import Inventory
import Language
import Measures
import Messages

/// Who writes, and on which business number.
struct Contact: Hashable, Sendable {
  let channel: String
  let person: Int64
}

/// One turn of a conversation: everything that a handler may know and touch. It lives inside one transaction.
struct Turn: Sendable {
  let books: Books
  let conversation: Int64
  let phrasebook: Phrasebook
  var voice: Voice
  let role: Role
  var author: Author
  let contact: Contact
  /// An owner added this member, who writes for the first time.
  let isExpected: Bool
  /// They were added to another shop meanwhile.
  let hasNews: Bool
  let shopName: String
  let zone: TimeZone
  /// What is known of the shop's words.
  let interpreter: Interpreter
  /// What shops usually begin with, by their kind.
  let starters: [String: StarterCatalogue]
  /// As it stood before this message.
  let state: DialogueState
  /// The words are somebody else's, passed on by who writes.
  var isForwarded = false
  /// Whom to ask who wants a person.
  var support: String?
  /// A program asks, under this number: it looks at no pictures, and is no person who could be added or leave.
  var programsQuestion: Int64?

  var today: Day { author.day }

  func say(_ phrase: Phrase, _ values: [Placeholder: PhraseValue] = [:]) -> String {
    phrasebook.say(phrase, values, in: voice)
  }

  func button(_ phrase: Phrase, _ tap: Tap) -> Button { Button(id: tap.id, title: say(phrase)) }

  /// Several lines as one message: one mark at the front stands for all of them.
  func together(_ rows: [String]) -> String {
    let rest = rows.dropFirst().map { row in
      ["✅ ", "⚠️ "].first(where: row.hasPrefix).map { String(row.dropFirst($0.count)) } ?? row
    }
    return (rows.prefix(1) + rest).joined(separator: "\n")
  }

  /// An item's name for a sentence.
  func name(_ item: Item) -> PhraseValue { .text(item.name(in: voice)) }

  /// So much of an item, in its own unit.
  func measure(_ quantity: Quantity, of item: Item) -> PhraseValue { .measure(Measure(quantity, item.unit)) }

  /// A question is known by the message that made us ask it.
  var questionID: Int64 { author.inboxID ?? programsQuestion ?? 0 }

  /// Whether who writes may use it.
  func may(_ intent: Intent) -> Bool { role.may(intent) && (programsQuestion == nil || !intent.isOfWhoWrites) }
}

/// What a handler decided: the reply, and what the conversation remembers of it.
struct Answer: Sendable {
  var reply: Reply?
  var question: OpenQuestion.Kind?
  /// What is remembered as the last request; nil leaves the one before.
  var request: Request?
  var group: EntryGroup?
  /// What goes to the sender as a message of its own, to be forwarded as it stands.
  var forward: Reply?
  /// How far a new shop has come; nil leaves it where it was.
  var setup: Setup?

  /// Says something and remembers the request for a follow-up.
  static func say(_ text: String, _ choices: Choices = .none, for request: Request? = nil) -> Answer {
    Answer(reply: Reply(text, choices: choices), request: request)
  }

  /// Asks; the request waits with the question.
  static func ask(_ text: String, _ kind: OpenQuestion.Kind, _ request: Request, _ choices: Choices = .none) -> Answer {
    Answer(reply: Reply(text, choices: choices), question: kind, request: request)
  }

  /// Reads back what was written, with a button that takes it back.
  static func wrote(_ text: String, _ group: EntryGroup, for request: Request, in turn: Turn) -> Answer {
    let undo = turn.button(.buttonUndo, .undo(group: group.id))
    return Answer(reply: Reply(text, choices: .buttons([undo])), request: request, group: group)
  }

  /// The same answer after a line about what was written on the way to it. One tick at the front stands for both.
  func preceded(by line: String, in turn: Turn) -> Answer {
    var answer = self
    answer.reply = reply.map {
      Reply(turn.together([line, $0.text]), choices: $0.choices, attachment: $0.attachment)
    }
    return answer
  }

  /// The same answer with a file.
  func attaching(_ attachment: Attachment) -> Answer {
    var answer = self
    answer.reply = reply.map { Reply($0.text, choices: $0.choices, attachment: attachment) }
    return answer
  }

  /// Nothing to say: a reaction, a message about the account.
  static let silence = Answer()
}
