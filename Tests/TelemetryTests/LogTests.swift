import Foundation
import Telemetry
import Testing

struct LogTests {
  private final class Lines: @unchecked Sendable {  // guarded by `lock`
    private let lock = NSLock()
    private var lines: [String] = []
    func add(_ line: String) { lock.withLock { lines.append(line) } }
    var all: [String] { lock.withLock { lines } }
  }

  @Test func `a line is one JSON object whatever is said`() throws {
    let lines = Lines()
    let log = Log(level: .info) { lines.add($0) }.with(["shop": 7])
    log.info("साखर \"5\"\n\u{0}", ["path": "a\\b", "ms": .real(1.5)])
    let line = try #require(lines.all.first)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    #expect(object["event"] as? String == "साखर \"5\"\n\u{0}")
    #expect(object["shop"] as? Int == 7)
    #expect(object["path"] as? String == "a\\b")
    #expect(object["ms"] as? Double == 1.5)
  }

  @Test func `what is below the level is not said`() {
    let lines = Lines()
    Log(level: .warning) { lines.add($0) }.info("quiet")
    #expect(lines.all.isEmpty)
  }
}
