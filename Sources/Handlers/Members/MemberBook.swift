import Database
import Intents
import Inventory
import Language

/// Somebody who runs the shop or works in it.
struct Member: Hashable, Sendable {
  let id: Int64
  let role: Role
  let name: String
  let phone: String?

  /// What to call them: by name, else by number.
  var shown: String { name.isEmpty ? phone.map { PhoneNumber(digits: $0).shown } ?? "…" : name }
}

extension Books {
  /// Owners first, as they came.
  func members() async throws -> [Member] {
    try await query(
      """
      select member_id, role, name, phone from members
      where shop_id = \(shop) and role <> 'customer' and left_at is null order by role, member_id
      """
    ).map { row in
      let (id, role, name, phone) = try row.decode(Int64.self, String.self, String.self, String?.self)
      return Member(id: id, role: Role(rawValue: role) ?? .staff, name: name, phone: phone)
    }
  }

  /// Who of the shop writes from this phone.
  func member(at phone: PhoneNumber, on channel: String) async throws -> Member? {
    let id = try await query("select member_at(\(channel), \(phone.digits))").only().decode(Int64?.self)
    return try await members().first { $0.id == id || $0.phone == phone.digits }
  }

  /// Somebody new, who is greeted when they first write.
  func admit(_ name: String, _ role: Role, _ phone: PhoneNumber, on channel: String, in group: EntryGroup) async throws
  {
    let id = try await query(
      """
      insert into members (shop_id, role, name, phone, is_expected, created_at)
      values (\(shop), \(role.rawValue), \(name.withoutNUL), \(phone.digits), true, \(now)) returning member_id
      """
    ).only().decode(Int64.self)
    try await note(id, was: nil, role: role, in: group)
    try await execute("select admit_member(\(channel), \(phone.digits), \(id), \(now))")
  }

  /// Makes a member something else; nil for nobody of the shop any more.
  func change(_ member: Int64, from was: Role?, to role: Role?, on channel: String, in group: EntryGroup) async throws {
    try await note(member, was: was, role: role, in: group)
    guard let role else {
      try await execute("update members set left_at = \(now) where shop_id = \(shop) and member_id = \(member)")
      try await execute("select dismiss_member(\(member))")
      return
    }
    let phone = try await query(
      """
      update members set role = \(role.rawValue), left_at = null
      where shop_id = \(shop) and member_id = \(member) returning phone
      """
    ).only().decode(String?.self)
    if let phone { try await execute("select admit_member(\(channel), \(phone), \(member), \(now))") }
  }

  /// Whom a group concerned was made something else since, or got another number, and that stands.
  func arePeopleChangedSince(_ group: EntryGroup) async throws -> Bool {
    try await query(
      """
      with later as (
        select l.group_id from member_changes c join member_changes l on l.shop_id = c.shop_id
          and l.member_id = c.member_id and l.change_id > c.change_id
        where c.shop_id = \(shop) and c.group_id = \(group.id)
        union all
        select l.group_id from customer_phones c join customer_phones l on l.shop_id = c.shop_id
          and l.customer_id = c.customer_id and l.note_id > c.note_id
        where c.shop_id = \(shop) and c.group_id = \(group.id)
      )
      select exists (select from later l where \(stands("l.group_id")))
      """
    ).only().decode(Bool.self)
  }

  /// Puts people back to what they were before a group; returns their names.
  func reverseMembers(of group: EntryGroup, in reversal: EntryGroup, on channel: String) async throws -> [String] {
    let rows = try await query(
      """
      select c.member_id, c.was, c.role, m.name, m.phone from member_changes c
      join members m on m.shop_id = c.shop_id and m.member_id = c.member_id
      where c.shop_id = \(shop) and c.group_id = \(group.id) order by c.change_id desc
      """)
    var names: [String] = []
    for row in rows {
      let (id, was, role, name, phone) = try row.decode(
        Int64.self, String?.self, String?.self, String.self, String?.self)
      try await change(
        id, from: role.flatMap(Role.init), to: was.flatMap(Role.init), on: channel, in: reversal)
      names.append(Member(id: id, role: .staff, name: name, phone: phone).shown)
    }
    return names
  }

  private func note(_ member: Int64, was: Role?, role: Role?, in group: EntryGroup) async throws {
    try await execute(
      """
      insert into member_changes (shop_id, group_id, member_id, was, role, at)
      values (\(shop), \(group.id), \(member), \(was?.rawValue), \(role?.rawValue), \(now))
      """)
  }

  func greeted(_ member: Int64?) async throws {
    try await execute(
      "update members set is_expected = false where shop_id = \(shop) and member_id = \(member)")
  }
}
