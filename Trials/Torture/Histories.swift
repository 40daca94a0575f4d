import Database
import Foundation

/// What happened to the replies that broke a promise, one moment a line: for whoever looks for the reason.
struct Histories {
  private struct Moment {
    let reply: Int64
    let at: Date
    let what: String
  }

  static func write(_ evidence: Evidence, from stage: Stage, to file: URL) async throws {
    let suspects = evidence.suspects
    guard !suspects.isEmpty else { return }
    var moments = evidence.arrivals.compactMap { arrival in
      arrival.reply.map { Moment(reply: $0, at: arrival.at, what: "seen by \(arrival.phone): \(arrival.words)") }
    }
    for row in try await stage.database.query(Self.happened(to: suspects)) {
      let (reply, at, what) = try row.decode(Int64.self, Date.self, String.self)
      moments.append(Moment(reply: reply, at: at, what: what))
    }
    let known = Set(suspects)
    let lines = moments.filter { known.contains($0.reply) }.sorted { ($0.reply, $0.at) < ($1.reply, $1.at) }.map {
      "\($0.reply) \($0.at.formatted(.iso8601.time(includingFractionalSeconds: true))) \($0.what)"
    }
    try lines.joined(separator: "\n").write(to: file, atomically: false, encoding: .utf8)
  }

  private static func happened(to replies: [Int64]) -> SQL {
    """
    select id, created_at, 'written' from outbox where id = any (\(replies))
    union all
    select id, coalesce(settled_at, created_at), 'ended as ' || state || ', resent ' || resends || ', claimed ' || claims
    from outbox where id = any (\(replies))
    union all
    select id, at, 'unknown' from once_unknown where id = any (\(replies))
    union all
    select s.outbox_id, s.received_at, 'status ' || s.state || ', said at ' || s.said_at from statuses s
    where s.outbox_id = any (\(replies))
    union all
    select o.id, a.at, 'attempts at its message: ' || a.attempts || coalesce(', ' || a.failure, '')
    from outbox o join attempts a on a.inbox_id = o.in_reply_to where o.id = any (\(replies))
    """
  }
}
