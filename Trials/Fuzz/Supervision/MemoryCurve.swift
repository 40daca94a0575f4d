/// The memory of a process over a run: what it holds once it is warm, and what it holds at the end.
struct MemoryCurve {
  private var warm = 0
  private var last = 0
  private var current = 0
  private var samplesAtEnd = 0

  /// The first third fills the caches, of the product and of the allocator.
  private static let warmAt = 0.33
  private static let endAt = 0.85
  private static let samplesMin = 10
  /// What an allocator gives and takes by itself.
  private static let slackBytes = 12 << 20
  private static let slackShare = 0.1

  mutating func note(_ bytes: Int, done: Int, of count: Int) {
    guard bytes > 0, count > 0 else { return }
    current = bytes
    let share = Double(done) / Double(count)
    if share < Self.warmAt { warm = max(warm, bytes) }
    if share > Self.endAt {
      last = samplesAtEnd == 0 ? bytes : min(last, bytes)
      samplesAtEnd += 1
    }
  }

  /// Said only of a run that was long enough to tell.
  var grew: Bool {
    samplesAtEnd >= Self.samplesMin && Double(last) > Double(warm) * (1 + Self.slackShare) + Double(Self.slackBytes)
  }

  var now: String { "\(current >> 20) MB" }

  var words: String { samplesAtEnd > 0 ? "\(warm >> 20) MB warm, \(last >> 20) MB at the end" : now }
}
