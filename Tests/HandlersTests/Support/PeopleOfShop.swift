import Database

/// What the database holds of people: `= member 9822012345 staff`, `= phone Ramesh_Patil 919822012345`,
/// `= prefers owner language hi`, `= written 9822012345 1` (groups that somebody wrote).
extension Talk {
  func people(_ words: [String]) async throws -> String {
    let who = words.dropFirst().first ?? ""
    let question: SQL
    switch words.first {
    case "member":
      question =
        """
        select coalesce(string_agg(m.role || '@' || replace(s.name, ' ', '_'), ',' order by s.shop_id), 'nobody')
        from members m join shops s using (shop_id) where m.phone = '91' || \(who) and m.left_at is null
        """
    case "phone":
      question =
        "select coalesce(min(phone), 'none') from customers where replace(name, ' ', '_') = \(who)"
    case "prefers":
      question =
        """
        select coalesce(case \(words.dropFirst(2).first) when 'language' then min(p.language)
          when 'summary' then min(p.summary_at)::text else min(p.is_muted::text) end, 'none')
        from preferences p join members m using (shop_id, member_id) where m.role = \(who)
        """
    default:
      question =
        """
        select count(*)::text from entry_groups g join members m using (shop_id, member_id)
        where m.phone = '91' || \(who)
        """
    }
    return try await owner.query(question).only().decode(String.self)
  }
}
