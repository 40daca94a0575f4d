internal import Database
internal import HTTP
internal import Messages

/// A row of the outbox that was claimed: it is ours to send, for a minute.
struct Parcel: Sendable {
  let id: Int64
  let claim: Int
  /// Earlier sends that were refused for a time.
  let attempts: Int
  let channel: String
  let address: String
  /// Nil when this program cannot read the row; it is refused then, so that it does not come back for ever.
  let content: (message: OutboundMessage, recipient: Recipient)?
}

/// What the functions of the outbox do, in Swift's words.
struct Outbox: Sendable {
  enum Ending: String {
    case retry, later, failed, dead
  }

  let database: Postgres

  func claim(by worker: String, max: Int) async throws -> [Parcel] {
    try await database.query(
      "select id, claim, attempts, channel, recipient, address, message from claim_outbox(\(worker), \(Int32(max)))"
    ).map { row in
      let (id, claim, attempts, channel, kind, address, text) = try row.decode(
        Int64.self, Int.self, Int.self, String.self, String.self, String.self, String.self)
      return Parcel(
        id: id, claim: claim, attempts: attempts, channel: channel, address: address,
        content: content(kind: kind, address: address, text: text))
    }
  }

  private func content(kind: String, address: String, text: String) -> (OutboundMessage, Recipient)? {
    guard let recipient = Recipient(kind: kind, address: address) else { return nil }
    do { return (try StoredMessage.message(text), recipient) } catch { return nil }
  }

  func accept(_ parcel: Parcel, as messageID: String) async throws {
    try await database.execute(
      "select settle_outbox(\(parcel.id), \(Int32(parcel.claim)), 'accepted', \(messageID), null, null)")
  }

  func lose(_ parcel: Parcel) async throws {
    try await database.execute(
      "select settle_outbox(\(parcel.id), \(Int32(parcel.claim)), 'unknown', null, null, null)")
  }

  /// With a stop, both hold together: the row must not be claimed again before its number is stopped.
  func end(
    _ parcel: Parcel, as ending: Ending, _ failure: ChannelFailure?, afterSeconds: Double = 0, stopping: Stop? = nil
  ) async throws {
    let settling: SQL =
      """
      select settle_outbox(
        \(parcel.id), \(Int32(parcel.claim)), \(ending.rawValue), null, \(failure?.json.sqlText), \(afterSeconds))
      """
    guard let stopping else {
      try await database.execute(settling)
      return
    }
    let stop: SQL = "select stop_channel(\(stopping.channel), \(stopping.seconds), \(failure?.json.sqlText))"
    _ = try await database.transaction { try await $0.pipeline([stop, settling]) }
  }

  /// A number that is not to send, for so many seconds or until somebody resumes it.
  struct Stop: Sendable {
    static let allChannels = "*"

    let channel: String
    let seconds: Double?
  }

  func resendUnknown() async throws -> Int {
    try await database.query("select resend_unknown()").only().decode(Int.self)
  }
}
