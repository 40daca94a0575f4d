import Database
import Foundation
import HTTP

/// `retailmind-bench`: how long a shopkeeper waits for an answer, how much the door takes in, and what understanding
/// costs. The server is measured from outside, as a process of its own on a database that loses nothing.
/// `docs/benchmarks.md` keeps the last result.
@main
struct Bench {
  static func main() async {
    do {
      try await run(peer: try peerCommand(Array(CommandLine.arguments.dropFirst())))
    } catch {
      FileHandle.standardError.write(Data("retailmind-bench: \(error)\n".utf8))
      exit(1)
    }
  }

  private static func run(peer: String?) async throws {
    let home = URL(filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory)
    say(Machine.words)
    var table = Table()
    table.add("understanding a message", try measureUnderstanding(home: home), in: .microseconds)
    try await Stage.standing(in: home) { stage in
      table.add("one commit of PostgreSQL", try await measureCommits(stage.database), in: .milliseconds)
      try await measure(stage.retailmind(parts: "web,worker,scheduler"), "a whole turn", on: stage, turns, &table)
      try await measure(stage.retailmind(parts: "web"), "acknowledging", on: stage, acknowledgements, &table)
      guard let peer else { return }
      let server = try await stage.peer(peer)
      try await measure(server, "the peer: a whole turn", on: stage, turns, &table)
      try await measure(server, "the peer: acknowledging", on: stage, acknowledgements, &table)
    }
    say("Load average afterwards: \(Machine.load)\n\n\(table.text)")
  }

  private static func measure(
    _ server: Subject, _ what: String, on stage: Stage,
    _ measurement: (Subject, Stage) async throws -> Figures, _ table: inout Table
  ) async throws {
    say("Measuring \(what) …")
    let figures = try await server.running(client: stage.client) { try await measurement(server, stage) }
    table.add(what, figures, in: .milliseconds)
  }

  private static func peerCommand(_ arguments: [String]) throws -> String? {
    switch arguments.count {
    case 0: nil
    case 2 where arguments[0] == "--peer": arguments[1]
    default: throw Plainly("use: retailmind-bench [--peer COMMAND]; see docs/benchmarks.md")
    }
  }
}

/// A fault that the person at the terminal can do something about.
struct Plainly: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

func say(_ text: String) {
  print(text)
  fflush(nil)  // to a file or a pipe, lines would wait for a full buffer
}
