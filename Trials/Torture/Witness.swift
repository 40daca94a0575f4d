/// What is seen from outside, by people and by WhatsApp; the database is not asked.
actor Witness {
  /// A reply that reached a phone.
  struct Arrival: Sendable {
    let phone: String
    /// The row of the outbox, which goes along with every message.
    let reply: Int64
    /// What the reply says was sold: its first number.
    let quantity: Int?
    /// When the call of our server came: its place among all of them.
    let place: Int
  }

  /// By WhatsApp's id.
  private(set) var said: [String: Line] = [:]
  /// Messages that were answered with 200.
  private(set) var acknowledged: Set<String> = []
  private(set) var arrivals: [Arrival] = []
  private(set) var deliveries = 0
  private(set) var refusals = 0
  private var calls = 0

  func note(said line: Line, as id: String) { said[id] = line }

  func note(acknowledged ids: [String]) {
    deliveries += 1
    acknowledged.formUnion(ids)
  }

  func noteRefusal() { refusals += 1 }

  func note(_ arrival: Arrival) { arrivals.append(arrival) }

  func nextPlace() -> Int {
    calls += 1
    return calls
  }

  /// Of what was said; the bystander does not count.
  var acknowledgedCount: Int { said.keys.count { acknowledged.contains($0) } }
}
