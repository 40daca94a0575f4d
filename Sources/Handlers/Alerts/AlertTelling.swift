import Alerts
import Database
import Foundation
import Intents
import Inventory
import Language
import Measures
import Messages
package import Scheduler

/// Who is told what when nobody asked: jobs of the shop, each in one transaction with what it raises and writes.
extension Conversation {
  /// To be done for each shop every few hours.
  package static let inventoryCheck = JobKind<NoPayload>("check_inventory", limit: .aMinute)
  /// What waited for the morning, or for the owner to write again.
  static let tellWaiting = JobKind<NoPayload>("tell_alerts", limit: .halfAMinute)

  package var alertRoutines: [JobRoutine] {
    [
      JobRoutine(
        StockCrossing.job,
        inBooks: { crossing, _, books in
          let place = try await books.place()
          guard
            case let raised = try await books.reviewStock(fell: crossing.fell, rose: crossing.rose, on: place.today),
            !raised.isEmpty
          else { return .done }
          try await tell(.urgent, in: books, place)
          return .done
        }),
      JobRoutine(
        Self.inventoryCheck,
        inBooks: { _, _, books in
          let place = try await books.place()
          try await books.checkShop(on: place.today)
          try await tell(.found, in: books, place)
          return .done
        }),
      JobRoutine(
        Self.tellWaiting,
        inBooks: { _, _, books in
          let place = try await books.place()
          try await tell(.everything, in: books, place)
          return .done
        }),
    ]
  }

  private enum Telling {
    case urgent, everything
    /// Everything, and it was looked at just now.
    case found
  }

  /// Tells each owner what they were not told, were they awake and may they be written to; what is no longer so is told
  /// to nobody.
  private func tell(_ telling: Telling, in books: Books, _ place: Place) async throws {
    let open = try await books.alerts(.open, max: Self.openMax)
    guard !open.isEmpty else { return }
    if telling != .found { try await books.recheckAlerts(open, on: place.today) }
    let owners = try await books.ownersToTell()
    for correspondent in try await books.owners() {
      guard
        let owner = owners.first(where: { ($0.channel, $0.person) == (correspondent.channel, correspondent.person) })
      else { continue }
      let untold = try await books.untoldAlerts(in: correspondent.conversation)
      let wanted = telling == .urgent ? untold.filter { $0.severity == .critical } : untold
      let now = try await hold(wanted, for: correspondent, owner.wishes, in: books, place)
      guard !now.isEmpty else { continue }
      let turn = Turn(unasked: correspondent, owner, in: books, place, templates, shops.stranger)
      for gathered in turn.gathered(now) {
        let new = try await books.noteTold(gathered.map(\.id), in: correspondent.conversation)
        guard let letter = try await turn.letter(of: gathered.filter { new.contains($0.id) }) else { continue }
        try books.write(letter, to: correspondent)
      }
    }
  }

  private static let openMax = 500

  /// Notes why an alert is not told now; returns what may be.
  private func hold(
    _ alerts: [Alert], for correspondent: Correspondent, _ wishes: OwnerWishes, in books: Books, _ place: Place
  ) async throws -> [Alert] {
    var held: [HeldReason: [Int64]] = [:]
    let free = alerts.filter { alert in
      let reason = wishes.reason(
        toHold: alert, at: books.now, in: place.zone, mayBeWrittenTo: correspondent.mayBeWrittenTo(at: books.now))
      if let reason { held[reason, default: []].append(alert.id) }
      return reason == nil
    }
    for (reason, ids) in held { try await books.noteHeld(ids, for: reason, in: correspondent.conversation) }
    let moments = [
      held[.quietHours].map { _ in wishes.night.end(after: books.now, in: place.zone) },
      held[.snoozed].flatMap { _ in wishes.after },
    ]
    for moment in moments.compactMap(\.self) {
      try await books.transaction.enqueue(
        Self.tellWaiting, NoPayload(), key: "\(Int(moment.timeIntervalSince1970))", due: moment, at: books.now)
    }
    return free
  }
}

/// Where and when a shop is.
struct Place: Sendable {
  let shopName: String
  let zone: TimeZone
  let today: Day
}

extension Books {
  func place() async throws -> Place {
    let (name, zoneName) = try await query("select name, zone from shops where shop_id = \(shop)").only()
      .decode(String.self, String.self)
    let zone = TimeZone(identifier: zoneName) ?? .gmt
    return Place(shopName: name, zone: zone, today: Day(of: now, in: zone))
  }

  /// They wrote again after alerts had waited for it, or an administrator raised one.
  package func askForWaitingAlerts() async throws {
    try await transaction.enqueue(Conversation.tellWaiting, NoPayload(), at: now)
  }
}

extension Turn {
  /// We speak first, to an owner.
  init(
    unasked correspondent: Correspondent, _ owner: ToldOwner, in books: Books, _ place: Place, _ templates: Templates,
    _ interpreter: Interpreter
  ) {
    let chosen = owner.language.flatMap(AnswerLanguage.init)
    self.init(
      books: books, conversation: correspondent.conversation, phrasebook: templates.phrasebook,
      voice: chosen?.voice(answering: nil, before: correspondent.voice) ?? correspondent.voice ?? .english,
      role: .owner, author: Author(inboxID: nil, member: nil, day: place.today),
      contact: Contact(channel: correspondent.channel, person: correspondent.person), isExpected: false, hasNews: false,
      shopName: place.shopName, zone: place.zone, interpreter: interpreter, starters: templates.starters,
      state: DialogueState())
  }
}
