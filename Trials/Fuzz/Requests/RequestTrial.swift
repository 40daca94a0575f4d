import Crypto
import Foundation
import HTTP
import Synchronization
import Webhook

/// Requests that no client should make, at a socket of the real server with the real receiver behind it, while a good
/// client comes by again and again and is served as if nothing were the matter.
struct RequestTrial: Trial {
  private let shapes: Shapes
  private let server: Task<Void, Never>
  private let client: Client
  private let tally = Tally()
  private let visitor: Task<Violation?, Never>

  init() throws {
    let composer = Composer(try Seeds())
    shapes = Shapes(composer)
    let tally = tally
    let key = HMACKey(Shapes.secret)
    let receiver = WebhookReceiver(
      secrets: { [key] }, verifyToken: { Shapes.verifyToken },
      now: { Date(timeIntervalSince1970: 1_790_000_600) }, keep: { _ in await tally.kept() })
    let http = try HTTPServer(address: "127.0.0.1:0", limits: Self.limits) { request in
      if request.path == Shapes.smuggled { return HTTPResponse(status: Int(Self.fooled)) }
      guard request.path == "/webhook" else { return .text("there is nothing here\n", status: 404) }
      return await receiver.respond(to: request)
    }
    client = Client(port: http.port)
    server = Task { await http.run() }
    visitor = Task { [shapes] in await visit(port: http.port, with: shapes.signed(composer.exemplary)) }
  }

  /// “HTTP/2.0” in plain text: the one answer above 500 that accuses the client.
  private static let versionNotSupported: UInt16 = 505

  /// Given to smuggled requests, and to nothing else.
  private static let fooled: UInt16 = 418

  /// Shorter than in life, so that the silent ones do not hold up the trial, and long enough for a busy machine.
  private static var limits: HTTPServer.Limits {
    var limits = HTTPServer.Limits()
    limits.requestSecondsMax = 8
    limits.idleSecondsMax = 3
    return limits
  }

  func input(_ chance: inout Chance) -> [UInt8] { shapes.script(&chance).encoded }

  func check(_ input: [UInt8]) throws(Violation) {
    guard let script = Script(encoded: input) else { throw Violation("this is no script") }
    switch client.play(script, from: UInt32(truncatingIfNeeded: fingerprint(input))) {
    case .unconnected(let reason): throw Violation("the server takes no connection: \(reason)")
    case .forgotten: throw Violation("the server neither answers nor hangs up")
    case .hungUp: tally.answered(0)
    case .answered(let bytes): try judge(Answers(bytes), script)
    }
  }

  private func judge(_ answers: Answers, _ script: Script) throws(Violation) {
    for status in answers.statuses { tally.answered(status) }
    if answers.statuses.contains(Self.fooled) {
      throw Violation("a request inside the body of another was answered")
    }
    if let expected = script.expected, answers.statuses != expected {
      throw Violation("answered \(answers.statuses) where \(expected) was to be expected")
    }
    if let fault = answers.statuses.first(where: { $0 >= 500 && $0 != Self.versionNotSupported }) {
      throw Violation("the server answered \(fault)")
    }
    if answers.isGarbled { throw Violation("the server wrote what is no answer") }
  }

  func finish() async throws(Violation) -> String {
    visitor.cancel()
    if let violation = await visitor.value { throw violation }
    server.cancel()
    await server.value
    return tally.words
  }
}

/// Comes by with a good message all the time; answers with what was wrong, if anything was.
private func visit(port: Int, with request: [UInt8]) async -> Violation? {
  var visits: UInt32 = 0
  while true {
    visits += 1
    let outcome = await offPool { [visits] in
      Client(port: port).play(Script(request, expected: [200]), from: visits)
    }
    guard case .answered(let bytes) = outcome, Answers(bytes).statuses == [200] else {
      return Violation("a good message was not answered in between: \(outcome)")
    }
    if Task.isCancelled { return nil }
    do { try await Task.sleep(for: .milliseconds(50)) } catch {}  // cancelled: the last visit follows
  }
}

/// Blocking calls must not hold up the threads that tasks run on.
func offPool<R: Sendable>(_ work: @escaping @Sendable () -> R) async -> R {
  await withCheckedContinuation { continuation in
    Thread.detachNewThread { continuation.resume(returning: work()) }
  }
}

/// What was answered how often. `lock` guards the counts; `Mutex` would do, but the thread sanitizer does not see it.
private final class Tally: @unchecked Sendable {
  private let lock = NSLock()
  private var counts: [UInt16: Int] = [:]
  private let keeping = Atomic(0)

  /// The receiver waits here, as it waits for the database.
  func kept() async {
    keeping.add(1, ordering: .relaxed)
    await Task.yield()
  }

  func answered(_ status: UInt16) { lock.withLock { counts[status, default: 0] += 1 } }

  var words: String {
    let answers = lock.withLock { counts }.filter { $0.key > 0 }.sorted { $0.key < $1.key }
    let kept = keeping.load(ordering: .relaxed)
    return "answers: " + answers.map { "\($0.key) × \($0.value)" }.joined(separator: ", ") + "; \(kept) deliveries kept"
  }
}
