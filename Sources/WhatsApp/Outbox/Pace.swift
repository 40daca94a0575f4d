/// How fast we may talk: so many messages a second from one number, and to one person one every few seconds, with a
/// burst allowed.
///
/// Each process counts for itself, so of several processes each should get its part of the number's limit. What slips
/// through WhatsApp refuses (130429, 131056), and that is waited out.
actor Pace {
  /// Beyond so many people the idle ones are forgotten; theirs are full buckets, so nothing is lost.
  private static let peopleMax = 10_000

  private struct Pair: Hashable {
    let channel: String
    let address: String
  }

  private let limits: OutboxSender.Limits
  private var numbers: [String: TokenBucket] = [:]
  private var pairs: [Pair: TokenBucket] = [:]

  init(_ limits: OutboxSender.Limits) { self.limits = limits }

  /// Nil when a message may go to this person now, else how long they have to wait.
  func takePair(_ channel: String, _ address: String, at now: ContinuousClock.Instant) -> Duration? {
    if pairs.count > Self.peopleMax { pairs = pairs.filter { !$0.value.isFull(at: now) } }
    let fresh = TokenBucket(capacity: limits.pairBurst, tokensPerSecond: 1 / limits.pairSeconds, at: now)
    return pairs[Pair(channel: channel, address: address), default: fresh].take(at: now)
  }

  /// Nil when a message may leave this number now, else how long it has to wait.
  func takeNumber(_ channel: String, at now: ContinuousClock.Instant) -> Duration? {
    let fresh = TokenBucket(
      capacity: max(limits.numberPerSecond, 1), tokensPerSecond: limits.numberPerSecond, at: now)
    return numbers[channel, default: fresh].take(at: now)
  }
}
