import Database
import Foundation

/// All that is known when all is quiet: what was said and seen outside, and what the database holds.
struct Evidence: Sendable {
  /// A message in the inbox, with what it caused.
  struct Kept: Sendable {
    let messageID: String
    let lane: Int64
    let sequence: Int64
    var groups = 1
    /// Of its only entry.
    var quantity: Int?
    var entry: Int64?
    var replies = 1
    var reply: Int64?
  }

  /// A reply in the outbox.
  struct Reply: Sendable {
    let id: Int64
    let state: String
    let resends: Int
    /// Whether nobody knew for a time if it was sent.
    let wasUnknown: Bool
  }

  var said: [String: Line] = [:]
  var acknowledged: Set<String> = []
  /// Of each phone in the order in which it saw them.
  var arrivals: [Arrival] = []
  /// By WhatsApp's id.
  var kept: [String: Kept] = [:]
  var replies: [Int64: Reply] = [:]
  var dead = 0
  /// Items whose stock is not the sum of their entries, or whose entries do not follow one from the other.
  var wrongItems = 0
  /// Attempts of the frozen worker to finish what others had taken.
  var lateCompletions = 0
}

extension Stage {
  /// When all is quiet: stops the servers and looks. Where a reply broke a promise, its history is written beside the
  /// servers' logs.
  func evidence() async throws -> Evidence {
    for server in servers + [worker] { await server.stop() }
    let evidence = try await Evidence(from: self)
    try await Histories.write(evidence, from: self, to: logs.appending(path: "histories.txt"))
    return evidence
  }
}

extension Evidence {
  fileprivate init(from stage: Stage) async throws {
    said = await stage.witness.said
    acknowledged = await stage.witness.acknowledged
    arrivals = await stage.phones.arrivals()
    for row in try await stage.database.query(Self.messages) {
      let (id, lane, sequence, groups, entries, quantity, entry, replies, reply) = try row.decode(
        String.self, Int64.self, Int64.self, Int.self, Int.self, Int?.self, Int64?.self, Int.self, Int64?.self)
      kept[id] = Kept(
        messageID: id, lane: lane, sequence: sequence, groups: groups, quantity: entries == 1 ? quantity : nil,
        entry: entry, replies: replies, reply: reply)
    }
    for row in try await stage.database.query(Self.outbox(but: stage.script.bystander.phone)) {
      let (id, state, resends, wasUnknown) = try row.decode(Int64.self, String.self, Int.self, Bool.self)
      replies[id] = Reply(id: id, state: state, resends: resends, wasUnknown: wasUnknown)
    }
    dead = try await stage.database.query("select count(*) from inbox where state = 'dead'").only().decode(Int.self)
    wrongItems = try await stage.database.query(Self.wrongStock).only().decode(Int.self)
    lateCompletions = try Self.lateCompletions(in: stage.logs.appending(path: stage.worker.name + ".log"))
  }

  private static func lateCompletions(in log: URL) throws -> Int {
    guard FileManager.default.fileExists(atPath: log.path) else { return 0 }
    let lines = try String(contentsOf: log, encoding: .utf8).split(separator: "\n")
    return lines.count { $0.contains("the lane was lost to another worker") }
  }

  private static let messages: SQL =
    """
    select i.message_id, i.lane_id, i.seq, coalesce(g.groups, 0), coalesce(g.entries, 0), g.quantity, g.entry,
      coalesce(o.replies, 0), o.reply
    from inbox i
    left join (
      select g.inbox_id, count(distinct g.group_id) as groups, count(e.entry_id) as entries,
        sum(e.quantity)::bigint as quantity, min(e.entry_id) as entry
      from entry_groups g left join stock_entries e using (shop_id, group_id)
      where g.inbox_id is not null group by g.inbox_id
    ) g using (inbox_id)
    left join (
      select in_reply_to, count(*) as replies, min(id) as reply from outbox group by in_reply_to
    ) o on o.in_reply_to = i.inbox_id
    """

  /// Whoever only keeps WhatsApp's clock going still talks when all others are done.
  private static func outbox(but phone: String) -> SQL {
    """
    select id, state, resends, exists (select from once_unknown u where u.id = o.id) from outbox o
    where address <> \(phone)
    """
  }

  private static let wrongStock: SQL =
    """
    with chain as (
      select shop_id, item_id, quantity, on_hand_after,
        coalesce(lag(on_hand_after) over (partition by shop_id, item_id order by entry_id), 0) as on_hand_before
      from stock_entries
    )
    select count(*) from stock s
    where s.on_hand <> (select sum(e.quantity) from stock_entries e where (e.shop_id, e.item_id) = (s.shop_id, s.item_id))
      or exists (
        select from chain c
        where (c.shop_id, c.item_id) = (s.shop_id, s.item_id) and c.on_hand_before + c.quantity <> c.on_hand_after)
    """
}
