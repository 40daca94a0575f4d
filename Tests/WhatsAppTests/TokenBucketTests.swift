import Testing

@testable import WhatsApp

@Suite struct TokenBucketTests {
  private let start = ContinuousClock.now

  @Test func `a burst passes, then one every six seconds`() {
    var bucket = TokenBucket(capacity: 45, tokensPerSecond: 1 / 6, at: start)
    for _ in 1...45 { #expect(bucket.take(at: start) == nil) }
    #expect(bucket.take(at: start).map { $0 / .seconds(1) }.map { abs($0 - 6) < 1e-6 } == true)
    #expect(bucket.take(at: start + .seconds(5.9)) != nil)
    #expect(bucket.take(at: start + .seconds(6.1)) == nil)
    #expect(bucket.take(at: start + .seconds(6.2)) != nil)
  }

  @Test func `a bucket never holds more than its brim`() {
    var bucket = TokenBucket(capacity: 2, tokensPerSecond: 100, at: start)
    let later = start + .seconds(1000)
    #expect(bucket.isFull(at: later))
    #expect([bucket.take(at: later), bucket.take(at: later)] == [nil, nil])
    #expect(bucket.take(at: later) != nil)
    #expect(!bucket.isFull(at: later))
  }

  @Test func `a clock that goes back gives nothing and takes nothing`() {
    var bucket = TokenBucket(capacity: 1, tokensPerSecond: 1, at: start)
    #expect(bucket.take(at: start) == nil)
    #expect(bucket.take(at: start - .seconds(100)) != nil)
    #expect(bucket.take(at: start + .seconds(1.1)) == nil)
  }

  @Test(arguments: 1...20)
  func `in no stretch of time pass more than the brim and what dripped in`(seed: UInt64) {
    var numbers = SplitMix(state: seed)
    let capacity = Double(Int.random(in: 1...50, using: &numbers))
    let rate = Double.random(in: 0.1...100, using: &numbers)
    var bucket = TokenBucket(capacity: capacity, tokensPerSecond: rate, at: start)
    var now = 0.0
    var passed: [Double] = []
    for _ in 1...500 {
      now += Double.random(in: 0...3 / rate, using: &numbers)
      if bucket.take(at: start + .seconds(now)) == nil { passed.append(now) }
    }
    for (first, begin) in passed.enumerated() {
      for (last, end) in passed.enumerated().dropFirst(first) {
        #expect(Double(last - first + 1) <= capacity + (end - begin) * rate + 1e-6)
      }
    }
  }

  @Test(arguments: 1...20)
  func `who waits as long as was said gets a token`(seed: UInt64) {
    var numbers = SplitMix(state: seed)
    let rate = Double.random(in: 0.1...100, using: &numbers)
    var bucket = TokenBucket(capacity: 3, tokensPerSecond: rate, at: start)
    var now = start
    for _ in 1...200 {
      now += .seconds(Double.random(in: 0...0.5 / rate, using: &numbers))
      guard let wait = bucket.take(at: now) else { continue }
      now += wait + .nanoseconds(10)
      #expect(bucket.take(at: now) == nil)
    }
  }
}

/// The same sequence for the same seed (splitmix64).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
