package import Foundation
package import HTTP
package import Telemetry

/// How the server is, seen from outside: is it alive, is it ready for work, and its numbers.
package struct Health: Sendable {
  /// Something that must work before messages can: returns what is wrong, nil when nothing is.
  package struct Check: Sendable {
    package let name: String
    package let fault: @Sendable () async -> String?

    package init(_ name: String, fault: @escaping @Sendable () async -> String?) {
      self.name = name
      self.fault = fault
    }
  }

  private let checks: [Check]
  private let metrics: Metrics
  private let refresh: @Sendable () async -> Void
  private let now: @Sendable () -> Date

  /// - Parameter refresh: sets the gauges that are read from elsewhere (the queue's depth) before they are shown.
  package init(
    checks: [Check], metrics: Metrics, refresh: @escaping @Sendable () async -> Void,
    now: @escaping @Sendable () -> Date
  ) {
    self.checks = checks
    self.metrics = metrics
    self.refresh = refresh
    self.now = now
  }

  package static let paths = ["/health", "/api/v1/health", "/api/v1/health/ready", "/metrics"]

  /// Nil for a path that is not about health.
  package func respond(to request: HTTPRequest) async -> HTTPResponse? {
    guard Self.paths.contains(request.path) else { return nil }
    guard request.method == "GET" || request.method == "HEAD" else {
      return Envelope.wrongMethod(allowed: ["GET", "HEAD"], at: now())
    }
    switch request.path {
    case "/api/v1/health/ready": return await readiness()
    case "/metrics":
      await refresh()
      return .text(metrics.text())
    default: return Envelope.success(["status": "alive"], at: now())
    }
  }

  private func readiness() async -> HTTPResponse {
    var faults: [String: JSON] = [:]
    var states: [String: JSON] = [:]
    for check in checks {
      let fault = await check.fault()
      faults[check.name] = fault.map(JSON.string)
      states[check.name] = fault == nil ? "ok" : "failing"
    }
    guard faults.isEmpty else {
      return Envelope.failure(.serviceUnavailable, "Not ready.", details: .object(faults), at: now())
    }
    return Envelope.success(["status": "ready", "checks": .object(states)], at: now())
  }
}
