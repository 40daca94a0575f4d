import Database
import Measures

/// What the database holds of the shop that was opened last, for the check lines of transcripts:
/// `= opened name Sharma_Kirana`.
extension Talk {
  func openedShop(_ words: [String]) async throws -> String {
    let item: SQL =
      """
      i.shop_id = (select max(shop_id) from shops) and i.retired_at is null
        and lower(i.name) = lower(\(words.dropFirst().joined(separator: " ").replacing("_", with: " ")))
      """
    let question: SQL
    switch words.first {
    case "name", "kind", "city":
      question =
        """
        select coalesce(case \(words[0]) when 'name' then name when 'kind' then kind else city end, 'none')
        from shops order by shop_id desc limit 1
        """
    case "items":
      question =
        "select count(*)::text from items i where i.shop_id = (select max(shop_id) from shops) and retired_at is null"
    case "stock":
      question =
        """
        select coalesce(trim_scale(s.on_hand)::text, 'uncounted') || ' ' || i.unit from items i
        left join stock s on s.shop_id = i.shop_id and s.item_id = i.item_id where \(item)
        """
    case "price":
      question =
        """
        select coalesce((select '₹' || p.amount / 100 from prices p where p.shop_id = i.shop_id and p.item_id = i.item_id
          and p.kind = 'sale' order by p.price_id desc limit 1), 'none') from items i where \(item)
        """
    case "thresholds":
      question =
        """
        select count(threshold)::text from items i
        where i.shop_id = (select max(shop_id) from shops) and retired_at is null
        """
    case "summary":
      question =
        """
        select coalesce((select summary_at::text from preferences where shop_id = (select max(shop_id) from shops)), 'none')
        """
    case "step":
      question =
        """
        select coalesce(state #>> '{setup,step}', 'arrived') from conversations
        where shop_id = (select max(shop_id) from shops) order by conversation_id limit 1
        """
    case "shops": question = "select count(*)::text from shops"
    default: return "unknown check"
    }
    guard let row = try await owner.query(question).first else { return "nothing" }
    return try row.decode(String.self).replacing(" ", with: "_")
  }
}
