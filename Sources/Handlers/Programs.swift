package import Database
import Demand
import Intents
import Inventory
package import Language
package import Messages

/// What a program says for a shop, and what it hears: the same path as a message, without a phone at its end. It says
/// what the owner could say, in a conversation of its own, and its answer is returned instead of sent.
package struct ProgramsWords: Sendable {
  package let person: Int64
  /// Tells its questions apart. Negative, as no message of a person is.
  package let question: Int64
  package let mayWrite: Bool
  /// Words, or a tap on a button of ours.
  package let content: Content
  /// In which to answer; nil: as it was asked.
  package let voice: Voice?

  package init(person: Int64, question: Int64, mayWrite: Bool, content: Content, voice: Voice?) {
    (self.person, self.question, self.mayWrite) = (person, question, mayWrite)
    (self.content, self.voice) = (content, voice)
  }
}

package struct ProgramsAnswer: Sendable {
  package let reply: Reply?
  /// To be passed on to somebody else as it stands.
  package let forward: Reply?
  /// What the words were taken for; nil for a tap.
  package let intent: String?
  package let voice: Voice
  package let isQuestion: Bool
  /// What was written, for taking it back.
  package let group: Int64?
}

extension Conversation {
  /// A program that may only read asked for something that writes. What that wrote must be rolled back.
  package struct ReadsOnly: Error, Sendable {}

  /// On the same channel for all programs: no number of WhatsApp's is called so.
  private static let programs = "api"

  /// What asking itself writes, in a transaction before: whatever is written after this was asked for.
  package func prepare(for words: ProgramsWords, in books: Books) async throws {
    try await books.lockTalk(of: words.person)
    let scene = try await books.scene(of: Speaker(programOn: Self.programs, as: words.person), shops: shops)
    try await books.refreshDemandIfDue(on: scene.author.day)
  }

  /// One at a time in each conversation, as they come.
  package func answer(_ words: ProgramsWords, in books: Books) async throws -> ProgramsAnswer {
    try await books.lockTalk(of: words.person)
    let scene = try await books.scene(of: Speaker(programOn: Self.programs, as: words.person), shops: shops)
    let heard = hear(words.content, sentAt: books.now)
    let understood = scene.understand(heard)
    var turn = scene.turn(understood, in: books, templates, support: support)
    turn.programsQuestion = words.question
    turn.voice = words.voice ?? turn.voice
    let answer = try await turn.answer(understood)
    if !words.mayWrite, try await books.haveWritten() { throw ReadsOnly() }
    try books.remember(answer, to: heard, understood, at: nil, scene, turn)
    var intent: String?
    if case .frame(let frame, _) = understood { intent = frame.intent.rawValue }
    return ProgramsAnswer(
      reply: answer.reply, forward: answer.forward, intent: intent, voice: turn.voice,
      isQuestion: answer.question != nil, group: answer.group?.id)
  }
}

extension Books {
  /// Not by the row of the conversation: to lock one counts as writing.
  fileprivate func lockTalk(of person: Int64) async throws {
    _ = try await query("select pg_advisory_xact_lock(hashtextextended(\("talk:\(shop.rawValue):\(person)"), 0))")
  }

  /// PostgreSQL numbers a transaction when it first writes.
  fileprivate func haveWritten() async throws -> Bool {
    try await query("select pg_current_xact_id_if_assigned() is not null").only().decode(Bool.self)
  }
}
