internal import Crypto
internal import Foundation

/// Meta's side and everybody's phone as one value: it decides what happens, and leaves waiting and posting as effects
/// to the simulator. The clock comes in as an argument.
struct World: Sendable {
  let configuration: WhatsAppSimulator.Configuration
  /// Tells this run from others, so that a page notices a restart.
  let run: String
  private(set) var people: [WhatsAppSimulator.Person] = []
  private var peopleByAddress: [String: WhatsAppSimulator.Person] = [:]
  var identifiers: Identifiers
  var dice: Dice
  /// Changed by `set`, since the postbox must know too.
  var trouble = WhatsAppSimulator.Trouble.none
  var log = EventLog()
  var postbox: Postbox
  var rates: RateLimits
  var chats: [ChatKey: Chat] = [:]
  /// Which chat each page shows.
  var viewers: [String: Viewer] = [:]
  var looks = 0
  var messages: Shelf<Message>
  var arrivals: Arrivals
  var counters = WhatsAppSimulator.Counters()
  /// Statuses that are still to come.
  var ticksToCome = 0
  var uploads = Shelf<Upload>(countMax: 100)
  var templates = TemplateBook()
  var faults = Queue<Fault>()
  private var timers: [Effect] = []

  init(configuration: WhatsAppSimulator.Configuration, seed: UInt64) {
    self.configuration = configuration
    run = String(seed, radix: 16)
    identifiers = Identifiers(seed: seed)
    // Lots of their own, so that trouble changes no id.
    dice = Dice(seed: ~seed)
    postbox = Postbox(configuration: configuration, seed: seed &* 31)
    messages = Shelf(countMax: configuration.messagesMax)
    arrivals = Arrivals(countMax: configuration.messagesMax)
    rates = RateLimits(configuration.rates)
    for person in configuration.people { add(person) }
    for template in configuration.templates {
      templates.enter(template, id: identifiers.objectNumber())
    }
  }

  /// What the simulator has to do for the world.
  enum Effect: Sendable {
    case post(WebhookPost)
    case wait(Duration, Happening)
  }

  /// What time brings.
  enum Happening: Sendable {
    case status(Message.State, of: String, failure: GraphError?)
    /// The person looked at the chat.
    case seen(ChatKey)
    /// A page stopped showing a chat, unless it looked again since.
    case closed(viewer: String, look: Int)
    case due(Postbox.Due)
    case moderated(template: Int64)
  }

  mutating func after(_ delay: Duration, _ happening: Happening) {
    if case .status = happening { ticksToCome += 1 }
    timers.append(.wait(delay, happening))
  }

  mutating func takeEffects() -> [Effect] {
    var effects = timers
    timers = []
    while let post = postbox.next() { effects.append(.post(post)) }
    effects += postbox.takeWaits().map { .wait($0.delay, .due($0.due)) }
    return effects
  }
}

/// A page in a browser that shows a chat; each of its questions is a new look.
struct Viewer: Sendable {
  var chat: ChatKey
  var look: Int
}

/// What is remembered of a chat besides its bubbles.
struct Chat: Sendable {
  /// Opens the window of 24 hours in which the shop may write freely.
  var lastFromPerson: Date?
  /// Delivered messages of the shop that the person has not seen, and the other way round.
  var unreadByPerson: [String] = []
  var unreadByShop: [String] = []
  /// Messages of ours with buttons or lists, the newest last.
  var offers: [String] = []

  /// More than this is forgotten, the oldest first.
  static let listMax = 1_000

  mutating func forget(_ id: String) {
    unreadByPerson.removeAll { $0 == id }
    unreadByShop.removeAll { $0 == id }
    offers.removeAll { $0 == id }
  }

  static func append(_ id: String, to list: inout [String]) {
    list.append(id)
    if list.count > listMax { list.removeFirst(list.count - listMax) }
  }
}

extension World {
  /// What is forgotten for it leaves its chat's lists as well, so that nothing grows without end.
  mutating func remember(_ message: Message) {
    for old in messages.put(message, as: message.id) { chats[old.chat]?.forget(old.id) }
  }
}

// MARK: People and numbers

extension World {
  /// A new face, or an old one with changes.
  mutating func add(_ person: WhatsAppSimulator.Person) {
    if peopleByAddress[person.id] != nil { people.removeAll { $0.id == person.id } }
    people.append(person)
    for address in [person.phone, person.userID].compactMap({ $0 }) { peopleByAddress[address] = person }
    log.append(.person, in: nil, person.event)
  }

  /// By phone or user id.
  func person(_ address: String) -> WhatsAppSimulator.Person? {
    peopleByAddress[address]
  }

  func number(_ phoneNumberID: String) -> WhatsAppSimulator.Number? {
    configuration.numbers.first { $0.phoneNumberID == phoneNumberID }
  }
}
