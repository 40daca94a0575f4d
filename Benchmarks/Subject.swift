import Foundation
import HTTP

/// A server that is measured: a process of its own, started before and ended after.
struct Subject {
  let command: [String]
  let environment: [String: String]
  let address: String
  let readyPath: String
  /// Where a message is acknowledged, and where it is answered as well.
  let webhookPath: String
  let turnPath: String

  private static let readySecondsMax = 120.0
  private static let stopSecondsMax = 30.0

  func running<R: Sendable>(client: HTTPClient, _ body: (Int32) async throws -> R) async throws -> R {
    let process = Process()
    process.executableURL = URL(filePath: command[0])
    process.arguments = Array(command.dropFirst())
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, ours in ours }
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    do {
      try await waitUntilReady(process, client)
      let result = try await body(process.processIdentifier)
      try await end(process)
      return result
    } catch {
      try await end(process)
      throw error
    }
  }

  private func waitUntilReady(_ process: Process, _ client: HTTPClient) async throws {
    let deadline = ContinuousClock.now + .seconds(Self.readySecondsMax)
    while !(await answers(client)) {
      guard process.isRunning else { throw Plainly("\(command[0]) ended with \(process.terminationStatus)") }
      guard ContinuousClock.now < deadline else { throw Plainly("\(command[0]) was not ready in time") }
      try await Task.sleep(for: .milliseconds(50))
    }
  }

  private func answers(_ client: HTTPClient) async -> Bool {
    do {
      return try await client.send(.init(url: "http://\(address)\(readyPath)", timeoutSeconds: 5)).status == 200
    } catch { return false }
  }

  private func end(_ process: Process) async throws {
    process.terminate()
    let deadline = ContinuousClock.now + .seconds(Self.stopSecondsMax)
    while process.isRunning, ContinuousClock.now < deadline { try await Task.sleep(for: .milliseconds(20)) }
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
  }
}
