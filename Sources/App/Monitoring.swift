import Database
import HTTP
import Messages
import Telemetry
import WhatsApp

/// What the modules below report, as numbers and lines: they know neither the log nor the metrics.
struct Monitoring: Sendable {
  let log: Log
  let metrics: Metrics

  func pool(_ event: PoolEvent) {
    switch event {
    case .connected: metrics.count(Self.connections)
    case .connectFailed(let reason): log.warning("the database cannot be reached", ["reason": .text(reason)])
    case .connectionLost(let reason): log.warning("a connection to the database was lost", ["reason": .text(reason)])
    case .acquired(let seconds): metrics.observe(Self.waits, seconds: seconds)
    case .statement(let seconds): metrics.observe(Self.trips, seconds: seconds)
    case .retried(let state): metrics.count(Self.retries, ["sqlstate": state])
    }
  }

  func request(_ finished: HTTPServer.Finished) {
    metrics.count(Self.requests, ["status": "\(finished.status)"])
    metrics.observe(Self.requestSeconds, seconds: finished.seconds)
    log.info(
      "request",
      [
        "request": .text(finished.requestID), "method": .text(finished.method),
        "path": .text(withoutNumbers(finished.path)),
        "status": .integer(Int64(finished.status)), "ms": .real(finished.seconds * 1000),
      ])
  }

  /// Somebody may put a phone number where the number of a shop belongs.
  private func withoutNumbers(_ path: String) -> String {
    path.replacing(/[0-9](?:[^A-Za-z\/]{0,2}[0-9]){7,}/, with: "…")
  }

  func sending(_ event: OutboxEvent) {
    switch event {
    case .answered(let outcome, let seconds):
      metrics.count(Self.sends, ["outcome": outcome.name])
      metrics.observe(Self.sendSeconds, seconds: seconds)
      if let failure = outcome.failure {
        log.warning(
          "WhatsApp did not take a message", ["outcome": .text(outcome.name), "code": .integer(Int64(failure.code))])
      }
    case .uploaded(let bytes, let seconds):
      log.debug("a file was uploaded", ["bytes": .integer(Int64(bytes)), "seconds": .real(seconds)])
    case .overslept: log.warning("a message was not sent, because this process stood still for too long")
    case .resent(let count): metrics.count(Self.resent, by: Double(count))
    case .fault(let error): log.warning("the outbox could not be served", ["error": .text("\(error)")])
    }
  }

  private static let sends = Metrics.Family(
    "retailmind_sends_total", .counter, help: "Messages posted to WhatsApp, by what became of them.")
  private static let sendSeconds = Metrics.Family(
    "retailmind_send_seconds", .histogram, help: "Time of one POST to WhatsApp.")
  private static let resent = Metrics.Family(
    "retailmind_sends_repeated_total", .counter, help: "Messages of unknown fate that were sent once more.")
  private static let connections = Metrics.Family(
    "retailmind_database_connections_total", .counter, help: "Connections made to the database.")
  private static let waits = Metrics.Family(
    "retailmind_database_wait_seconds", .histogram, help: "Time to get a connection from the pool.")
  private static let trips = Metrics.Family(
    "retailmind_database_trip_seconds", .histogram, help: "Time of one trip to the database.")
  private static let retries = Metrics.Family(
    "retailmind_database_retries_total", .counter, help: "Transactions run again, by SQLSTATE.")
  private static let requests = Metrics.Family(
    "retailmind_http_requests_total", .counter, help: "HTTP requests answered, by status.")
  private static let requestSeconds = Metrics.Family(
    "retailmind_http_request_seconds", .histogram, help: "Time of an HTTP request, from its first byte.")
}

extension SendOutcome {
  fileprivate var name: String {
    switch self {
    case .accepted: "accepted"
    case .retry: "retry"
    case .giveUp: "refused"
    case .templateNeeded: "template_needed"
    case .stopChannel: "channel_stopped"
    case .unknown: "unknown"
    }
  }

  fileprivate var failure: ChannelFailure? {
    switch self {
    case .accepted, .unknown: nil
    case .retry(_, let failure, _), .giveUp(let failure), .templateNeeded(let failure), .stopChannel(let failure):
      failure
    }
  }
}
