internal import HTTP

/// Everything that happened, numbered from 1: what the phone page shows and what tests wait for.
struct EventLog: Sendable {
  /// Bubbles, ticks and calls that are kept for a page that opens later.
  static let countMax = 2_000

  private var events: [Event] = []
  /// The number of the newest event, 0 before the first.
  private(set) var newest = 0

  struct Event: Sendable {
    let number: Int
    /// Nil for what concerns every chat.
    let chat: ChatKey?
    let json: JSON
  }

  enum Kind: String { case message, status, typing, call, person, trouble }

  mutating func append(_ kind: Kind, in chat: ChatKey?, _ fields: [String: JSON]) {
    newest += 1
    var fields = fields
    fields["n"] = .integer(Int64(newest))
    fields["kind"] = .string(kind.rawValue)
    fields["person"] = chat.map { .string($0.person) }
    fields["number"] = chat.map { .string($0.number) }
    events.append(Event(number: newest, chat: chat, json: .object(fields)))
    if events.count > 2 * EventLog.countMax { events.removeFirst(EventLog.countMax) }
  }

  /// What came after `number`, in order; of one chat only, if one is given.
  func events(after number: Int, of chat: ChatKey?) -> [JSON] {
    let first = events.first?.number ?? 0
    let later = events.dropFirst(max(0, number - first + 1))
    guard let chat else { return later.map(\.json) }
    return later.filter { $0.chat == chat }.map(\.json)
  }
}
