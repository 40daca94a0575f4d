import Commerce
import Database
import Intents
import Inventory
import Language
import Measures

/// “ramesh ka number 98220 12345 hai”: where a customer can be reached.
extension Turn {
  func customerPhone(_ request: Request) async throws -> Answer {
    guard let phone = PhoneNumber(in: request.words ?? "") else { return .say(say(.phoneMissing), for: request) }
    if let answer = try await supplierPhone(phone, request) { return answer }
    var next = request
    let said = request.frame.slots.customer
    next.frame.slots.customer = said == nil ? PeopleWords.name(request.words ?? "") : said
    switch try await customer(of: next, newcomer: .opens) {
    case .ask(let question): return question
    case .ready(let customer):
      let what: [Placeholder: PhraseValue] = [.customer: .text(customer.name), .text: .text(phone.shown)]
      if isUnsure(next) { return sure(.unsure, say(.phoneSure, what), next) }
      let group = try await books.openGroup(.customer, by: author)
      try await books.notePhone(phone.digits, of: customer, in: group)
      return .wrote(say(.phoneWritten, what), group, for: next, in: self)
    }
  }
}

extension Turn {
  /// Nobody sells 9,822,012,345 of anything: what was taken for an amount of goods is a phone number, and asked about.
  func aboutPhone(_ frame: Frame, _ words: String) -> Frame? {
    let goods = frame.slots.items + frame.asides + frame.alternatives.flatMap(\.slots.items)
    let isCounted = goods.contains { ($0.quantity ?? .zero) >= Self.phoneFrom }
    guard isCounted, PhoneNumber(in: words) != nil, PeopleWords.name(words) != nil else { return nil }
    return Frame(intent: .customerPhone, confidence: 0, voice: frame.voice)
  }

  private static let phoneFrom = Quantity(6_000_000_000)
}

extension Books {
  fileprivate func notePhone(_ phone: String?, of customer: Customer, in group: EntryGroup) async throws {
    try await execute(
      """
      insert into customer_phones (shop_id, group_id, customer_id, was, phone, at)
      values (\(shop), \(group.id), \(customer.id), \(customer.phone), \(phone), \(now))
      """)
    try await execute(
      "update customers set phone = \(phone) where shop_id = \(shop) and customer_id = \(customer.id)")
  }

  /// Puts the numbers that a group noted back to those before; returns whose they are.
  func reversePhones(of group: EntryGroup, in reversal: EntryGroup) async throws -> [String] {
    let rows = try await query(
      """
      select p.customer_id, c.name, c.phone, p.was from customer_phones p
      join customers c on c.shop_id = p.shop_id and c.customer_id = p.customer_id
      where p.shop_id = \(shop) and p.group_id = \(group.id) order by p.note_id desc
      """)
    var names: [String] = []
    for row in rows {
      let (id, name, phone, was) = try row.decode(Int64.self, String.self, String?.self, String?.self)
      try await notePhone(was, of: Customer(id: id, name: name, phone: phone), in: reversal)
      names.append(name)
    }
    return names
  }
}
