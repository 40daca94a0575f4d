/// What trouble does to our server's calls and to the ticks; what it does to webhooks is the postbox's.
extension World {
  mutating func set(_ trouble: WhatsAppSimulator.Trouble) {
    self.trouble = trouble
    postbox.trouble = trouble
    log.append(.trouble, in: nil, ["trouble": trouble.json])
  }

  /// What goes wrong with the next send: first what a test has ordered, then by lot.
  mutating func nextFault() -> Fault? {
    if let fault = faults.popFirst() { return fault }
    if dice.happens(trouble.refuse429) { return .refuse(code: 130_429) }
    if dice.happens(trouble.pairRefuse) { return .refuse(code: 131_056) }
    if dice.happens(trouble.fail500) { return .refuse(code: 131_000) }
    if dice.happens(trouble.loseAnswers) { return .loseAnswer }
    if dice.happens(trouble.slowAnswers.share) { return .slow(trouble.slowAnswers.wait) }
    return nil
  }

  /// All that will ever be told of a message, several times over and in no order.
  mutating func storm<Status>(of statuses: [Status]) -> [Status] {
    Array(repeating: statuses, count: trouble.statusStorm).flatMap { $0 }.shuffled(using: &dice)
  }
}
