import Foundation
import HTTP
import TestSupport
import Testing

@testable import App
@testable import Database

/// The lines that `make run` prints for programs are pasted into a terminal as they stand.
@Suite(.timeLimit(.minutes(5)))
struct PrintedLinesTests {
  private static let hasCurl = ["/usr/bin/curl", "/bin/curl", "/usr/local/bin/curl"].contains {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  @Test(.enabled(if: hasCurl, "there is no curl here")) func `every printed line works`() async throws {
    try await LiveServer.with { live async throws in
      try await live.sellDaily(try await live.item("Sugar"))
      try await Retailmind.refreshDemand(live.database)
      let lines = try await DemoKey.lines(live.database, address: "127.0.0.1:\(live.port)", at: Date())
      #expect(lines.count >= 4)
      for line in lines {
        let envelope = try JSON(parsing: try await Self.run(line))
        #expect(envelope["success"]?.flag == true, "\(envelope["error"]?["message"]?.text ?? "")")
        #expect(envelope["data"]?.object.isEmpty == false)
      }
      #expect(try await live.value("select count(*) from api_keys where revoked_at is null") == 1)
      // The next start has a key of its own, and this one opens nothing any more.
      _ = try await DemoKey.lines(live.database, address: "127.0.0.1:\(live.port)", at: Date())
      let envelope = try JSON(parsing: try await Self.run(lines[0]))
      #expect(envelope["error"]?["code"]?.text == "UNAUTHORIZED")
    }
  }

  /// What a shell makes of a line; on a thread of its own, since it waits for the end.
  private static func run(_ line: String) async throws -> [UInt8] {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    try Data().write(to: file)
    let output = try FileHandle(forWritingTo: file)
    let status = try await withCheckedThrowingContinuation { ended in
      Thread.detachNewThread {
        ended.resume(
          with: Result { try Database.Command.run(["/bin/sh", "-c", line], output: output.fileDescriptor) })
      }
    }
    #expect(status == 0)
    return Array(try Data(contentsOf: file))
  }
}
