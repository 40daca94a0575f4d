internal import Foundation
internal import HTTP

/// A stand-in for WhatsApp: Meta's Graph API and webhooks for our server, and phones in the browser for whoever tries
/// the product. “Sunita writes »5 kilo chini bechi« and sees the answer, without Meta and without a SIM card.”
///
/// The world decides, this actor does: it posts, waits, and wakes who waits for news.
package actor WhatsAppSimulator {
  let configuration: Configuration
  private(set) var world: World
  let now: @Sendable () -> Date
  private let deliver: @Sendable (WebhookPost) async -> Int
  private let effects: AsyncStream<World.Effect>
  private let todo: AsyncStream<World.Effect>.Continuation
  private var waiters: [Int: CheckedContinuation<Void, Never>] = [:]
  private var waitersSoFar = 0
  private var isStopped = false

  /// `deliver` posts a webhook and tells the status of the answer, 0 if there was none.
  init(
    configuration: Configuration, now: @escaping @Sendable () -> Date, seed: UInt64,
    deliver: @escaping @Sendable (WebhookPost) async -> Int
  ) {
    self.configuration = configuration
    self.now = now
    self.deliver = deliver
    world = World(configuration: configuration, seed: seed)
    (effects, todo) = AsyncStream.makeStream()
  }

  /// Drives ticks and webhooks until it is cancelled; call it once. Until it runs they wait.
  package func run() async {
    await withDiscardingTaskGroup { group in
      for await effect in effects { group.addTask { await self.perform(effect) } }
    }
    isStopped = true
    wakeEverybody()
  }

  private func perform(_ effect: World.Effect) async {
    switch effect {
    case .post(let post):
      let start = ContinuousClock.now
      let status = await deliver(post)
      let milliseconds = (ContinuousClock.now - start) / .milliseconds(1)
      change { world, _ in world.finish(post, status: status, milliseconds: milliseconds) }
    case .wait(let delay, let happening):
      guard await pause(delay) else { return }
      change { world, now in world.happen(happening, at: now) }
    }
  }

  /// False when cancelled.
  func pause(_ delay: Duration) async -> Bool {
    guard delay > .zero else { return true }
    do {
      try await Task.sleep(for: delay)
      return true
    } catch {
      return false
    }
  }

  /// The one way to change the world: what follows from it is handed on, and who waits for news is woken.
  func change<Result, Refusal>(
    _ body: (inout World, Date) throws(Refusal) -> Result
  ) throws(Refusal) -> Result {
    let newest = world.log.newest
    defer {
      for effect in world.takeEffects() { todo.yield(effect) }
      if world.log.newest > newest { wakeEverybody() }
    }
    return try body(&world, now())
  }

  func ask<Result>(_ body: (World, Date) -> Result) -> Result {
    body(world, now())
  }
}

// MARK: News

extension WhatsAppSimulator {
  /// What happened after event `number`; if nothing did, waits for it until the deadline.
  func news(after number: Int, of chat: ChatKey?, until deadline: ContinuousClock.Instant) async -> [JSON] {
    while true {
      let events = world.log.events(after: number, of: chat)
      // A number from the future is left from an earlier run: its owner must learn at once that all is new.
      let isOver = isStopped || Task.isCancelled || ContinuousClock.now >= deadline || number > world.log.newest
      if !events.isEmpty || isOver { return events }
      await somethingHappens(until: deadline)
    }
  }

  private func somethingHappens(until deadline: ContinuousClock.Instant) async {
    waitersSoFar += 1
    let ticket = waitersSoFar
    // Cancelled when this function returns; if the whole is cancelled, it wakes the waiter at once.
    async let _: Void = wake(ticket, at: deadline)
    await withCheckedContinuation { waiters[ticket] = $0 }
  }

  private func wake(_ ticket: Int, at deadline: ContinuousClock.Instant) async {
    _ = await pause(deadline - .now)
    waiters.removeValue(forKey: ticket)?.resume()
  }

  private func wakeEverybody() {
    for waiter in waiters.values { waiter.resume() }
    waiters = [:]
  }
}
