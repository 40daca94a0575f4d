package import Database
package import Foundation
import GoogleSheets
package import Intents
package import Inventory
package import Language
import Messages
package import Scheduler
import WhatsApp

/// The path of a message, in one screen: hear → understand → handle → reply → done.
package struct Conversation: Sendable {
  let database: Postgres
  let templates: Templates
  let shops: ShopKnowledge
  let support: String?
  let fetch: FetchFile
  let fetchSheet: FetchSheet
  let now: @Sendable () -> Date

  /// - Parameter support: whom an owner is told to ask who wants a person.
  package init(
    database: Postgres, phrasebook: Phrasebook, starters: [String: StarterCatalogue] = [:], model: IntentModel,
    support: String? = nil, now: @escaping @Sendable () -> Date,
    fetch: @escaping FetchFile = { _, _, _, _ in .trouble("nobody was given who fetches files") },
    fetchSheet: @escaping FetchSheet = { _, _ in .trouble("nobody was given who fetches sheets") }
  ) {
    self.database = database
    templates = Templates(phrasebook: phrasebook, starters: starters)
    self.support = support
    self.now = now
    self.fetch = fetch
    self.fetchSheet = fetchSheet
    shops = ShopKnowledge(model: model)
  }

  /// Handles one message wholly, or not at all.
  package func take(_ queued: QueuedMessage, isLast: Bool) async throws {
    let message = try decoded(queued.body)
    guard let shop = queued.shop else { return try await answerNewcomer(message, hear(message), queued, isLast) }
    let heard = try await fetched(hear(message), of: queued, for: shop)  // network, so no transaction is open yet

    let moved: Standing? = try await database.books(of: shop, at: now()) { books in  // one transaction from here
      let scene = try await books.scene(of: Speaker(queued), shops: shops).reading(message, in: books)
      if let elsewhere = scene.moved { return elsewhere }
      let understood = scene.understand(heard)  // pure, and done within a millisecond
      let turn = scene.turn(understood, in: books, templates, support: support)
      let answer = try await turn.answer(understood)
      let heardAt = message.opensWindow ? message.sentAt : nil
      try books.remember(answer, to: heard, understood, at: heardAt, scene, turn)
      try books.transaction.erase(message, queued, isGone: scene.isTakenBack, at: books.now)
      if let reply = answer.reply { try books.transaction.send(reply, answering: message, queued) }
      if let forward = answer.forward { try books.transaction.send(forward, besides: message, queued) }
      if scene.holdsQuestions { try await turn.tellWaitingQuestions() }
      if scene.holdsAlerts { try await books.askForWaitingAlerts() }
      try books.transaction.finish(queued, isLast: isLast)
      return nil
    }
    if let moved { try await take(queued.standing(in: moved.shop, as: moved.member), isLast: isLast) }
  }

  /// Out of attempts: the message is buried, and its sender gets one honest line.
  package func giveUp(_ queued: QueuedMessage, because reason: String) async throws {
    try await database.transaction { transaction in
      try await tellOfLoss(queued, in: transaction)
      try transaction.bury(queued, reason: reason)
    }
  }
}
