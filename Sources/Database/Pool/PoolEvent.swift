/// What the pool tells logs and metrics.
package enum PoolEvent: Sendable {
  case connected(seconds: Double)
  case connectFailed(reason: String)
  case connectionLost(reason: String)
  /// Somebody got a connection after this wait.
  case acquired(waitSeconds: Double)
  /// One trip to the server, of one or several statements.
  case statement(seconds: Double)
  /// A transaction is run again because of this error.
  case retried(sqlState: String)
}
