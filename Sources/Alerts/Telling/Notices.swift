package import Database
import Foundation

/// An owner to whom we can write, with what he wants to hear.
package struct ToldOwner: Sendable {
  package let channel: String
  package let person: Int64
  package let wishes: OwnerWishes
  /// In which they want to be spoken to; nil: as they write.
  package let language: String?
  /// When the day's summary is to come, in minutes after midnight.
  package let summaryMinute: Int
}

/// Whom an alert was told, or why not yet.
extension Books {
  package func ownersToTell() async throws -> [ToldOwner] {
    try await query(
      """
      select o.channel, o.person_id, p.is_muted, p.alerts_off, p.alerts_after, p.night_from, p.night_until, p.language,
        p.summary_at
      from owners_to_tell() o
        left join preferences p on p.shop_id = \(shop) and p.member_id = o.member_id
      """
    ).map { row in
      let (channel, person, isMuted, off, after, from, until, language, summary) = try row.decode(
        String.self, Int64.self, Bool?.self, [String]?.self, Date?.self, Int?.self, Int?.self, String?.self, Int?.self)
      var wishes = OwnerWishes()
      wishes.isMuted = isMuted ?? false
      wishes.off = Set((off ?? []).compactMap(AlertKind.init))
      wishes.after = after
      wishes.night.from = from ?? wishes.night.from
      wishes.night.until = until ?? wishes.night.until
      return ToldOwner(
        channel: channel, person: person, wishes: wishes, language: language, summaryMinute: summary ?? 480)
    }
  }

  /// Of what is open, what was not told in this conversation, the most urgent first.
  package func untoldAlerts(in conversation: Int64) async throws -> [Alert] {
    let told = Set(
      try await query(
        """
        select n.alert_id from alert_notices n
          join alerts a on a.shop_id = n.shop_id and a.alert_id = n.alert_id and a.resolved_at is null
        where n.shop_id = \(shop) and n.conversation_id = \(conversation) and n.sent_at is not null
        """
      ).map { try $0.decode(Int64.self) })
    return try await alerts(.open, max: Self.openMax).filter { !told.contains($0.id) }
      .sorted { $0.isMoreUrgent(than: $1) }
  }

  /// More than so many nobody reads.
  private static var openMax: Int { 500 }

  /// Notes them as told; returns those that nobody else has told there meanwhile, which are the ones to be sent.
  @discardableResult
  package func noteTold(_ alerts: [Int64], in conversation: Int64) async throws -> Set<Int64> {
    Set(
      try await query(
        """
        insert into alert_notices as n (shop_id, alert_id, conversation_id, sent_at, changed_at)
        select \(shop), alert, \(conversation), \(now), \(now) from unnest(\(alerts)) as alert order by alert
        on conflict (shop_id, alert_id, conversation_id) do update
          set sent_at = excluded.sent_at, held = null, changed_at = excluded.changed_at where n.sent_at is null
        returning alert_id
        """
      ).map { try $0.decode(Int64.self) })
  }

  package func noteHeld(_ alerts: [Int64], for reason: HeldReason, in conversation: Int64) async throws {
    guard !alerts.isEmpty else { return }
    try await execute(
      """
      insert into alert_notices as n (shop_id, alert_id, conversation_id, held, changed_at)
      select \(shop), alert, \(conversation), \(reason.rawValue), \(now) from unnest(\(alerts)) as alert order by alert
      on conflict (shop_id, alert_id, conversation_id) do update
        set held = excluded.held, changed_at = excluded.changed_at
        where n.sent_at is null and n.held is distinct from excluded.held
      """)
  }
}

extension Alert {
  /// What is still so first, then the more severe, by kinds.
  package func isMoreUrgent(than other: Alert) -> Bool {
    func rank(_ alert: Alert) -> (Int, Int, Int, Int64) {
      (alert.resolvedAt == nil ? 0 : 1, alert.severity.rank, alert.kind.rank, alert.id)
    }
    return rank(self) < rank(other)
  }
}

extension Severity {
  fileprivate var rank: Int {
    switch self {
    case .critical: 0
    case .warning: 1
    case .info: 2
    }
  }
}

extension AlertKind {
  fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
