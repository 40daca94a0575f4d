internal import Crypto
internal import HTTP

/// One signed POST to our server, kept byte for byte for its next attempt.
struct WebhookPost: Sendable {
  let body: [UInt8]
  let signature: String
  let updates: [WebhookUpdate]
  var attempt = 1

  var person: String { updates[0].chat.person }
}

/// Meta's side of delivery: in order for each person while all goes well, people side by side, refused posts again later
/// and out of order. Only decides; the simulator posts.
struct Postbox: Sendable {
  private let businessAccountID: String
  private let timing: WhatsAppSimulator.Timing
  private let key: HMACKey
  private var lanes: [String: Queue<WebhookUpdate>] = [:]
  /// People with something to post and nothing under way. Who has neither has no lane.
  private var ready = Queue<String>()
  private var again = Queue<WebhookPost>()
  private var inFlight = 0
  /// Updates not yet posted for the first time.
  private(set) var waiting = 0

  /// Beyond this the simulated people are asked to stop writing.
  static let waitingMax = 100_000

  enum Verdict { case taken, again(after: Duration), dropped }

  init(configuration: WhatsAppSimulator.Configuration) {
    businessAccountID = configuration.businessAccountID
    timing = configuration.timing
    key = HMACKey(Array(configuration.appSecret.utf8))
  }

  mutating func put(_ update: WebhookUpdate) {
    let person = update.chat.person
    if lanes[person] == nil { ready.append(person) }
    lanes[person, default: Queue()].append(update)
    waiting += 1
  }

  /// A refused post whose wait is over.
  mutating func putBack(_ post: WebhookPost) {
    again.append(post)
  }

  /// What may go now, as long as not too much is under way.
  mutating func next() -> WebhookPost? {
    guard inFlight < timing.inFlightMax else { return nil }
    if let post = again.popFirst() {
      inFlight += 1
      return post
    }
    guard let person = ready.popFirst(),
      let updates = lanes[person]?.popFirst(atMost: timing.updatesPerPostMax)
    else { return nil }
    waiting -= updates.count
    inFlight += 1
    return sealed(updates)
  }

  /// What becomes of a post that our server answered with `status`; 0 stands for no answer. Only 200 counts.
  mutating func finish(_ post: WebhookPost, status: Int) -> Verdict {
    inFlight -= 1
    // Later attempts are out of the lane already: others must not wait for them.
    if post.attempt == 1 { release(post.person) }
    guard status != 200 else { return .taken }
    guard post.attempt <= timing.redelivery.count else { return .dropped }
    return .again(after: timing.redelivery[post.attempt - 1])
  }

  private mutating func release(_ person: String) {
    guard let updates = lanes[person], !updates.isEmpty else {
      lanes[person] = nil
      return
    }
    ready.append(person)
  }

  private func sealed(_ updates: [WebhookUpdate]) -> WebhookPost {
    let changes = updates.map { update -> JSON in ["field": "messages", "value": update.value] }
    let envelope: JSON = [
      "object": "whatsapp_business_account",
      "entry": [["id": .string(businessAccountID), "changes": .array(changes)]],
    ]
    let body = MetaEscaping.escape(envelope.encoded())
    return WebhookPost(body: body, signature: "sha256=" + Hex.encode(key.code(for: body)), updates: updates)
  }
}
