import Commerce
import Foundation
import Intents
import Language
import Measures

/// “ramesh ko kab yaad dilaya?”: when, of how much, and whether it left from the shop's number.
extension Turn {
  private static let shownOfOne = 3

  func remindersMade(_ request: Request) async throws -> Answer {
    guard !request.namesNobodyAlone else {
      let made = try await books.reminders(max: Self.answerRowsMax)
      return .say(made.isEmpty ? say(.remindedNobody) : lines(made), for: request)
    }
    switch try await customer(of: request, newcomer: .isRefused) {
    case .ask(let question): return question
    case .ready(let customer):
      let made = try await books.reminders(of: customer.id, max: Self.shownOfOne)
      let never = say(.remindedNever, [.customer: .text(customer.name)])
      return .say(made.isEmpty ? never : lines(made), for: request)
    }
  }

  private func lines(_ reminders: [Reminder]) -> String {
    reminders.map { reminder in
      let values: [Placeholder: PhraseValue] = [
        .customer: .text(reminder.customer), .balance: .money(reminder.amount),
        .date: .day(reminder.day, today: today),
      ]
      return say(reminder.how == .sent ? .remindedSent : .remindedPrepared, values)
    }.joined(separator: "\n")
  }
}

extension Request {
  /// “kab”, “yaad dilaya”, “last reminder”: somebody asks about reminders that were made, and wants none.
  var asksOfBefore: Bool {
    guard let words else { return false }
    return words.lowercased().split { !$0.isLetter && !$0.isNumber }.contains { wordsOfBefore.contains(String($0)) }
  }
}

private let wordsOfBefore: Set<String> = [
  "when", "kab", "kabhi", "kadhi", "kadhee", "kevha", "kewha", "कब", "कधी", "केव्हा", "केंव्हा", "last", "reminded",
  "dilaya", "dilayi", "dili", "bheja", "pathavla", "दिलाया", "दिलाई", "दिली", "भेजा", "पाठवला",
]
