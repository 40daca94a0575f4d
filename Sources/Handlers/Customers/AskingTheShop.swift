import Commerce
import Database
import Foundation
import Intents
import Inventory
import Language
import Messages

/// What only the shop can answer goes to its owners, with who asks and what was said before, and a button to answer by.
extension Turn {
  /// “Not understood. Ask the shop?”: one tap more, so that not every stray word rings at the owner's.
  func offerToAsk(_ request: Request, about unknown: String? = nil) -> Answer {
    guard role == .customer else {
      return unknown.map { .say(say(.notInList, [.text: .text($0)])) } ?? unclear()
    }
    var next = request
    next.frame.intent = .human
    let text = unknown.map { say(.askShopOffer, [.text: .text($0)]) } ?? say(.askShopUnclear)
    return .ask(text, .sure(.toBePassed), next, .buttons([button(.buttonAskShop, .yes(question: questionID))]))
  }

  /// “malik se baat karni hai”, and whatever customers ask that the books do not tell.
  func askShop(_ request: Request) async throws -> Answer {
    if let question = request.answers, let words = request.words { return try await relay(words, to: question) }
    guard role == .customer else { return human() }
    guard try await books.questions(in: conversation, since: books.now.addingTimeInterval(-24 * 3600)) < Self.dailyMax
    else { return .say(say(.passedEnough)) }
    let owners = try await books.owners().filter { $0.mayBeWrittenTo(at: books.now) }
    let question = try await books.addQuestion(in: conversation, by: author, isTold: !owners.isEmpty)
    let who = try await books.caller(in: conversation, author.member)
    let before = try await books.lastLines(of: conversation, max: Self.linesBefore)
    for owner in owners {
      let text = told(of: who, asking: request.words ?? "", after: before, in: owner.voice ?? voice)
      let answer = Button(
        id: Tap.answer(question: question).id, title: phrasebook.say(.buttonAnswer, in: owner.voice ?? voice))
      try books.write(Reply(text, choices: .buttons([answer])), to: owner)
    }
    return .say(say(owners.isEmpty ? .passedLater : .passedOn))
  }

  /// Whoever works in the shop has nobody behind us but who runs this server.
  private func human() -> Answer {
    .say(support.map { say(.humanContact, [.text: .text($0)]) } ?? say(.humanNone))
  }

  /// Questions of one customer in a day that reach the owners.
  private static let dailyMax = 10
  private static let linesBefore = 4

  func told(of who: String, asking words: String, after before: [String], in voice: Voice) -> String {
    let question = phrasebook.say(
      .customerAsks, [.customer: .text(who), .text: .text(words.cutToRead(scalarsMax: 500))], in: voice)
    guard !before.isEmpty else { return question }
    let lines = before.map { $0.cutToRead(scalarsMax: 80) }.joined(separator: "\n")
    return question + "\n" + phrasebook.say(.customerBefore, [.lines: .text(lines)], in: voice)
  }

  /// Questions that came while no owner could be written to reach the first who writes again.
  func tellWaitingQuestions() async throws {
    guard role == .owner, case let waiting = try await books.takeWaitingQuestions(), !waiting.isEmpty,
      let owner = try await books.correspondent(in: conversation)
    else { return }
    for (question, asked, member) in waiting {
      let who = try await books.caller(in: asked, member)
      let lines = try await books.lastLines(of: asked, max: Self.linesBefore + 1)
      let text = told(of: who, asking: lines.joined(separator: "\n"), after: [], in: voice)
      try books.write(
        Reply(text, choices: .buttons([button(.buttonAnswer, .answer(question: question))])), to: owner)
    }
  }
}

extension Books {
  func questions(in conversation: Int64, since: Date) async throws -> Int {
    try await query(
      """
      select count(*) from customer_questions
      where shop_id = \(shop) and conversation_id = \(conversation) and at > \(since)
      """
    ).only().decode(Int.self)
  }

  func addQuestion(in conversation: Int64, by author: Author, isTold: Bool) async throws -> Int64 {
    try await query(
      """
      insert into customer_questions (shop_id, conversation_id, member_id, inbox_id, at, told_at)
      values (\(shop), \(conversation), \(author.member), \(author.inboxID), \(now), \(isTold ? now : nil)) returning question_id
      """
    ).only().decode(Int64.self)
  }

  /// The latest of each conversation of which nobody was told.
  func takeWaitingQuestions() async throws -> [(question: Int64, conversation: Int64, member: Int64?)] {
    try await query(
      """
      with told as (
        update customer_questions set told_at = \(now) where shop_id = \(shop) and told_at is null
        returning question_id, conversation_id, member_id
      )
      select max(question_id), conversation_id, max(member_id) from told group by conversation_id order by 1
      """
    ).map { try $0.decode(Int64.self, Int64.self, Int64?.self) }
  }

  /// Who asks: as the owner saved them, else as they call themselves, else their number.
  func caller(in conversation: Int64, _ member: Int64?) async throws -> String {
    let (phone, saved, own) = try await query(
      """
      select p.phone, (select c.name from customers c where c.shop_id = \(shop)
          and right(c.phone, 10) = right(p.phone, 10) order by c.customer_id limit 1),
        (select nullif(m.name, '') from members m where m.shop_id = \(shop) and m.member_id = \(member))
      from (select phone_of(\(conversation)) as phone) p
      """
    ).only().decode(String?.self, String?.self, String?.self)
    let name = saved ?? own
    return [name, phone.map { "+" + $0 }].compactMap { $0 }.joined(separator: " ")
  }

  /// What was said last, both sides.
  func lastLines(of conversation: Int64, max count: Int) async throws -> [String] {
    try await query(
      """
      select direction, text from messages
      where shop_id = \(shop) and conversation_id = \(conversation) and at > \(now.addingTimeInterval(-24 * 3600))
        and text not like '[%'  -- a tap
      order by message_id desc limit \(count)
      """
    ).map { row in
      let (direction, text) = try row.decode(String.self, String.self)
      return (direction == "in" ? "› " : "‹ ") + text.split(separator: "\n").joined(separator: " ")
    }.reversed()
  }
}

extension String {
  /// The beginning of a text that somebody else wrote.
  func cutToRead(scalarsMax: Int) -> String {
    unicodeScalars.count <= scalarsMax ? self : fitted(self, scalarsMax: scalarsMax)
  }
}
