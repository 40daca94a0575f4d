package import Database
internal import Messages

/// Takes what lies in the outbox to WhatsApp: in order to each person, to different people at the same time.
///
/// A row is committed as `sending` before the POST and settled after it: whenever we die, what was under way is known
/// to be unknown. WhatsApp does not promise that messages arrive in the order in which it took them; to wait for the
/// status of one before the next would make every second message slow for a rare case.
package final class OutboxSender: Sendable {
  package struct Limits: Sendable {
    /// Sends at the same time.
    package var concurrencyMax = 64
    /// Looking without being woken: for retries, and for what other processes write.
    package var pollSeconds = 1.0
    package var resendPollSeconds = 30.0
    /// WhatsApp's limits, which all processes keep together: messages a second from one number; to one person so many
    /// at once, earned back one by one.
    package var numberPerSecond = 80.0
    package var pairBurst = 44.0
    package var pairSeconds = 6.0
    /// A send without an answer for so long may or may not have arrived.
    package var sendingSeconds = 60.0
    /// What may not have arrived is sent once more when no status came for so long.
    package var resendSeconds = 600.0
    package var attemptsMax = 8

    package init() {}
  }

  private let outbox: Outbox
  private let graph: GraphAPI
  private let worker: String
  private let limits: Limits
  private let observe: @Sendable (OutboxEvent) -> Void
  private let signals: AsyncStream<Void>
  private let signal: AsyncStream<Void>.Continuation
  private let slots: Slots

  /// `worker` names this process in the rows that it claims.
  package init(
    database: Postgres, graph: GraphAPI, worker: String, limits: Limits = Limits(),
    observe: @escaping @Sendable (OutboxEvent) -> Void = { _ in }
  ) {
    outbox = Outbox(database: database, limits: limits)
    self.graph = graph
    self.worker = worker
    self.limits = limits
    self.observe = observe
    slots = Slots(free: limits.concurrencyMax)
    (signals, signal) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
  }

  /// Something was committed: look now. Calls that come while it looks are answered by one more look.
  package func wake() {
    signal.yield()
  }

  /// Sends until its task is cancelled, then ends what is under way (seconds at most) and claims no more. To be called
  /// once.
  package func run() async {
    await withDiscardingTaskGroup { group in
      group.addTask { await self.every(self.limits.pollSeconds) { self.wake() } }
      let resendPoll = min(limits.resendPollSeconds, limits.resendSeconds / 4)
      group.addTask { await self.every(resendPoll) { await self.resendUnknown() } }
      for await _ in signals {
        while !Task.isCancelled, let parcels = await claim() {
          let claimedAt = ContinuousClock.now
          for parcel in parcels { group.addTask { await self.takeToTheEnd(parcel, claimedAt: claimedAt) } }
        }
      }
    }
  }

  /// Nil when there is nothing to do, or nobody free to do it: the next signal comes when somebody is.
  private func claim() async -> [Parcel]? {
    let free = await slots.free
    // Under load it waits until many are free: to claim one row at a time would cost a commit for each.
    guard free >= max(1, limits.concurrencyMax / 4) else { return nil }
    do {
      let parcels = try await outbox.claim(by: worker, max: free)
      await slots.take(parcels.count)
      return parcels.isEmpty ? nil : parcels
    } catch {
      observe(.fault(error))
      return nil
    }
  }

  /// A task of its own, since cancelling a POST half way would leave a message of which nobody knows whether it was
  /// sent. The group still waits for it; `GraphAPI` and the database have time-outs.
  private func takeToTheEnd(_ parcel: Parcel, claimedAt: ContinuousClock.Instant) async {
    await Task { await self.take(parcel, claimedAt: claimedAt) }.value
    await slots.giveBack()
    wake()
  }

  private func take(_ parcel: Parcel, claimedAt: ContinuousClock.Instant) async {
    do {
      guard let content = parcel.content else {
        let failure = ChannelFailure(code: ChannelFailure.noCode, title: "unreadable row")
        return try await outbox.end(parcel, as: .failed, failure)
      }
      if parcel.wantsUpload { return try await upload(parcel) }
      if parcel.waitSeconds > 0 { try await Task.sleep(for: .seconds(parcel.waitSeconds)) }
      let started = ContinuousClock.now
      // This process stood still. By now others may hold the row for unknown and send it again: it is left to them.
      guard started - claimedAt < .seconds(limits.sendingSeconds / 2) else { return observe(.overslept) }
      let outcome = await graph.send(
        content.message, to: content.recipient, from: parcel.channel, callbackData: String(parcel.id),
        upload: parcel.uploadID)
      let seconds = (ContinuousClock.now - started) / .seconds(1)
      try await settle(parcel, outcome)
      observe(.answered(outcome, seconds: seconds))
    } catch {
      // The row stays `sending`, becomes unknown after a minute, and a status settles it.
      observe(.fault(error))
    }
  }

  /// Before anything is sent, so that a file which cannot be handed over leaves no message unknown.
  private func upload(_ parcel: Parcel) async throws {
    guard let file = try await outbox.file(of: parcel) else {
      let failure = ChannelFailure(code: ChannelFailure.noCode, title: "the file is gone")
      return try await outbox.end(parcel, as: .failed, failure)
    }
    let started = ContinuousClock.now
    let outcome = await graph.upload(file.bytes, as: file.type, on: parcel.channel)
    let seconds = (ContinuousClock.now - started) / .seconds(1)
    switch outcome {
    case .uploaded(let id):
      try await outbox.uploaded(parcel, as: id)
      observe(.uploaded(bytes: file.bytes.count, seconds: seconds))
    case .refused(let refusal):
      try await settle(parcel, refusal)
      observe(.answered(refusal, seconds: seconds))
    }
  }

  private func settle(_ parcel: Parcel, _ outcome: SendOutcome) async throws {
    switch outcome {
    case .accepted(let messageID):
      try await outbox.accept(parcel, as: messageID)
    case .unknown:
      try await outbox.lose(parcel)
    case .giveUp(let failure), .templateNeeded(let failure):
      try await outbox.end(parcel, as: .failed, failure)
    case .stopChannel(let failure):
      try await outbox.end(
        parcel, as: .later, failure, stopping: Outbox.Stop(channel: parcel.channel, seconds: nil))
    case .retry(let backoff, let failure, let scope):
      try await putOff(parcel, backoff, failure, scope)
    }
  }

  /// Only what concerns the message or its reader is charged to it. When the number or all of WhatsApp is the trouble,
  /// everybody waits, however often it takes.
  private func putOff(
    _ parcel: Parcel, _ backoff: Backoff, _ failure: ChannelFailure, _ scope: SendScope
  ) async throws {
    let seconds = backoff.seconds(afterAttempts: parcel.attempts, jitter: .random(in: 0...1))
    switch scope {
    case .message, .recipient:
      let isLast = parcel.attempts + 1 >= limits.attemptsMax
      try await outbox.end(parcel, as: isLast ? .dead : .retry, failure, afterSeconds: seconds)
    case .channel:
      try await outbox.end(
        parcel, as: .later, failure, stopping: Outbox.Stop(channel: parcel.channel, seconds: seconds))
    case .account:
      try await outbox.end(
        parcel, as: .later, failure, stopping: Outbox.Stop(channel: Outbox.Stop.allChannels, seconds: seconds))
    }
  }

  private func resendUnknown() async {
    do {
      let count = try await outbox.resendUnknown()
      guard count > 0 else { return }
      observe(.resent(count))
      wake()
    } catch {
      observe(.fault(error))
    }
  }

  /// Ends with its task.
  private func every(_ seconds: Double, _ act: @Sendable () async -> Void) async {
    while !Task.isCancelled {
      await act()
      do { try await Task.sleep(for: .seconds(seconds)) } catch { return }
    }
  }
}

/// How many more may be sent at the same time. Only `run` takes.
private actor Slots {
  private(set) var free: Int

  init(free: Int) { self.free = free }

  func take(_ count: Int) { free -= count }

  func giveBack() { free += 1 }
}
