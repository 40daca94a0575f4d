import Database
import Foundation

/// Messages to customers that WhatsApp could not deliver, while it still matters.
extension Books {
  func failedDeliveries() async throws -> Sighting {
    let rows = try await query(
      """
      select m.outbox_id, m.address, c.customer_id, c.name, m.settled_at > \(now - DeliveryWatch.newSeconds)
      from undelivered_messages(\(now - DeliveryWatch.oldSeconds)) m
        left join lateral (
          select customer_id, name from customers c
          where c.shop_id = \(shop) and right(c.phone, 10) = right(m.address, 10) order by customer_id limit 1) c on true
      """
    ).map { try $0.decode(Int64.self, String.self, Int64?.self, String?.self, Bool.self) }
    var sighting = Sighting()
    for (message, address, _, name, isNew) in rows {
      let subject = Subject.named("message:\(message)")
      sighting.lasting.insert(subject.key)
      guard isNew else { continue }
      var figures = AlertFigures()
      figures.name = name ?? "+" + address
      sighting.findings.append(Finding(.failedDelivery, .warning, subject, figures))
    }
    return sighting
  }
}

enum DeliveryWatch {
  static let newSeconds = 86_400.0
  static let oldSeconds = 3 * 86_400.0
}
