/// How much is said, and how much is broken meanwhile.
struct Plan: Sendable {
  /// The build whose server is tried.
  var build: String
  var talk: Talk
  var waits: Waits
  /// Nothing is killed any more when all is handled, or after so long.
  var havocSecondsMax: Double
  /// Between two kills; the servers take turns.
  var killMilliseconds: ClosedRange<Int>
  var databaseKills: Int
  /// For how long a worker is frozen: until others have taken its lanes, and once until they have also sent what it
  /// was about to send.
  var freezeSeconds: [Double]

  static let full = Plan(
    build: "release", talk: Talk(conversations: 200, messages: 50, pauseMilliseconds: 0...3_000),
    waits: Waits(lease: 3, sending: 3, resend: 30), havocSecondsMax: 300, killMilliseconds: 300...700,
    databaseKills: 2, freezeSeconds: [4.5, 4.5, 40, 4.5, 4.5])

  static let short = Plan(
    build: "debug", talk: Talk(conversations: 20, messages: 10, pauseMilliseconds: 0...900),
    waits: Waits(lease: 1, sending: 1.5, resend: 2.5), havocSecondsMax: 12, killMilliseconds: 350...750,
    databaseKills: 2, freezeSeconds: [2.5])
}

/// Who writes how much.
struct Talk: Sendable {
  var conversations: Int
  /// In each of them.
  var messages: Int
  /// Between two messages of one person.
  var pauseMilliseconds: ClosedRange<Int>
  /// One more person writes so many.
  var messagesOfTheEager = 0

  var messagesInAll: Int { conversations * messages + messagesOfTheEager }

  /// So many replies may be seen twice: fewer than one in a thousand. In a small trial, where nobody waits long for a
  /// status, a few.
  var repeatsMax: Int { max(4, (messagesInAll - 1) / 1_000) }
}

/// For how many seconds the servers wait before they do what a crash makes necessary.
struct Waits: Sendable {
  /// Until others take what a dead worker was working on.
  var lease: Double
  /// Until a send without an answer is of unknown fate.
  var sending: Double
  /// Until what stayed unknown is sent again.
  var resend: Double

  var environment: [String: String] {
    [
      "RETAILMIND_LEASE_SECONDS": "\(lease)", "RETAILMIND_SENDING_SECONDS": "\(sending)",
      "RETAILMIND_RESEND_SECONDS": "\(resend)",
    ]
  }
}
