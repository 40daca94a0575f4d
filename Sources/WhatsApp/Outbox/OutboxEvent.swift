/// What the sender tells logs and metrics. Nothing in it is personal but ids in outcomes, which are not for logs.
package enum OutboxEvent: Sendable {
  /// WhatsApp's answer to one send, or that there was none; it is written down already.
  case answered(SendOutcome, seconds: Double)
  /// WhatsApp has the file of a message, which is sent next.
  case uploaded(bytes: Int, seconds: Double)
  /// A claimed row was not sent because this process stood still for too long.
  case overslept
  /// So many were unknown for long and are sent once more.
  case resent(Int)
  /// The database was not to be had; what was under way is settled by statuses.
  case fault(any Error)
}
