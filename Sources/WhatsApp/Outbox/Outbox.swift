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
  /// To be waited before it is sent, so that its number keeps to its limit.
  let waitSeconds: Double
  /// Its file must be uploaded first: it was claimed for that, and is to be claimed again for sending.
  let wantsUpload: Bool
  /// What WhatsApp calls its file.
  let uploadID: String?
  /// Nil when this program cannot read the row; it is refused then, so that it does not come back for ever.
  let content: (message: OutboundMessage, recipient: Recipient)?
}

/// What the functions of the outbox do, in Swift's words.
struct Outbox: Sendable {
  enum Ending: String {
    case retry, later, failed, dead
  }

  let database: Postgres
  let limits: OutboxSender.Limits
  private let accepted: SharedCommit<(parcel: Parcel, messageID: String)>

  init(database: Postgres, limits: OutboxSender.Limits = .init()) {
    self.database = database
    self.limits = limits
    accepted = SharedCommit(weightMax: Self.acceptedMax) { batch in
      try await database.execute(
        """
        select accept_outbox(
          \(batch.map(\.parcel.id)), \(batch.map { Int32($0.parcel.claim) }), \(batch.map(\.messageID)))
        """)
    }
  }

  /// Answers that share a commit.
  private static let acceptedMax = 200

  func claim(by worker: String, max: Int) async throws -> [Parcel] {
    try await database.query(
      """
      select id, claim, attempts, channel, recipient, address, message, wait_seconds, upload_id, wants_upload
      from claim_outbox(
        \(worker), \(max), \(limits.sendingSeconds), \(limits.numberPerSecond), \(limits.pairBurst),
        \(limits.pairSeconds))
      """
    ).map { row in
      let (id, claim, attempts, channel, kind, address, text, wait, uploadID, wantsUpload) = try row.decode(
        Int64.self, Int.self, Int.self, String.self, String.self, String.self, String.self, Double.self, String?.self,
        Bool.self)
      return Parcel(
        id: id, claim: claim, attempts: attempts, channel: channel, address: address, waitSeconds: wait,
        wantsUpload: wantsUpload, uploadID: uploadID, content: content(kind: kind, address: address, text: text))
    }
  }

  private func content(kind: String, address: String, text: String) -> (OutboundMessage, Recipient)? {
    guard let recipient = Recipient(kind: kind, address: address) else { return nil }
    do { return (try StoredMessage.message(text), recipient) } catch { return nil }
  }

  func accept(_ parcel: Parcel, as messageID: String) async throws {
    try await accepted.submit((parcel, messageID))
  }

  /// Nil when the file is gone.
  func file(of parcel: Parcel) async throws -> (type: FileType, bytes: [UInt8])? {
    guard let row = try await database.query("select mime_type, bytes from outbox_file(\(parcel.id))").first else {
      return nil
    }
    let (type, bytes) = try row.decode(String.self, [UInt8].self)
    return FileType(rawValue: type).map { ($0, bytes) }
  }

  /// WhatsApp has the parcel's file: it may be sent.
  func uploaded(_ parcel: Parcel, as uploadID: String) async throws {
    try await database.execute(
      "select settle_upload(\(parcel.id), \(Int32(parcel.claim)), 'uploaded', \(uploadID), null, null)")
  }

  func lose(_ parcel: Parcel) async throws {
    try await database.execute(
      "select settle_outbox(\(parcel.id), \(Int32(parcel.claim)), 'unknown', null, null, null)")
  }

  /// With a stop, both hold together: the row must not be claimed again before its number is stopped.
  func end(
    _ parcel: Parcel, as ending: Ending, _ failure: ChannelFailure?, afterSeconds: Double = 0, stopping: Stop? = nil
  ) async throws {
    let settle: SQL = parcel.wantsUpload ? "settle_upload" : "settle_outbox"
    let settling: SQL =
      """
      select \(settle)(
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
    try await database.query("select resend_unknown(\(limits.resendSeconds))").only().decode(Int.self)
  }
}
