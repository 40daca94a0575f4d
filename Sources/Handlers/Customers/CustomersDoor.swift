import Commerce
import Database
import Foundation
import Intents
import Inventory
import Language
import Messages

/// What a customer may say on the shop's own number. Whatever is not answered here can be passed to the shop with one
/// tap; nothing of the books is said, however it is asked.
extension Turn {
  func answerCustomer(_ frame: Frame, words: String) async throws -> Answer {
    // “aur maggi?” goes on; a number alone asks for nothing.
    let goesOn = frame.intent != .followUp || !frame.slots.items.isEmpty
    let last = goesOn ? state.lastRequest.map { Last($0.frame) } : nil
    var request = Request(resolve(frame, after: last).frame ?? frame)
    request.words = words
    let intent = request.frame.intent
    if intent == .greet { return greet(words) }
    if intent == .thanks { return .say(say(.thanksCustomer)) }
    if intent == .help { return try await customerHelp() }
    if Self.answersNothing.contains(intent) { return .say(say(.customerHello, [.shop: .text(shopName)])) }
    guard role.may(intent), intent != .outOfScope, !isUnsure(request) else { return offerToAsk(request) }
    switch intent.destination {
    case .work: return try await perform(request)
    case .stillToCome: return notYet(intent)
    case .talk: return offerToAsk(request)
    }
  }

  /// “Yes” to nothing.
  private static let answersNothing: Set<Intent> = [.yes, .no, .cancel, .choose]

  private func customerHelp() async throws -> Answer {
    guard let item = try await books.wellKnownItems(1).first else { return greet("") }
    return .say(say(.customerHelp, [.item: name(item)]))
  }

  func orderStatus(_ request: Request) async throws -> Answer {
    try await askShop(request).preceded(by: say(.orderNone), in: self)
  }

  // MARK: “STOP”

  /// Whatever is open: who wants no reminders gets none.
  func noteReminderWish(in words: String) async throws -> Answer? {
    guard role == .customer, let wish = reminderWish(words) else { return nil }
    return try await note(wish)
  }

  /// Whether reminders are wanted; nil where something else is said.
  private func reminderWish(_ words: String) -> Bool? {
    let said = words.lowercased().trimmingCharacters(in: .whitespacesAndNewlines.union(.punctuationCharacters))
    if stopWords.contains(said) { return false }
    return startWords.contains(said) ? true : nil
  }

  private func note(_ isWanted: Bool) async throws -> Answer {
    try await books.execute("select note_reminder_wish(\(conversation), \(isWanted), \(books.now))")
    return .say(say(isWanted ? .remindersOn : .remindersOff))
  }
}

private let stopWords: Set<String> = [
  "stop", "unsubscribe", "stop reminders", "band karo", "band kara", "reminder band", "बंद", "बंद करो", "बंद करा",
  "थांबवा", "रिमाइंडर बंद",
]
private let startWords: Set<String> = [
  "start", "start reminders", "reminder chalu", "reminder suru", "चालू", "रिमाइंडर चालू", "रिमाइंडर सुरू",
]
