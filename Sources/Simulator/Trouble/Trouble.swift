extension WhatsAppSimulator {
  /// How badly things go: what a shop meets on a bad day, turned on by a switch. Shares lie between 0 (never) and
  /// 1 (always); each case is drawn by lot, and the same seed draws the same lots.
  ///
  /// “Every tenth webhook comes twice, and WhatsApp takes five seconds to answer.”
  package struct Trouble: Sendable, Hashable {
    /// Of the webhooks: delivered once more, half of them while the first is still under way.
    package var duplicates = 0.0
    /// Of the webhooks: held back until a later one of the same person has been answered.
    package var reorder = 0.0
    /// Webhooks come so late, those of one person still in order.
    package var delay: ClosedRange<Duration>?
    /// So many updates, of whoever they are, share one webhook; 0 for Meta's everyday.
    package var burst = 0

    /// Of the sends: refused for the number's throughput (130429).
    package var refuse429 = 0.0
    /// Of the sends: refused for too many to one person (131056).
    package var pairRefuse = 0.0
    /// Of the sends: refused with an error of Meta's own (131000, HTTP 500). Nothing was sent.
    package var fail500 = 0.0
    /// Of the sends: sent, but the answer is lost: HTTP 504 after `Timing.lostAnswer`.
    package var loseAnswers = 0.0
    /// Of the sends: sent and answered, slowly.
    package var slowAnswers = Slowness()
    /// Every call is refused as with a token that has expired (190, 463).
    package var isTokenExpired = false

    /// Each message is read at once, and each of its statuses told so often, in mixed order, `read` before `sent` too.
    package var statusStorm = 0
    /// Files can be neither handed in nor fetched, and messages with one fail (131053).
    package var isMediaDown = false
    /// Templates can be neither administered nor sent (131016).
    package var areTemplatesDown = false

    /// Everything goes well.
    package static let none = Trouble()

    package init() {}
  }

  package struct Slowness: Sendable, Hashable {
    package var share = 0.0
    package var wait = Duration.seconds(2)

    package init(share: Double = 0, wait: Duration = .seconds(2)) {
      self.share = share
      self.wait = wait
    }
  }
}

extension WhatsAppSimulator.Trouble {
  /// Meta puts no more updates into one webhook.
  package static let burstMax = 1_000
  package static let statusStormMax = 100
  /// Longer than anybody waits for an answer.
  package static let waitMax = Duration.seconds(600)

  /// Why these values cannot be meant; nil when they can.
  package var fault: String? {
    let shares = [
      ("duplicates", duplicates), ("reorder", reorder), ("refuse429", refuse429), ("pairRefuse", pairRefuse),
      ("fail500", fail500), ("loseAnswers", loseAnswers), ("slowAnswers.share", slowAnswers.share),
    ]
    if let share = shares.first(where: { !(0...1).contains($0.1) }) { return "\(share.0): 0 to 1" }
    let waits = Duration.zero...Self.waitMax
    let longest = Self.waitMax.milliseconds
    if let delay, !waits.contains(delay.lowerBound) || !waits.contains(delay.upperBound) {
      return "delay: 0 to \(longest) milliseconds"
    }
    if !waits.contains(slowAnswers.wait) { return "slowAnswers.wait: 0 to \(longest) milliseconds" }
    if !(0...Self.burstMax).contains(burst) { return "burst: 0 to \(Self.burstMax)" }
    if !(0...Self.statusStormMax).contains(statusStorm) { return "statusStorm: 0 to \(Self.statusStormMax)" }
    return nil
  }
}

extension Duration {
  var milliseconds: Int64 { Int64(self / .milliseconds(1)) }
}
