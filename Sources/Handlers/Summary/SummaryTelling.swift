import Alerts
import Database
import Demand
import Foundation
import Inventory
import Language
import Measures
import Messages
package import Scheduler

/// The day's summary, sent to each owner at the hour that he chose.
///
/// The schedule fires at the usual hour. Who chose another one gets a job of his own from that firing, for the next time
/// that his clock shows it; so every slot tells each owner once.
extension Conversation {
  package static let dailySummary = JobKind<NoPayload>("daily_summary", limit: .aMinute)
  /// Eight in the morning, where nobody chose another time.
  private static let summaryMinuteUsual = 8 * 60
  private static let ownSummary = JobKind<OwnSummary>("own_summary", limit: .aMinute, abreast: 4)

  /// For whom, and at what minute of the day he wanted it when it was planned.
  private struct OwnSummary: Codable, Sendable {
    let channel: String
    let person: Int64
    let minute: Int
  }

  package var summaryRoutines: [JobRoutine] {
    [
      JobRoutine(
        Self.dailySummary,
        inBooks: { _, job, books in
          let place = try await books.place()
          // Asked for by hand it comes at once.
          let isUsual = job.slot.map { place.minute(of: $0) } == Self.summaryMinuteUsual
          return try await sendSummaries(in: books, place) { owner in
            guard isUsual, owner.summaryMinute != Self.summaryMinuteUsual else { return true }
            let due = place.next(owner.summaryMinute, after: books.now)
            let own = OwnSummary(channel: owner.channel, person: owner.person, minute: owner.summaryMinute)
            try await books.transaction.enqueue(
              Self.ownSummary, own, key: "\(owner.channel) \(owner.person)", due: due, at: books.now)
            return false
          }
        }),
      JobRoutine(
        Self.ownSummary,
        inBooks: { own, _, books in
          try await sendSummaries(in: books, try await books.place()) { owner in
            (owner.channel, owner.person, owner.summaryMinute) == (own.channel, own.person, own.minute)
          }
        }),
    ]
  }

  /// - Parameter isDue: whether this owner gets his now.
  private func sendSummaries(
    in books: Books, _ place: Place, _ isDue: (ToldOwner) async throws -> Bool
  ) async throws -> JobOutcome {
    try await books.refreshDemandIfDue(on: place.today)
    var (sent, unreached) = (0, 0)
    let owners = try await books.ownersToTell()
    for correspondent in try await books.owners() {
      let owner = owners.first { ($0.channel, $0.person) == (correspondent.channel, correspondent.person) }
      guard let owner, !owner.wishes.isMuted, try await isDue(owner) else { continue }
      guard correspondent.mayBeWrittenTo(at: books.now) else {
        unreached += 1
        continue
      }
      let turn = Turn(unasked: correspondent, owner, in: books, place, templates, shops.stranger)
      guard let summary = try await turn.summary(of: place.dayToTell(at: books.now)) else { continue }
      try books.write(summary, to: correspondent)
      sent += 1
    }
    return sent == 0 && unreached > 0 ? .never("no owner wrote within a day, so WhatsApp would not take it") : .done
  }
}

extension Place {
  /// After midnight, by the shop's clock.
  func minute(of moment: Date) -> Int {
    let seconds = Int(moment.timeIntervalSince1970.rounded(.down)) + zone.secondsFromGMT(for: moment)
    return ((seconds / 60) % 1_440 + 1_440) % 1_440
  }

  /// The next moment after one at which the shop's clock shows this minute.
  func next(_ minute: Int, after moment: Date) -> Date {
    let wait = (minute - self.minute(of: moment) + 1_440) % 1_440
    let second = moment.timeIntervalSince1970.truncatingRemainder(dividingBy: 60)
    return moment + Double(wait == 0 ? 1_440 : wait) * 60 - second
  }

  /// In the evening the day that ends is told, before that the one before.
  func dayToTell(at moment: Date) -> Day { minute(of: moment) >= 17 * 60 ? today : today.adding(-1) }
}
