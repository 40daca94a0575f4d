internal import Foundation

/// What every phone saw of our server, in order: the proof that nothing was lost and nothing doubled.
struct Arrivals: Sendable {
  private let countMax: Int
  private var inboxes: [ChatKey: Queue<WhatsAppSimulator.Received>] = [:]
  private var order = Queue<ChatKey>()
  /// How often each callback id has come to a chat.
  private var times: [Mark: Int] = [:]

  private struct Mark: Hashable {
    let chat: ChatKey
    let callbackData: String
  }

  init(countMax: Int) {
    self.countMax = countMax
  }

  /// Returns what was seen.
  mutating func add(_ message: Message) -> WhatsAppSimulator.Received {
    let mark = message.callbackData.map { Mark(chat: message.chat, callbackData: $0) }
    if let mark { times[mark, default: 0] += 1 }
    let received = WhatsAppSimulator.Received(
      messageID: message.id, callbackData: message.callbackData, time: mark.flatMap { times[$0] } ?? 1,
      words: message.content.words, at: message.at)
    inboxes[message.chat, default: Queue()].append(received)
    order.append(message.chat)
    while order.count > countMax, let chat = order.popFirst() { forgetOldest(of: chat) }
    return received
  }

  func inbox(of chat: ChatKey) -> [WhatsAppSimulator.Received] {
    inboxes[chat]?.all ?? []
  }

  var all: [WhatsAppSimulator.Inbox] {
    inboxes.map { .init(person: $0.key.person, number: $0.key.number, messages: $0.value.all) }
      .sorted { ($0.person, $0.number) < ($1.person, $1.number) }
  }

  private mutating func forgetOldest(of chat: ChatKey) {
    guard let oldest = inboxes[chat]?.popFirst() else { return }
    if inboxes[chat]?.isEmpty == true { inboxes[chat] = nil }
    guard let callbackData = oldest.callbackData else { return }
    let mark = Mark(chat: chat, callbackData: callbackData)
    times[mark] = times[mark].flatMap { $0 > 1 ? $0 - 1 : nil }
  }
}

extension Content {
  /// The words in the bubble, if it has any.
  fileprivate var words: String? {
    switch self {
    case .text(let text): text
    case .buttons(let framed, _): framed.text
    case .list(let framed, _, _): framed.text
    case .attachment(let attachment): attachment.caption
    case .location(let place): place.name
    case .template(let template): template.words ?? template.name
    case .tap(let choice, _): choice.title
    case .reaction(_, let emoji): emoji
    }
  }
}
