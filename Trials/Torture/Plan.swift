/// How much is said, and how much is broken meanwhile.
struct Plan: Sendable {
  /// The build whose server is tried.
  var build: String
  var conversations: Int
  /// In each of them.
  var messages: Int
  /// Between two messages of one person.
  var pauseMilliseconds: ClosedRange<Int>
  /// Nothing is killed any more when all is handled, or after so long.
  var havocSecondsMax: Double
  /// Between two kills; the servers take turns.
  var killMilliseconds: ClosedRange<Int>
  var databaseKills: Int
  /// How often a worker is frozen until others have taken its lanes.
  var freezes: Int
  var leaseSeconds: Double
  /// A send without an answer for so long is of unknown fate.
  var sendingSeconds: Double
  /// What stayed unknown for so long is sent once more.
  var resendSeconds: Double

  /// So many replies may be seen twice: fewer than one in a thousand. In a small trial, where nobody waits long for a
  /// status, a few.
  var repeatsMax: Int { max(4, (messagesInAll - 1) / 1_000) }

  var messagesInAll: Int { conversations * messages }

  /// Beyond the lease, and short of the time after which somebody else sends what the frozen one was sending.
  var freezeSeconds: Double { min(leaseSeconds + 1.5, sendingSeconds + resendSeconds - 0.5) }

  static let full = Plan(
    build: "release", conversations: 200, messages: 50, pauseMilliseconds: 0...3_000, havocSecondsMax: 300,
    killMilliseconds: 300...700,
    databaseKills: 2, freezes: 6, leaseSeconds: 3, sendingSeconds: 3, resendSeconds: 30)

  static let short = Plan(
    build: "debug", conversations: 20, messages: 10, pauseMilliseconds: 0...900, havocSecondsMax: 12,
    killMilliseconds: 350...750,
    databaseKills: 2, freezes: 1, leaseSeconds: 1, sendingSeconds: 1.5, resendSeconds: 2.5)
}
