import Alerts
import Database
import Foundation
import Language
import Measures

/// What a shop says of itself, and what its members prefer.
extension Books {
  func setShop(name: String) async throws {
    try await execute("update shops set name = \(name.withoutNUL) where shop_id = \(shop)")
  }

  func setShop(kind: ShopKind) async throws {
    try await execute("update shops set kind = \(kind.rawValue) where shop_id = \(shop)")
  }

  func setShop(city: String) async throws {
    try await execute("update shops set city = \(city.withoutNUL) where shop_id = \(shop)")
  }

  func prefer(summaryAt minute: Int, for member: Int64?) async throws {
    try await prefer("summary_at = \(minute)", for: member)
  }

  func prefer(isMuted: Bool, for member: Int64?) async throws {
    try await prefer("is_muted = \(isMuted)", for: member)
  }

  /// All of them again: whatever was switched off before.
  func preferAlerts(for member: Int64?) async throws {
    try await prefer("is_muted = false, alerts_off = '{}', alerts_after = null", for: member)
  }

  func prefer(_ kinds: [AlertKind], areOn: Bool, for member: Int64?) async throws {
    let names = kinds.map(\.rawValue)
    let change: SQL =
      areOn
      ? "alerts_off = array(select unnest(alerts_off) except select unnest(\(names)) order by 1)"
      : "alerts_off = array(select unnest(alerts_off) union select unnest(\(names)) order by 1)"
    try await prefer(change, for: member)
  }

  func prefer(alertsAfter moment: Date, for member: Int64?) async throws {
    try await prefer("alerts_after = \(moment)", for: member)
  }

  /// A single sale of more units than this is asked about, where it is rare.
  func prefer(largeSale units: Quantity, for member: Int64?) async throws {
    try await prefer("large_sale = \(units)", for: member)
  }

  /// As the owners want it; of several, the least. Nil where none of them said.
  func largeSale() async throws -> Quantity? {
    try await query(
      """
      select min(p.large_sale) from preferences p
        join members m on m.shop_id = p.shop_id and m.member_id = p.member_id
      where p.shop_id = \(shop) and m.role = 'owner' and m.left_at is null
      """
    ).only().decode(Quantity?.self)
  }

  /// Nil follows what is written.
  func prefer(_ language: AnswerLanguage?, for member: Int64?) async throws {
    try await prefer("language = \(language?.rawValue)", for: member)
  }

  private func prefer(_ change: SQL, for member: Int64?) async throws {
    guard let member else { return }
    try await execute(
      """
      insert into preferences (shop_id, member_id, changed_at) values (\(shop), \(member), \(now))
      on conflict do nothing
      """)
    try await execute(
      """
      update preferences set \(change), changed_at = \(now) where shop_id = \(shop) and member_id = \(member)
      """)
  }
}
