import Database
import Foundation
import Intents
import Language
import Messages
import Scheduler

/// Somebody on the owners' number whom no shop knows: they choose a language and name their shop, and from there on are
/// its owner.
extension Conversation {
  func answerNewcomer(_ message: InboundMessage, _ heard: Heard, _ queued: QueuedMessage, _ isLast: Bool) async throws {
    let moved: Standing? = try await database.transaction { transaction in
      // Their message before this one may have opened the shop.
      if let standing = try await transaction.standing(of: queued) { return standing }
      let isGone = try await transaction.wasTakenBack(queued)
      try transaction.erase(message, queued, isGone: isGone, at: now())
      if heard != .nothing, !isGone { try await hear(heard, of: message, queued, transaction) }
      try transaction.finish(queued, isLast: isLast)
      return nil
    }
    if let moved { try await take(queued.standing(in: moved.shop, as: moved.member), isLast: isLast) }
  }

  private func hear(_ heard: Heard, of message: InboundMessage, _ queued: QueuedMessage, _ transaction: Transaction)
    async throws
  {
    let (known, count) = try await transaction.newcomer(queued, at: now())
    var newcomer = known
    let heardVoice = heard.words.map { VoiceDetector.voice(of: SpokenText($0), previous: known.voice) } ?? known.voice
    newcomer.voice = newcomer.setup.language?.voice(answering: heard.words, before: known.voice) ?? heardVoice
    guard count <= Newcomer.answersMax else {
      // One line, then silence: who is no shop costs money and brings none.
      guard count == Newcomer.answersMax + 1 else { return }
      return try transaction.send(Reply(say(.newcomerEnough, newcomer)), answering: message, queued)
    }
    let isFirst = count == 1 && newcomer == Newcomer(setup: Setup(), voice: newcomer.voice)
    let effect = newcomer.hear(heard, isWork: isWork(heard))
    if case .open(let name) = effect {
      return try await open(name, newcomer, heard, message, queued, transaction)
    }
    if let language = newcomer.setup.language {
      newcomer.voice = language.voice(answering: heard.words, before: newcomer.voice)
    }
    try transaction.keep(newcomer, queued)
    var lines = isFirst ? [say(.newcomerHello, newcomer)] : []
    if isWork(heard) { lines.append(say(.newcomerWork, newcomer)) }
    try transaction.send(question(newcomer).ask(newcomer.setup, after: lines), answering: message, queued)
  }

  /// The shop comes into being in the transaction of this message, and the conversation goes on in it.
  private func open(
    _ name: String?, _ newcomer: Newcomer, _ heard: Heard, _ message: InboundMessage, _ queued: QueuedMessage,
    _ transaction: Transaction
  ) async throws {
    let owner = message.sender.profileName?.withoutNUL ?? ""
    let shopName = name ?? (owner.isEmpty ? say(.setupUnnamed, newcomer) : owner)
    let standing = try await transaction.openShop(shopName.withoutNUL, of: queued, owner: owner, at: now())
    guard let shop = standing.shop else { preconditionFailure("a shop just opened is there") }
    let books = Books(shop: shop, now: now(), transaction: transaction)
    let scene = try await books.scene(
      of: Speaker(queued.standing(in: shop, as: standing.member)), shops: shops)
    let understood: Understood =
      heard.words.map { .frame(Frame(intent: .choose, confidence: 1, voice: newcomer.spoken), words: $0) } ?? .nothing
    var turn = scene.turn(understood, in: books, templates, support: support)
    turn.voice = newcomer.spoken
    let opened = turn.say(.setupOpened, [.shop: .text(shopName)])
    var answer = Answer(reply: question(newcomer).ask(newcomer.setup, after: [opened]))
    answer.setup = newcomer.setup
    try books.remember(
      answer, to: heard, understood, at: message.opensWindow ? message.sentAt : nil, scene, turn)
    if let reply = answer.reply {
      try transaction.send(reply, answering: message, queued.standing(in: shop, as: standing.member))
    }
  }

  private func question(_ newcomer: Newcomer) -> SetupQuestion {
    SetupQuestion(phrasebook: templates.phrasebook, voice: newcomer.spoken)
  }

  private func say(_ phrase: Phrase, _ newcomer: Newcomer) -> String {
    templates.phrasebook.say(phrase, in: newcomer.spoken)
  }

  /// “5 kilo chini bechi” is no name of a shop.
  private func isWork(_ heard: Heard) -> Bool {
    guard case .words(let words) = heard else { return false }
    let frame = shops.stranger.understand(Utterance(text: words, role: .owner))
    guard case .work = frame.intent.destination, frame.confidence >= Newcomer.workFrom else { return false }
    return words.contains(where: \.isNumber)
      || frame.confidence >= Newcomer.workForSure && words.split(whereSeparator: \.isWhitespace).count > 4
  }
}

/// How far somebody came who has no shop yet. Kept as JSON in `newcomers.state`.
struct Newcomer: Hashable, Sendable, Codable {
  /// In a day.
  static let answersMax = 40
  static let workFrom = 0.5
  static let workForSure = 0.85

  var setup = Setup()
  var voice: Voice?

  var spoken: Voice { voice ?? .english }

  mutating func hear(_ heard: Heard, isWork: Bool) -> Setup.Effect {
    switch heard {
    case .words(let words):
      if SetupWords.isBack(words) { return setup.hear(.back) }
      if setup.isWelcomed, SetupWords.isSkip(words) { return setup.hear(.skip) }
      if isWork || SetupWords.isGreeting(words) { return setup.isWelcomed ? .unread : setup.hear(.words("")) }
      return setup.hear(.words(words))
    case .tap(.setup(let step, let value)): return setup.hear(.choice(step, value))
    case .tap(.setupSkip(let step)): return step == setup.step ? setup.hear(.skip) : .unread
    case .tap, .document, .file, .unreadable, .picture, .welcome:
      return setup.isWelcomed ? .unread : setup.hear(.words(""))
    case .nothing: return .none
    }
  }
}

/// A shop and who somebody is in it; nil for nobody's.
struct Standing: Hashable, Sendable {
  let shop: ShopID?
  let member: Int64?
}

extension Heard {
  fileprivate var words: String? { if case .words(let words) = self { words } else { nil } }
}

extension Transaction {
  /// Where somebody stands whose message was taken in when they had no shop; nil when they still have none.
  fileprivate func standing(of queued: QueuedMessage) async throws -> Standing? {
    let row = try await query("select shop_id, member_id from standing_of(\(queued.channel), \(queued.person))").first
    let (shop, member) = try row?.decode(ShopID?.self, Int64?.self) ?? (nil, nil)
    return shop.map { Standing(shop: $0, member: member) }
  }

  /// What is known of a newcomer, and how many messages they sent today. A state that an older version wrote and this one
  /// cannot read begins anew.
  fileprivate func newcomer(_ queued: QueuedMessage, at now: Date) async throws -> (Newcomer, count: Int) {
    let (text, count) = try await query(
      "select state, heard from hear_newcomer(\(queued.channel), \(queued.person), \(now))"
    ).only().decode(String.self, Int.self)
    let newcomer = (try? JSONDecoder().decode(Newcomer.self, from: Data(text.utf8))) ?? Newcomer()
    return (newcomer, count)
  }

  fileprivate func keep(_ newcomer: Newcomer, _ queued: QueuedMessage) throws {
    let text = String(decoding: try JSONEncoder().encode(newcomer), as: UTF8.self)
    try later("select keep_newcomer(\(queued.channel), \(queued.person), \(text)::jsonb)")
  }

  fileprivate func openShop(_ name: String, of queued: QueuedMessage, owner: String, at now: Date) async throws
    -> Standing
  {
    let (shop, member) = try await query(
      "select shop_id, member_id from open_shop(\(queued.channel), \(queued.person), \(name), \(owner), \(now))"
    ).only().decode(ShopID.self, Int64.self)
    return Standing(shop: shop, member: member)
  }
}
