import Database
import Foundation
import Intents
import Inventory
import Language
import Measures
import Messages
import Scheduler

/// Who writes, to which shop, and where we stand with them: read before a message is understood.
struct Scene: Sendable {
  let conversation: Int64
  let role: Role
  let author: Author
  let contact: Contact
  let isExpected: Bool
  let hasNews: Bool
  /// Where the sender stands by now, when that is no longer the shop in which the message was taken in.
  let moved: Standing?
  /// The language in which this member wants to be answered, whatever they write.
  let language: AnswerLanguage?
  let shopName: String
  let zone: TimeZone
  var state: DialogueState
  let previousVoice: Voice?
  let interpreter: Interpreter
  /// The sender deleted this message before we came to it: it is as if it had not been said.
  let isTakenBack: Bool
  /// Customers asked while no owner could be told.
  let holdsQuestions: Bool
  /// Alerts wait for this owner to write again.
  let holdsAlerts: Bool
  /// The words are somebody else's, passed on by who writes.
  var isForwarded = false

  func understand(_ heard: Heard) -> Understood {
    guard !isTakenBack else { return .nothing }
    switch heard {
    case .words(let words):
      return .frame(understand(words), words: words)
    case .tap(let tap): return .tap(tap)
    case .file(let file): return .file(file)
    case .document, .unreadable: return .unreadable
    // One line for the whole album.
    case .picture(let sentAt): return state.pictureAt == sentAt ? .nothing : .unreadable
    case .welcome: return .welcome
    case .nothing: return .nothing
    }
  }

  /// Whatever we asked, a clear new request wins over it: “तांदूळ किती आहे” is no answer to “how much sugar?”.
  private func understand(_ words: String) -> Frame {
    let answer = understand(words, after: awaited)
    guard awaited != .none else { return answer }
    let plain = understand(words, after: .none)
    return plain.isClearRequest ? plain : answer
  }

  /// A helper speaks of tasks and shifts, and of the counter like the owner: whichever reading is surer. What a helper
  /// may not do is refused by the permission, not misread.
  private func understand(_ words: String, after awaited: Awaited) -> Frame {
    func read(as role: Role) -> Frame {
      interpreter.understand(Utterance(text: words, role: role, awaited: awaited, previousVoice: previousVoice))
    }
    let frame = read(as: role)
    guard role == .staff else { return frame }
    let ownersFrame = read(as: .owner)
    return ownersFrame.confidence > frame.confidence ? ownersFrame : frame
  }

  /// After an answer to a question, “aur maggi?” is another.
  private var awaited: Awaited {
    if let question = state.question { return question.awaited }
    return state.lastRequest?.frame.intent.isTold == false ? .afterReport : .none
  }

  func turn(_ understood: Understood, in books: Books, _ templates: Templates, support: String?) -> Turn {
    Turn(
      books: books, conversation: conversation, phrasebook: templates.phrasebook, voice: voice(for: understood),
      role: role, author: author, contact: contact, isExpected: isExpected, hasNews: hasNews, shopName: shopName,
      zone: zone, interpreter: interpreter, starters: templates.starters, state: state, isForwarded: isForwarded,
      support: support)
  }

  private func voice(for understood: Understood) -> Voice {
    let before = previousVoice
    guard case .frame(let frame, let words) = understood else {
      return chosenLanguage?.voice(answering: nil, before: before) ?? before ?? .english
    }
    return chosenLanguage?.voice(answering: words, before: before) ?? frame.voice
  }

  /// Names of shops and towns say nothing of a language, so in answers on a new shop's way the chosen one holds.
  private var chosenLanguage: AnswerLanguage? { language ?? state.setup.flatMap { $0.isAsked ? $0.language : nil } }
}

/// Whose words are to be answered.
struct Speaker: Sendable {
  let channel: String
  let person: Int64
  let member: Int64?
  /// The channel's own id of the message.
  let messageID: String
  let inboxID: Int64?
  /// Nil: what the member is in the shop.
  var role: Role?

  init(_ queued: QueuedMessage) {
    (channel, person, member) = (queued.channel, queued.person, queued.member)
    (messageID, inboxID) = (queued.messageID, queued.id)
  }

  /// A program, which is nobody's member and speaks for the owner who gave it its key.
  init(programOn channel: String, as person: Int64) {
    (self.channel, self.person, member) = (channel, person, nil)
    (messageID, inboxID) = ("", nil)
    role = .owner
  }
}

extension Books {
  /// One trip to the database, unless the shop's list has changed since its index was built.
  func scene(of speaker: Speaker, shops: ShopKnowledge) async throws -> Scene {
    let (
      name, zoneName, version, role, known, voice, stateText, isTakenBack, holdsQuestions, nowShop, nowMember, isPlaced,
      hasNews, isExpected, language, holdsAlerts
    ) =
      try await query(
        """
        select s.name, s.zone, s.catalogue_version, coalesce(m.role, 'customer'), c.conversation_id, c.voice, c.state::text,
          was_taken_back(\(speaker.channel), \(speaker.person), \(speaker.messageID)),
          exists (select from customer_questions q where q.shop_id = s.shop_id and q.told_at is null), n.shop_id, n.member_id,
          coalesce(n.is_known, false), coalesce(n.has_news, false), coalesce(m.is_expected, false), p.language,
          exists (
            select from alert_notices w join alerts a on a.shop_id = w.shop_id and a.alert_id = w.alert_id
            where w.shop_id = s.shop_id and w.conversation_id = c.conversation_id and w.held = 'window_closed'
              and a.resolved_at is null and a.acknowledged_at is null)
        from shops s
          left join standing_of(\(speaker.channel), \(speaker.person)) n on true
          left join members m on m.shop_id = s.shop_id and m.member_id = \(speaker.member) and m.left_at is null
          left join preferences p on p.shop_id = s.shop_id and p.member_id = m.member_id
          left join conversations c on c.shop_id = s.shop_id and c.channel = \(speaker.channel)
            and c.person_id = \(speaker.person)
        where s.shop_id = \(shop)
        """
      ).only().decode(
        String.self, String.self, Int64.self, String.self, Int64?.self, String?.self, String?.self, Bool.self,
        Bool.self, ShopID?.self, Int64?.self, Bool.self, Bool.self, Bool.self, String?.self, Bool.self)
    let conversation = if let known { known } else { try await openConversation(speaker) }
    let zone = TimeZone(identifier: zoneName) ?? .gmt
    // A state that an older version wrote and this one cannot read is forgotten: the person is asked again.
    var state = (try? JSONDecoder().decode(DialogueState.self, from: Data((stateText ?? "{}").utf8))) ?? DialogueState()
    if state.question?.isOpen(at: now) == false { state.question = nil }
    return Scene(
      conversation: conversation, role: speaker.role ?? Role(rawValue: role) ?? .customer,
      author: Author(inboxID: speaker.inboxID, member: speaker.member, day: Day(of: now, in: zone)),
      contact: Contact(channel: speaker.channel, person: speaker.person), isExpected: isExpected, hasNews: hasNews,
      moved: !isPlaced || nowShop == shop && nowMember == speaker.member
        ? nil : Standing(shop: nowShop, member: nowMember),
      language: language.flatMap(AnswerLanguage.init), shopName: name,
      zone: zone, state: state, previousVoice: voice.flatMap(Voice.init),
      interpreter: try await shops.interpreter(of: self, version: version),
      isTakenBack: isTakenBack, holdsQuestions: holdsQuestions, holdsAlerts: holdsAlerts)
  }

  /// Their first words. Nobody else opens the same one meanwhile: a person's messages come one at a time.
  private func openConversation(_ speaker: Speaker) async throws -> Int64 {
    try await query(
      """
      insert into conversations (shop_id, channel, person_id) values (\(shop), \(speaker.channel), \(speaker.person))
      returning conversation_id
      """
    ).only().decode(Int64.self)
  }

  /// Writes both sides into the log of the conversation, and what the next message must know.
  func remember(
    _ answer: Answer, to heard: Heard, _ understood: Understood, at heardAt: Date?, _ scene: Scene, _ turn: Turn
  ) throws {
    var state = scene.state
    let asksNothingNew = answer.question == nil && understood.leavesQuestionOpen
    if !asksNothingNew { state.question = nil }
    if let kind = answer.question, let request = answer.request {
      state.question = OpenQuestion(id: turn.questionID, kind: kind, request: request, askedAt: now)
    } else if let request = answer.request {
      state.lastRequest = request
      if let group = answer.group { (state.lastWrite, state.lastGroup) = (request, group.id) }
    }
    if case .picture(let sentAt) = heard { state.pictureAt = sentAt }
    if let setup = answer.setup {
      state.setup = setup.step == nil ? nil : setup
    } else if answer.reply != nil {
      state.setup?.setAside()
    }
    let stateText = String(decoding: try JSONEncoder().encode(state), as: UTF8.self)
    var intent: String?
    if case .frame(let frame, _) = understood { intent = frame.intent.rawValue }
    try later(
      """
      update conversations set voice = \(turn.voice.rawValue), state = \(stateText)::jsonb,
        heard_at = greatest(heard_at, \(heardAt))
      where shop_id = \(shop) and conversation_id = \(scene.conversation)
      """)
    try later(
      """
      insert into messages (shop_id, conversation_id, direction, intent, text, inbox_id, at)
      select \(shop), \(scene.conversation), direction, intent, text, \(turn.author.inboxID), \(now)
      from (values (1, 'in', \(intent), \(heard.written.withoutNUL)), (2, 'out', null, \(answer.reply?.text.withoutNUL)))
        as said (place, direction, intent, text)
      where text is not null order by place
      """)
  }
}

extension Understood {
  /// A reaction or a sticker in between answers nothing.
  fileprivate var leavesQuestionOpen: Bool { self == .nothing || self == .unreadable }
}

extension String {
  /// PostgreSQL's text cannot hold U+0000.
  var withoutNUL: String { String(unicodeScalars.filter { $0.value != 0 }) }
}
