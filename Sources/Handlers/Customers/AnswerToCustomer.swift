import Database
import Foundation
import Intents
import Inventory
import Language
import Messages

/// The owner's side of a customer's question: a tap opens a box, and what is written into it goes to the customer as it
/// stands.
extension Turn {
  func openAnswer(to question: Int64) async throws -> Answer {
    guard let asked = try await books.asked(question) else { return .say(say(.expiredQuestion)) }
    guard !asked.isAnswered else { return .say(say(.answeredAlready)) }
    let who = try await books.caller(in: asked.conversation, asked.member)
    let cancel = button(.buttonCancel, .no(question: questionID))
    let request = Request(Frame(intent: .human, confidence: 1, voice: voice))
    return .ask(say(.answerWrite, [.customer: .text(who)]), .answer(question: question), request, .buttons([cancel]))
  }

  /// What reads like an entry for the books (“5 kilo chini 45 rupaye”) may be either, and so may what only an owner asks
  /// (“aaj ka profit kitna hua”): one tap says which.
  func relay(_ words: String, readAs frame: Frame, to question: Int64) async throws -> Answer {
    let isEntry = frame.intent.isTold && (!frame.slots.items.isEmpty || frame.slots.amount != nil)
    let isOwners = !frame.intent.isTold && !Role.staff.may(frame.intent)
    guard isEntry || isOwners, frame.confidence >= Self.surelyOfBooks, role.may(frame.intent) else {
      return try await relay(words, to: question)
    }
    var toCustomer = Request(Frame(intent: .human, confidence: 1, voice: voice))
    (toCustomer.words, toCustomer.answers) = (words, question)
    let toBooks = Request(frame)
    return chooseOne(
      say(.whichOfThese, [.what: .text(words.cutToRead(scalarsMax: 80))]),
      [
        Choice(title: say(.buttonToCustomer), request: toCustomer),
        Choice(title: say(.buttonToBooks), request: toBooks),
      ], toCustomer)
  }

  private static let surelyOfBooks = 0.8

  func relay(_ words: String, to question: Int64) async throws -> Answer {
    guard let asked = try await books.asked(question) else { return .say(say(.expiredQuestion)) }
    guard !asked.isAnswered else { return .say(say(.answeredAlready)) }
    let who = try await books.caller(in: asked.conversation, asked.member)
    guard let customer = try await books.correspondent(in: asked.conversation), customer.mayBeWrittenTo(at: books.now)
    else { return .say(say(.answerTooLate, [.customer: .text(who)])) }
    try await books.noteAnswer(to: question, by: author.member)
    let text = words.cutToRead(scalarsMax: Self.answerMax)
    try books.write(Reply(text + "\n" + say(.remindSign, [.shop: .text(shopName)])), to: customer)
    return .say(say(.answerSent, [.customer: .text(who), .text: .text(text)]))
  }

  private static let answerMax = 900
}

extension Scene {
  /// What the message itself says about its words: that they are somebody else's, or that they answer the message by
  /// which we told an owner of a question, which opens its box as a tap would.
  func reading(_ message: InboundMessage, in books: Books) async throws -> Scene {
    var scene = self
    scene.isForwarded = message.forwarded ?? false
    guard role == .owner, let quoted = message.repliesTo, let inbox = author.inboxID,
      let question = try await books.question(toldIn: quoted, on: message.channel)
    else { return scene }
    let request = Request(Frame(intent: .human, confidence: 1, voice: previousVoice ?? .english))
    scene.state.question = OpenQuestion(
      id: inbox, kind: .answer(question: question), request: request, askedAt: books.now)
    return scene
  }
}

/// A question as it lies with the owners.
struct AskedQuestion: Sendable {
  let conversation: Int64
  let member: Int64?
  let isAnswered: Bool
}

extension Books {
  func asked(_ question: Int64) async throws -> AskedQuestion? {
    try await query(
      """
      select q.conversation_id, q.member_id, exists (select from customer_answers a
        where a.shop_id = q.shop_id and a.question_id = q.question_id)
      from customer_questions q where q.shop_id = \(shop) and q.question_id = \(question)
      """
    ).first.map { row in
      let (conversation, member, isAnswered) = try row.decode(Int64.self, Int64?.self, Bool.self)
      return AskedQuestion(conversation: conversation, member: member, isAnswered: isAnswered)
    }
  }

  fileprivate func question(toldIn message: String, on channel: String) async throws -> Int64? {
    try await query("select question_told_in(\(channel), \(message))").only().decode(Int64?.self)
  }

  func noteAnswer(to question: Int64, by member: Int64?) async throws {
    try await execute(
      """
      insert into customer_answers (shop_id, question_id, member_id, at)
      values (\(shop), \(question), \(member), \(now))
      """)
  }
}
