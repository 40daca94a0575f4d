import API
import Database
import Foundation

/// A key for whoever tries the server, and lines that use it, to be pasted into a terminal as they stand.
enum DemoKey {
  private static let name = "dev"

  /// The key of the start before opens nothing any more: nobody is to gather them.
  static func lines(_ database: Postgres, address: String, at now: Date) async throws -> [String] {
    try await database.revokeKeys(named: name, at: now)
    let (_, key) = try await database.createKey(named: name, mayWrite: true, shops: nil, at: now)
    let shop = try await database.query("select shop_id from shops order by shop_id limit 1").only().decode(ShopID.self)
    // What is sold most often has the most to tell.
    let item = try await database.query(
      """
      select item_id from daily_demand where shop_id = \(shop) group by item_id order by count(*) desc, item_id limit 1
      """
    ).only().decode(Int64.self)
    let root = "http://\(address)/api/v1"
    let calls = [
      "\(root)/query -d '{\"userId\": \(shop.rawValue), \"text\": \"how much sugar is left?\"}'",
      "'\(root)/inventory/\(shop.rawValue)?search=sugar'",
      "'\(root)/forecast/\(shop.rawValue)/\(item)?days=7'",
      "\(root)/schedules/\(shop.rawValue)",
      "'\(root)/alerts?acknowledged=false&limit=5'",
    ]
    return calls.map { "curl -sS -H 'Authorization: Bearer \(key.shown)' \($0)" }
  }
}
