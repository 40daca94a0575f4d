package import Database
package import Foundation

/// The right to work on a lane, for a while. `token` proves it inside the transaction of the effects.
package struct Lease: Hashable, Sendable {
  package let lane: Int64
  package let token: Int64
  /// A lease of this lane ran out before: its first message runs alone, and this attempt is counted already.
  package let isCareful: Bool
}

/// A message that was leased to be handled now.
package struct QueuedMessage: Sendable {
  package let id: Int64
  package let lease: Lease
  /// Attempts so far; in careful mode with the one that begins now.
  package let attempts: Int
  package let channel: String
  /// The channel's own id of it: personal data, not for logs.
  package let messageID: String
  package let person: Int64
  /// Nil for a stranger.
  package let shop: ShopID?
  package let member: Int64?
  package let body: [UInt8]
  package let receivedAt: Date

  /// Attempts that did not succeed.
  var failedAttempts: Int { attempts - (lease.isCareful ? 1 : 0) }

  init(_ row: Row) throws {
    let (lane, token, careful, id, attempts, channel, messageID, person, shop, member, body, receivedAt) =
      try row.decode(
        Int64.self, Int64.self, Bool.self, Int64.self, Int.self, String.self, String.self, Int64.self, ShopID?.self,
        Int64?.self,
        [UInt8].self, Date.self)
    lease = Lease(lane: lane, token: token, isCareful: careful)
    self.id = id
    self.attempts = attempts
    self.channel = channel
    self.messageID = messageID
    self.person = person
    self.shop = shop
    self.member = member
    self.body = body
    self.receivedAt = receivedAt
  }
}

extension Transaction {
  /// Ends a message in the transaction of its effects; throws SQLSTATE RM001 when the lease was lost meanwhile, so
  /// that nothing of a slow worker is committed.
  package func finish(_ message: QueuedMessage, isLast: Bool) async throws {
    _ = try await query(
      "select finish_message(\(message.lease.lane), \(message.lease.token), \(message.id), \(isLast))")
  }

  /// Gives up on a message, in the transaction of the line that tells its sender so.
  package func bury(_ message: QueuedMessage, reason: String?) async throws {
    _ = try await query(
      "select bury_message(\(message.lease.lane), \(message.lease.token), \(message.id), \(reason))")
  }
}
