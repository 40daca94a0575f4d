internal import Foundation

/// Counts what was sent against Meta's limits: 80 a second from a number, and to one person one in six seconds with 45
/// on credit.
struct RateLimits: Sendable {
  private let rates: WhatsAppSimulator.Rates
  private var numbers: [String: Bucket] = [:]
  private var pairs: [ChatKey: Bucket] = [:]

  /// A message costs one token; tokens come back with time.
  private struct Bucket {
    var tokens: Double
    var at: Date

    mutating func take(of capacity: Double, perSecond: Double, at now: Date) -> Bool {
      tokens = min(capacity, tokens + max(0, now.timeIntervalSince(at)) * perSecond)
      at = now
      guard tokens >= 1 else { return false }
      tokens -= 1
      return true
    }
  }

  init(_ rates: WhatsAppSimulator.Rates) {
    self.rates = rates
  }

  mutating func check(_ number: String, at now: Date) throws(GraphError) {
    guard let perNumber = rates.perNumber else { return }
    let rate = Double(perNumber)
    guard numbers[number, default: Bucket(tokens: rate, at: now)].take(of: rate, perSecond: rate, at: now) else {
      throw .throughput
    }
  }

  mutating func check(_ chat: ChatKey, at now: Date) throws(GraphError) {
    guard let burst = rates.pairBurst.map(Double.init) else { return }
    let perSecond = 1 / (rates.pairInterval / .seconds(1))
    guard pairs[chat, default: Bucket(tokens: burst, at: now)].take(of: burst, perSecond: perSecond, at: now) else {
      throw .pairRate
    }
  }
}
