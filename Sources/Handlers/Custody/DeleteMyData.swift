import Custody
import Database
import Foundation
import Intents
import Inventory
import Language
import Measures
import Messages

/// “mera sara data delete karo”: asked twice, done a day later, and until then it can be stopped. An owner's word is
/// about the shop, anybody else's about himself.
extension Turn {
  private static let hoursToThink = 24.0

  func deleteMyData(_ request: Request) async throws -> Answer {
    let isShop = role == .owner
    guard request.settled.contains(.erasing) else {
      return sure(.erasing, say(isShop ? .eraseShopAsk : .erasePersonAsk, [.shop: .text(shopName)]), request)
    }
    guard request.settled.contains(.erasingSurely) else {
      return sure(.erasingSurely, say(isShop ? .eraseShopAgain : .erasePersonAgain, [.shop: .text(shopName)]), request)
    }
    guard let target = isShop ? .shop : try await speaker() else { return .say(say(.eraseHeld)) }
    let due = books.now.addingTimeInterval(Self.hoursToThink * 3_600)
    guard let asked = try await books.askErasure(of: target, due: due) else { return .say(say(.eraseHeld)) }
    if isShop { try await tellOtherOwners(of: asked, due: due) }
    let stop = button(.buttonKeepData, .keepData(erasure: asked.id))
    return .say(say(.eraseAsked, [.n: .number(Int(asked.id))]), .buttons([stop]))
  }

  /// One owner does not end the shop behind the others' backs: each of them can stop it. Whom WhatsApp does not let us
  /// write to now is not told.
  private func tellOtherOwners(of asked: AskedErasure, due: Date) async throws {
    let who = try await books.caller(in: conversation, author.member)
    let values: [Placeholder: PhraseValue] = [
      .shop: .text(shopName), .customer: .text(who), .date: .day(Day(of: due, in: zone), today: today),
      .time: .time(TimeOfDay(of: due, in: zone)),
    ]
    for owner in try await books.owners() where owner.conversation != conversation {
      guard owner.mayBeWrittenTo(at: books.now) else { continue }
      let voice = owner.voice ?? voice
      let stop = Button(
        id: Tap.keepData(erasure: asked.id).id, title: phrasebook.say(.buttonKeepData, in: voice))
      try books.write(
        Reply(phrasebook.say(.eraseTold, values, in: voice), choices: .buttons([stop])), to: owner)
    }
  }

  /// One's own asking, or as an owner anybody's in the shop.
  func keepData(_ erasure: Int64) async throws -> Answer {
    .say(say(try await books.cancelErasure(erasure) ? .eraseStopped : .expiredQuestion))
  }

  /// Who writes, as the identities know him.
  private func speaker() async throws -> ErasureTarget? {
    guard let inbox = author.inboxID else { return nil }
    return try await books.speaker(of: inbox)
  }
}
