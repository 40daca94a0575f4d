import Commerce
import Database
import Foundation
import Intents
import Language
import Measures
import Messages

/// “ramesh ko yaad dilao”: a polite message with the sum and a way to pay it, which leaves with one tap. From the shop's
/// own number only to who wants that and wrote to it within a day; else it is the owner's to forward.
extension Turn {
  func creditRemind(_ request: Request) async throws -> Answer {
    if request.asksOfBefore { return try await remindersMade(request) }
    if request.namesNobodyAlone { return try await whomToRemind(request) }
    switch try await customer(of: request, newcomer: .isRefused) {
    case .ready(let customer): return try await remind(customer, request)
    case .ask(let question): return question
    }
  }

  private func remind(_ customer: Customer, _ request: Request) async throws -> Answer {
    guard let due = try await books.due(of: customer.id) else {
      return .say(say(.remindNothingDue, [.customer: .text(customer.name)]), for: request)
    }
    if !request.settled.contains(.remindedToday), try await books.customersReminded(on: today).contains(customer.id) {
      return sure(.remindedToday, say(.remindAgainSure, [.customer: .text(customer.name)]), request)
    }
    let (address, isAsked) = try await books.upi()
    if !isAsked { return try await askUPI(request) }
    if let there = try await counter(of: customer) { return try await send(due, address, to: there, request) }
    return try await prepare(due, address, for: customer, request)
  }

  // MARK: From the shop's own number

  /// Where the customer may be written to directly; nil where the owner has to forward.
  private func counter(of customer: Customer) async throws -> Correspondent? {
    guard let phone = customer.phone, let counter = try await books.counter(ofPhone: phone), counter.wantsReminders,
      let there = try await books.correspondent(at: counter), there.mayBeWrittenTo(at: books.now)
    else { return nil }
    return there
  }

  private func send(
    _ due: Due, _ address: UPIAddress?, to there: Correspondent, _ request: Request
  ) async throws -> Answer {
    guard (Self.awakeFrom..<Self.awakeUntil).contains(Calendar.hour(of: books.now, in: zone)) else {
      return .say(say(.remindQuiet), for: request)
    }
    let text = reminder(of: due, at: address, by: deadline(of: request), in: there.voice ?? voice)
    var values: [Placeholder: PhraseValue] = [.customer: .text(due.name), .balance: .money(due.balance)]
    guard request.settled.contains(.toBeSent) else {
      values[.lines] = .text(text)
      return sure(.toBeSent, say(.remindSendSure, values), request)
    }
    try books.write(Reply(text, attachment: try await payCode(for: due, at: address)), to: there)
    try await books.noteReminder(of: due.customer, due.balance, .sent, by: author)
    return .say(say(.remindSent, values), for: request)
  }

  /// Nobody is reminded of a debt at night.
  private static let awakeFrom = 8
  private static let awakeUntil = 21

  // MARK: For the owner to forward

  private func prepare(
    _ due: Due, _ address: UPIAddress?, for customer: Customer, _ request: Request
  ) async throws -> Answer {
    let text = reminder(of: due, at: address, by: deadline(of: request), in: voice)
    var rows = [say(.remindForward, [.customer: .text(due.name), .balance: .money(due.balance)])]
    if let phone = customer.phone {
      rows.append(say(.remindChat, [.text: .text(chatLink(to: phone, saying: text))]))
    }
    try await books.noteReminder(of: due.customer, due.balance, .prepared, by: author)
    var answer = Answer.say(rows.joined(separator: "\n"), for: request)
    answer.forward = Reply(text, attachment: try await payCode(for: due, at: address))
    return answer
  }

  /// Opens the customer's chat with the message written already; without it where it would fill the screen.
  func chatLink(to phone: String, saying text: String) -> String {
    let chat = "https://wa.me/\(phone.asWhatsAppPhone)"
    let whole = chat + "?text=" + text.percentEncoded
    return whole.utf8.count <= Self.linkMax ? whole : chat
  }

  private static let linkMax = 1000

  /// Until when it is to be paid; a day that is over sets no term.
  private func deadline(of request: Request) -> Day? {
    request.frame.slots.due.flatMap { PeriodRange(named: $0, today: today, side: .future) }.map(\.last)
      .flatMap { $0 >= today ? $0 : nil }
  }

  // MARK: Everybody who owes

  /// A list to tap from, oldest debt first: nothing leaves to all at once.
  private func whomToRemind(_ request: Request) async throws -> Answer {
    let done = try await books.customersReminded(on: today)
    let dues = try await books.dues(max: Choices.Limit.rows + done.count)
    guard !dues.isEmpty else { return .say(say(.creditListEmpty), for: request) }
    let waiting = dues.filter { !done.contains($0.customer) }.prefix(Choices.Limit.rows)
    guard !waiting.isEmpty else { return .say(say(.remindAllDone), for: request) }
    let rows = waiting.map { due in
      let age = due.since.map { today.number - $0.number } ?? 0
      let detail: [PhraseValue] = [.money(due.balance)] + (age > 0 ? [.days(age)] : [])
      return ListRow(
        id: Tap.remind(customer: due.customer, due: request.frame.slots.due).id,
        title: fitted(due.name, scalarsMax: Choices.Limit.rowTitle),
        detail: PhraseValue.list(detail).said(in: voice))
    }
    return .say(say(.remindWhom), .list(button: say(.listButton), rows: Array(rows)), for: request)
  }

  func remind(customer id: Int64, due: String?) async throws -> Answer {
    guard let customer = try await books.customers([id]).first else { return .say(say(.expiredQuestion)) }
    var request = Request(Frame(intent: .creditRemind, confidence: 1, voice: voice))
    (request.frame.slots.customer, request.frame.slots.due) = (customer.name, due)
    request.customer = id
    return try await remind(customer, request)
  }
}

extension Request {
  /// No customer, or a word for all of them.
  var namesNobodyAlone: Bool { frame.slots.customer.map { everybody.contains($0.lowercased()) } ?? true }
}

private let everybody: Set<String> = [
  "all", "everyone", "everybody", "sab", "sabko", "sabhi", "saglya", "saglyanna", "sarva", "sagle", "सब", "सबको", "सभी",
  "सगळ्या", "सगळे", "सर्व", "सर्वां", "कोणाकोणा", "कोणा", "konakona",
]
