package import Database
package import Foundation
package import Telemetry

/// A job that was leased to be done now.
package struct QueuedJob: LaneEntry {
  package let id: Int64
  package let lease: Lease
  package let kind: String
  /// Nil for what concerns all shops.
  package let shop: ShopID?
  /// The time it was to be at, if it recurs.
  package let slot: Date?
  package let attempts: Int
  /// Business time at its lease.
  package let startedAt: Date
  let isCancelled: Bool
  private let json: String

  package var logFields: KeyValuePairs<String, Log.Value> {
    ["job": .integer(id), "kind": .text(kind), "shop": .integer(shop?.rawValue ?? 0)]
  }

  init(_ row: Row, at now: Date) throws {
    let (lane, token, careful, id, kind, shop, payload, slot, attempts, cancelled) = try row.decode(
      Int64.self, Int64.self, Bool.self, Int64.self, String.self, ShopID?.self, String.self, Date?.self, Int.self,
      Bool.self)
    lease = Lease(lane: lane, token: token, isCareful: careful)
    self.id = id
    self.kind = kind
    self.shop = shop
    self.slot = slot
    self.attempts = attempts
    startedAt = now
    isCancelled = cancelled
    json = payload
  }

  /// Nil when an older or newer release wrote it in another form.
  func payload<Payload: Decodable>() -> Payload? {
    do { return try JSONDecoder().decode(Payload.self, from: Data(json.utf8)) } catch { return nil }
  }
}

/// A job that was given up.
package struct DeadJob: Sendable {
  package let id: Int64
  package let kind: String
  package let slot: Date?
  package let attempts: Int
  package let reason: String
  package let diedAt: Date
}

extension Transaction {
  /// Asks for a job of this transaction's shop, or outside of books of none. It is there if the transaction commits.
  ///
  /// - Parameter key: while one of this kind and shop with the same key is open, another is not made, and this is nil.
  @discardableResult
  package func enqueue<Payload>(
    _ kind: JobKind<Payload>, _ payload: Payload, key: String? = nil, due: Date? = nil, at now: Date
  ) async throws -> Int64? {
    let json = String(decoding: try JSONEncoder().encode(payload), as: UTF8.self)
    return try await query(
      "select enqueue_job(\(kind.name), \(json), \(key), \(kind.abreast), \(due ?? now), \(now))"
    ).only().decode(Int64?.self)
  }

  /// One that runs already has no effect; false when it came to its end before.
  package func cancelJob(_ id: Int64, because reason: String, at now: Date) async throws -> Bool {
    try await query("select cancel_job(\(id), \(reason), \(now))").only().decode(Bool.self)
  }

  /// The last first; of this transaction's shop, or of none.
  package func deadJobs(max: Int) async throws -> [DeadJob] {
    try await query(
      "select job_id, kind, slot, attempts, coalesce(failure, ''), ended_at from dead_jobs(\(max))"
    ).map { row in
      let (id, kind, slot, attempts, reason, diedAt) = try row.decode(
        Int64.self, String.self, Date?.self, Int.self, String.self, Date.self)
      return DeadJob(id: id, kind: kind, slot: slot, attempts: attempts, reason: reason, diedAt: diedAt)
    }
  }
}

extension Books {
  /// See `Transaction.enqueue`.
  @discardableResult
  package func enqueue<Payload>(_ kind: JobKind<Payload>, _ payload: Payload, key: String? = nil, due: Date? = nil)
    async throws -> Int64?
  {
    try await transaction.enqueue(kind, payload, key: key, due: due, at: now)
  }
}
