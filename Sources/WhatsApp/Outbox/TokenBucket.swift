/// A limit that allows bursts: tokens drip in at a steady rate up to a brim, each message takes one.
package struct TokenBucket: Hashable, Sendable {
  package let capacity: Double
  package let tokensPerSecond: Double
  private var tokens: Double
  private var countedAt: ContinuousClock.Instant

  /// Full at first.
  package init(capacity: Double, tokensPerSecond: Double, at now: ContinuousClock.Instant) {
    precondition(capacity >= 1 && tokensPerSecond > 0, "a bucket that never has a token")
    self.capacity = capacity
    self.tokensPerSecond = tokensPerSecond
    tokens = capacity
    countedAt = now
  }

  /// Takes a token and returns nil, or takes nothing and returns how long it will be until there is one.
  package mutating func take(at now: ContinuousClock.Instant) -> Duration? {
    drip(until: now)
    guard tokens < 1 else {
      tokens -= 1
      return nil
    }
    return .seconds((1 - tokens) / tokensPerSecond)
  }

  /// Full again: as good as a new one.
  package func isFull(at now: ContinuousClock.Instant) -> Bool {
    var bucket = self
    bucket.drip(until: now)
    return bucket.tokens >= capacity
  }

  private mutating func drip(until now: ContinuousClock.Instant) {
    guard now > countedAt else { return }
    tokens = min(tokens + (now - countedAt) / .seconds(1) * tokensPerSecond, capacity)
    countedAt = now
  }
}
