package import Messages

/// What became of one attempt to send.
package enum SendOutcome: Hashable, Sendable {
  /// WhatsApp took it; whether it arrives, statuses will tell.
  case accepted(messageID: String)
  /// Surely not sent. Later it may be.
  case retry(Backoff, ChannelFailure, SendScope)
  /// Surely not sent, and it never will be as it stands.
  case giveUp(ChannelFailure)
  /// Not sent: the person wrote more than 24 hours ago, so only a template may go.
  case templateNeeded(ChannelFailure)
  /// Not sent, and nothing else from this number will be until somebody has looked.
  case stopChannel(ChannelFailure)
  /// It may have been sent: the answer was lost. Sending again could say the same thing twice.
  case unknown(reason: String)
}

/// Whom a refusal concerns, and so who has to wait.
package enum SendScope: String, Hashable, Sendable {
  case message
  case recipient
  /// The number that sends.
  case channel
  /// All numbers.
  case account
}

/// How long to wait before the next attempt: `firstSeconds`, then `factor` times as long each time.
package struct Backoff: Hashable, Sendable {
  package let firstSeconds: Double
  package let factor: Double
  package let secondsMax: Double

  package init(firstSeconds: Double, factor: Double, secondsMax: Double) {
    self.firstSeconds = firstSeconds
    self.factor = factor
    self.secondsMax = secondsMax
  }

  /// The same every time.
  package init(everySeconds seconds: Double) {
    self.init(firstSeconds: seconds, factor: 1, secondsMax: seconds)
  }

  /// After `attempts` earlier ones. `jitter` in 0…1 adds up to a quarter, so that those who failed together do not all
  /// come back together; it never makes the wait shorter than what was asked for.
  package func seconds(afterAttempts attempts: Int, jitter: Double) -> Double {
    var seconds = firstSeconds
    for _ in 0..<max(attempts, 0) where seconds < secondsMax { seconds *= factor }
    return min(seconds, secondsMax) * (1 + 0.25 * jitter)
  }
}
