package import Database
package import Foundation
package import Messages

/// A number that does not send at the moment, and why.
package struct ChannelStop: Sendable, Hashable {
  /// The number's id, or `*` for all numbers.
  package let channel: String
  /// Nil when it waits for somebody to resume it.
  package let until: Date?
  package let failure: ChannelFailure
  package let since: Date
  /// In plain words, where the code is known.
  package let meaning: String?
}

/// How much of one state lies in the outbox, and since when.
package struct OpenMessages: Sendable, Hashable {
  /// `ready`, `sending` or `unknown`.
  package let state: String
  package let count: Int
  package let oldest: Date
}

/// For administrators, health and metrics.
extension Postgres {
  package func stoppedChannels() async throws -> [ChannelStop] {
    try await query("select channel, until, failure, stopped_at from stopped_channels()").map { row in
      let (channel, until, text, since) = try row.decode(String.self, Date?.self, String.self, Date.self)
      let failure = try ChannelFailure(stored: text)
      return ChannelStop(
        channel: channel, until: until, failure: failure, since: since,
        meaning: ErrorTable.row(for: failure.code)?.meaning)
    }
  }

  /// Lets a number send again (`*`: lifts the stop of all); false if it was not stopped.
  @discardableResult
  package func resumeChannel(_ channel: String) async throws -> Bool {
    try await query("select resume_channel(\(channel))").only().decode(Bool.self)
  }

  /// There is a new access token: what was stopped for want of one may try again, and is stopped again if it is no better.
  /// Returns how many stops were lifted.
  @discardableResult
  package func resumeAfterNewToken() async throws -> Int {
    let stops = try await stoppedChannels().filter { ErrorTable.tokenCodes.contains($0.failure.code) }
    for stop in stops { try await resumeChannel(stop.channel) }
    return stops.count
  }

  package func openMessages() async throws -> [OpenMessages] {
    try await query("select state, messages, oldest from open_outbox()").map { row in
      let (state, count, oldest) = try row.decode(String.self, Int.self, Date.self)
      return OpenMessages(state: state, count: count, oldest: oldest)
    }
  }
}
