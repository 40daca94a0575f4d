import Intents
import Inventory
import Language
import Messages

/// “raju ko staff mein jodo 98…”, “raju ko staff se hatao”, “staff me kaun hai”.
extension Turn {
  func memberAdd(_ request: Request) async throws -> Answer {
    let words = request.words ?? ""
    guard let phone = PhoneNumber(in: words) else { return .say(say(.memberPhoneMissing), for: request) }
    let role = PeopleWords.role(words)
    let name = PeopleWords.name(words) ?? ""
    let known = try await books.member(at: phone, on: contact.channel)
    let shown = Member(id: 0, role: role, name: known?.name ?? name, phone: phone.digits)
    if let known, known.role == role { return .say(say(.memberAlready, line(of: known)), for: request) }
    // A shop without an owner is nobody's.
    if let known, known.id == author.member { return .say(say(.demoteSelf), for: request) }
    // An owner may do everything, so that is asked every time, as is that one is none any more.
    if role == .owner || known?.role == .owner || isUnsure(request), !request.settled.contains(.unsure) {
      let question: Phrase = role == .owner ? .ownerSure : known?.role == .owner ? .demoteSure : .staffSure
      return sure(.unsure, say(question, line(of: shown)), request)
    }
    let group = try await books.openGroup(.member, by: author)
    if let known {
      try await books.change(known.id, from: known.role, to: role, on: contact.channel, in: group)
    } else {
      try await books.admit(name, role, phone, on: contact.channel, in: group)
    }
    let done: Phrase = role == .owner ? .ownerAdded : known == nil ? .staffAdded : .demoted
    return .wrote(say(done, line(of: shown)), group, for: request, in: self)
  }

  func memberRemove(_ request: Request) async throws -> Answer {
    let words = request.words ?? ""
    let found = try await members(named: words)
    guard let member = found.first, found.count == 1 else {
      if found.isEmpty { return .say(say(.memberUnknown), for: request) }
      return .say(([say(.memberWhich)] + found.map { say(.memberLine, line(of: $0)) }).joined(separator: "\n"))
    }
    guard member.id != author.member else { return .say(say(.memberSelf), for: request) }
    if member.role == .owner || isUnsure(request), !request.settled.contains(.unsure) {
      return sure(.unsure, say(.removeSure, line(of: member)), request)
    }
    let group = try await books.openGroup(.member, by: author)
    try await books.change(member.id, from: member.role, to: nil, on: contact.channel, in: group)
    return .wrote(say(.memberRemoved, line(of: member)), group, for: request, in: self)
  }

  func memberList(_ request: Request) async throws -> Answer {
    let members = try await books.members()
    let rows = members.prefix(Self.membersMax).map { say(.memberLine, line(of: $0)) }
    return .say(([say(.memberHead, [.n: .number(members.count)])] + rows).joined(separator: "\n"), for: request)
  }

  private static let membersMax = 30

  /// By number, else by name in either script.
  private func members(named words: String) async throws -> [Member] {
    let members = try await books.members()
    if let phone = PhoneNumber(in: words) { return members.filter { $0.phone == phone.digits } }
    guard let name = PeopleWords.name(words) else { return [] }
    let sounds = Set(name.split(separator: " ").map { SoundKey(String($0)) })
    return members.filter { member in
      member.name.split(separator: " ").contains { sounds.contains(SoundKey(String($0))) }
    }
  }

  private func line(of member: Member) -> [Placeholder: PhraseValue] {
    let name = member.name.isEmpty ? [] : [PhraseValue.text(member.name)]
    let phone = member.phone.map { [PhraseValue.text(PhoneNumber(digits: $0).shown)] } ?? []
    let role = PhraseValue.text(say(member.role == .owner ? .roleOwner : .roleStaff))
    let shown = name + phone
    return [.customer: .list(shown.isEmpty ? [.text("…")] : shown), .what: role]
  }

  /// Takes back what was changed in people: members, or the number of a customer.
  func reversePeople(of group: EntryGroup) async throws -> Reversal {
    if try await books.arePeopleChangedSince(group) { return .tooLate }
    let reversal = try await books.openGroup(group.kind, by: author, reversing: group.id)
    let members = try await books.reverseMembers(of: group, in: reversal, on: contact.channel)
    let customers = try await books.reversePhones(of: group, in: reversal)
    let names = PhraseValue.list((members + customers).map { .text($0) })
    return .undone(
      what: say(group.kind == .member ? .whatMember : .whatPhone, [.items: names]), left: nil, dues: [])
  }
}
