package import Database
package import Foundation
package import Telemetry

/// The right to work on a lane, for a while. `token` proves it inside the transaction of the effects.
package struct Lease: Hashable, Sendable {
  package let lane: Int64
  package let token: Int64
  /// A lease of this lane ran out before: its first message runs alone, and this attempt is counted already.
  package let isCareful: Bool
}

/// A message that was leased to be handled now.
package struct QueuedMessage: LaneEntry {
  package let id: Int64
  package let lease: Lease
  /// Attempts so far; in careful mode with the one that begins now.
  package let attempts: Int
  package let channel: String
  /// The channel's own id of it: personal data, not for logs.
  package let messageID: String
  package let person: Int64
  /// Nil for a stranger.
  package private(set) var shop: ShopID?
  package private(set) var member: Int64?
  package let body: [UInt8]
  package let receivedAt: Date
  /// So many of its sender are handled in a minute; 0 sets no limit.
  let senderPerMinute: Double

  /// The same message of somebody who stands elsewhere than when it was taken in: in a shop opened or entered meanwhile.
  package func standing(in shop: ShopID?, as member: Int64?) -> QueuedMessage {
    var moved = self
    (moved.shop, moved.member) = (shop, member)
    return moved
  }

  package var logFields: KeyValuePairs<String, Log.Value> {
    ["inbox": .integer(id), "conversation": .integer(lease.lane), "shop": .integer(shop?.rawValue ?? 0)]
  }

  init(_ row: Row, senderPerMinute: Double) throws {
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
    self.senderPerMinute = senderPerMinute
  }
}

/// The last message of somebody whose messages wait for a while, because they are too many.
package struct DelayedSender: Sendable {
  package let channel: String
  package let person: Int64
  /// Nil for a stranger.
  package let shop: ShopID?
  package let body: [UInt8]
}

extension Transaction {
  /// Those who are to be told; each is handed out once, if this transaction commits.
  package func delayedSenders(max: Int) async throws -> [DelayedSender] {
    try await query("select channel, person_id, shop_id, body from claim_delay_notices(\(max))").map { row in
      let (channel, person, shop, body) = try row.decode(String.self, Int64.self, ShopID?.self, [UInt8].self)
      return DelayedSender(channel: channel, person: person, shop: shop, body: body)
    }
  }

  /// Ends a message in the transaction of its effects. It goes along with the commit, which fails with SQLSTATE RM001
  /// when the lease was lost meanwhile, so that nothing of a slow worker is written.
  package func finish(_ message: QueuedMessage, isLast: Bool) throws {
    try later(
      """
      select finish_message(
        \(message.lease.lane), \(message.lease.token), \(message.id), \(isLast), \(message.senderPerMinute))
      """)
  }

  /// Gives up on a message, in the transaction of the line that tells its sender so.
  package func bury(_ message: QueuedMessage, reason: String?) throws {
    try later("select bury_message(\(message.lease.lane), \(message.lease.token), \(message.id), \(reason))")
  }
}
