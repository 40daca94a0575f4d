internal import Crypto

/// Meta's side of delivery: in order for each person while all goes well, people side by side, refused posts again later
/// and out of order. In trouble it repeats, holds back, delays and heaps up. Only decides; the simulator posts and waits.
struct Postbox: Sendable {
  private let businessAccountID: String
  private let timing: WhatsAppSimulator.Timing
  private let key: HMACKey
  private var dice: Dice
  private var lanes: [String: Queue<WebhookUpdate>] = [:]
  /// People with something to post and nothing under way. Who has neither has no lane.
  private var ready = Queue<String>()
  private var again = Queue<WebhookPost>()
  private var heldBack = HeldBack()
  private var burst = Burst.none
  private var waits: [(delay: Duration, due: Due)] = []
  private var postsSoFar = 0
  private var inFlight = 0
  /// Posts of which it is not known yet whether they will be taken.
  private var open = 0
  /// Updates not yet posted for the first time.
  private(set) var waiting = 0
  private(set) var heldBackSoFar = 0

  /// What goes wrong; posts that were held back go on their way when it changes.
  var trouble = WhatsAppSimulator.Trouble.none {
    didSet { for post in heldBack.letAllGo() { again.append(post) } }
  }

  /// Beyond this the simulated people are asked to stop writing.
  static let waitingMax = 100_000

  enum Verdict { case taken, again(after: Duration), dropped }

  /// What the postbox waits for.
  enum Due: Sendable {
    /// The lane's delay is over.
    case lane(String)
    /// The post has been held back long enough.
    case heldBack(number: Int)
    /// The burst goes as it is.
    case burst
    /// A refused post or a copy.
    case post(WebhookPost)
  }

  private enum Burst { case none, gathering, due }

  init(configuration: WhatsAppSimulator.Configuration, seed: UInt64 = 1) {
    businessAccountID = configuration.businessAccountID
    timing = configuration.timing
    key = HMACKey(Array(configuration.appSecret.utf8))
    dice = Dice(seed: seed)
  }

  /// Whether every update has been taken or given up.
  var isEmpty: Bool { waiting == 0 && open == 0 }

  mutating func put(_ update: WebhookUpdate) {
    let lane = update.lane
    waiting += 1
    guard lanes[lane] == nil else {
      lanes[lane]?.append(update)
      return
    }
    lanes[lane] = Queue()
    lanes[lane]?.append(update)
    makeReady(lane)
  }

  /// What may go now, as long as not too much is under way.
  mutating func next() -> WebhookPost? {
    guard inFlight < timing.inFlightMax else { return nil }
    while true {
      guard let post = again.popFirst() ?? fresh() else { return nil }
      if post.attempt == 1, post.isAwaited, holdsBack(post) { continue }
      inFlight += 1
      return post
    }
  }

  /// What the simulator must wait for, and hand to `happen` then.
  mutating func takeWaits() -> [(delay: Duration, due: Due)] {
    defer { waits = [] }
    return waits
  }

  mutating func happen(_ due: Due) {
    switch due {
    case .lane(let lane): ready.append(lane)
    case .heldBack(let number): if let post = heldBack.letGo(number) { again.append(post) }
    case .burst: burst = .due
    case .post(let post): again.append(post)
    }
  }

  /// What becomes of a post that our server answered with `status`; 0 stands for no answer. Only 200 counts.
  mutating func finish(_ post: WebhookPost, status: Int) -> Verdict {
    inFlight -= 1
    // Later attempts are out of the lane already: others must not wait for them.
    if post.isAwaited { release(post.lanes) }
    for overtaken in heldBack.letGo(overtakenBy: post) { again.append(overtaken) }
    if status != 200, post.attempt <= timing.redelivery.count {
      var next = post
      next.attempt += 1
      next.isAwaited = false
      let delay = timing.redelivery[post.attempt - 1]
      waits.append((delay, .post(next)))
      return .again(after: delay)
    }
    open -= 1
    return status == 200 ? .taken : .dropped
  }
}

// MARK: Lanes

extension Postbox {
  private mutating func makeReady(_ lane: String) {
    if let delay = trouble.delay {
      waits.append((dice.duration(in: delay), .lane(lane)))
    } else {
      ready.append(lane)
    }
  }

  private mutating func release(_ people: [String]) {
    for person in people {
      if lanes[person]?.isEmpty == false { makeReady(person) } else { lanes[person] = nil }
    }
  }

  /// The next post that nobody has seen yet; its twin, if it has one, comes at once or a little later.
  private mutating func fresh() -> WebhookPost? {
    guard let post = trouble.burst == 0 ? letter() : heap() else { return nil }
    open += 1
    guard dice.happens(trouble.duplicates) else { return post }
    open += 1
    var copy = post
    copy.isCopy = true
    copy.isAwaited = false
    if Bool.random(using: &dice) {
      again.append(copy)
    } else {
      waits.append((dice.duration(in: .zero...timing.echo), .post(copy)))
    }
    return post
  }

  /// What waits for one person.
  private mutating func letter() -> WebhookPost? {
    collect(lanesMax: 1, updatesMax: timing.updatesPerPostMax)
  }

  /// What waits for everybody, once it is much or has waited.
  private mutating func heap() -> WebhookPost? {
    guard !ready.isEmpty else { return nil }
    guard waiting >= trouble.burst || burst == .due else {
      if burst == .none { waits.append((timing.burst, .burst)) }
      burst = .gathering
      return nil
    }
    if burst == .due { burst = .none }
    return collect(lanesMax: .max, updatesMax: trouble.burst)
  }

  private mutating func collect(lanesMax: Int, updatesMax: Int) -> WebhookPost? {
    var envelope = Envelope(businessAccountID: businessAccountID)
    var people: [String] = []
    while people.count < lanesMax, envelope.updates.count < updatesMax, let person = ready.first {
      guard move(from: person, to: &envelope, updatesMax: updatesMax) else { break }
      _ = ready.popFirst()
      people.append(person)
    }
    guard !people.isEmpty else { return nil }
    waiting -= envelope.updates.count
    postsSoFar += 1
    let body = envelope.body
    return WebhookPost(
      number: postsSoFar, body: body, signature: "sha256=" + Hex.encode(key.code(for: body)),
      updates: envelope.updates, lanes: people)
  }

  /// False when nothing more fits.
  private mutating func move(from person: String, to envelope: inout Envelope, updatesMax: Int) -> Bool {
    let before = envelope.updates.count
    while envelope.updates.count < updatesMax, let update = lanes[person]?.first, envelope.add(update) {
      _ = lanes[person]?.popFirst()
    }
    return envelope.updates.count > before
  }

  /// At most one post of a person is held back, so that there is one that overtakes it.
  private mutating func holdsBack(_ post: WebhookPost) -> Bool {
    guard dice.happens(trouble.reorder), heldBack.keep(post) else { return false }
    heldBackSoFar += 1
    release(post.lanes)
    waits.append((timing.heldBack, .heldBack(number: post.number)))
    return true
  }
}
