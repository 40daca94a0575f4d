package import Database
package import Foundation

/// The table of alerts, and its one writer.
extension Books {
  /// Raises what is not raised yet; returns the new ones.
  @discardableResult
  package func raise(_ findings: [Finding]) async throws -> [Int64] {
    var raised: [Int64] = []
    for finding in findings {
      let figures = String(decoding: try JSONEncoder().encode(finding.figures), as: UTF8.self)
      let row = try await query(
        """
        insert into alerts (shop_id, kind, severity, subject, item_id, customer_id, data, raised_at)
        values (\(shop), \(finding.kind.rawValue), \(finding.severity.rawValue), \(finding.subject.key), \(finding.subject.item),
          \(finding.subject.customer), \(figures), \(now))
        on conflict (shop_id, kind, subject) where resolved_at is null do nothing
        returning alert_id
        """
      ).first
      if let row { raised.append(try row.decode(Int64.self)) }
    }
    return raised
  }

  /// It is no longer so.
  package func resolveAlerts(_ ids: [Int64]) async throws {
    guard !ids.isEmpty else { return }
    try await execute(
      """
      update alerts set resolved_at = \(now)
      where shop_id = \(shop) and alert_id = any(\(ids)) and resolved_at is null
      """)
  }

  /// Newest first; `before` is the last of the page before.
  package func alerts(_ filter: AlertFilter = AlertFilter(), before: Int64? = nil, max count: Int) async throws
    -> [Alert]
  {
    try await query(
      """
      select a.alert_id, a.kind, a.severity, a.item_id, i.name, a.customer_id, c.name, a.data::text, a.raised_at,
        n.sent_at, n.held, a.snoozed_until, a.acknowledged_at, a.acknowledged_by, a.resolved_at
      from alerts a
        left join items i on i.shop_id = a.shop_id and i.item_id = a.item_id
        left join customers c on c.shop_id = a.shop_id and c.customer_id = a.customer_id
        left join lateral (
          select min(sent_at) as sent_at, min(held) as held from alert_notices n
          where n.shop_id = a.shop_id and n.alert_id = a.alert_id) n on true
      where a.shop_id = \(shop) and \(filter.condition) and (\(before) is null or a.alert_id < \(before))
      order by a.alert_id desc limit \(count)
      """
    ).compactMap { try Alert($0) }
  }

  package func alert(_ id: Int64) async throws -> Alert? {
    try await alerts(AlertFilter(ids: [id]), max: 1).first
  }

  /// Notes that somebody has seen these; returns those that nobody had. An alert of another shop is none.
  ///
  /// - Parameter member: nil for an administrator.
  @discardableResult
  package func acknowledge(_ ids: [Int64], by member: Int64?) async throws -> [Int64] {
    try await query(
      """
      update alerts set acknowledged_at = \(now), acknowledged_by = \(member)
      where shop_id = \(shop) and alert_id = any(\(ids)) and acknowledged_at is null
      returning alert_id
      """
    ).map { try $0.decode(Int64.self) }
  }

  /// What is still so stays.
  package func forgetAlerts(before moment: Date) async throws {
    try await execute(
      "delete from alerts where shop_id = \(shop) and raised_at < \(moment) and resolved_at is not null")
  }

  /// Nothing is said of it before.
  package func snooze(_ ids: [Int64], until moment: Date) async throws {
    try await execute(
      "update alerts set snoozed_until = \(moment) where shop_id = \(shop) and alert_id = any(\(ids))")
  }
}

/// Which alerts are wanted.
package struct AlertFilter: Sendable {
  package var ids: [Int64]?
  package var kinds: [AlertKind]?
  package var severities: [Severity]?
  package var items: [Int64]?
  package var isAcknowledged: Bool?
  /// Still so.
  package var isUnresolved: Bool?
  package var since: Date?
  package var until: Date?

  package init(
    ids: [Int64]? = nil, kinds: [AlertKind]? = nil, severities: [Severity]? = nil, items: [Int64]? = nil,
    isAcknowledged: Bool? = nil, isUnresolved: Bool? = nil, since: Date? = nil, until: Date? = nil
  ) {
    self.ids = ids
    self.kinds = kinds
    self.severities = severities
    self.items = items
    self.isAcknowledged = isAcknowledged
    self.isUnresolved = isUnresolved
    self.since = since
    self.until = until
  }

  /// Seen by nobody, and still so.
  package static let open = AlertFilter(isAcknowledged: false, isUnresolved: true)

  fileprivate var condition: SQL {
    let conditions: [SQL?] = [
      ids.map { "a.alert_id = any(\($0))" },
      kinds.map { "a.kind = any(\($0.map(\.rawValue)))" },
      severities.map { "a.severity = any(\($0.map(\.rawValue)))" },
      items.map { "a.item_id = any(\($0))" },
      isAcknowledged.map { $0 ? "a.acknowledged_at is not null" : "a.acknowledged_at is null" },
      isUnresolved.map { $0 ? "a.resolved_at is null" : "a.resolved_at is not null" },
      since.map { "a.raised_at >= \($0)" },
      until.map { "a.raised_at < \($0)" },
    ]
    return (conditions.compactMap(\.self) + ["true"]).joined(separator: " and ")
  }
}

extension Alert {
  /// Nil for a kind of tomorrow.
  fileprivate init?(_ row: Row) throws {
    let (
      id, kindName, severityName, item, itemName, customer, customerName, data, raisedAt, sentAt, heldName, snoozed,
      acknowledgedAt, acknowledgedBy, resolvedAt
    ) = try row.decode(
      Int64.self, String.self, String.self, Int64?.self, String?.self, Int64?.self, String?.self, String.self,
      Date.self, Date?.self, String?.self, Date?.self, Date?.self, Int64?.self, Date?.self)
    guard let kind = AlertKind(rawValue: kindName), let severity = Severity(rawValue: severityName) else { return nil }
    self.init(
      id: id, kind: kind, severity: severity, item: item, itemName: itemName, customer: customer,
      customerName: customerName, figures: try JSONDecoder().decode(AlertFigures.self, from: Data(data.utf8)),
      raisedAt: raisedAt, sentAt: sentAt, held: heldName.flatMap(HeldReason.init), snoozedUntil: snoozed,
      acknowledgedAt: acknowledgedAt, acknowledgedBy: acknowledgedBy, resolvedAt: resolvedAt)
  }
}
