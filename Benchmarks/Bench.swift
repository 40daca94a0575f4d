import Database
import Foundation
import HTTP

/// `retailmind-bench`: how long a shopkeeper waits for an answer, how much the door takes in, and what understanding and
/// pictures cost. The server is measured from outside, as a process of its own on a database that loses nothing.
/// `docs/benchmarks.md` keeps the last result.
@main
struct Bench {
  static func main() async {
    do {
      try await run(try Wish(Array(CommandLine.arguments.dropFirst())))
    } catch {
      FileHandle.standardError.write(Data("retailmind-bench: \(error)\n".utf8))
      exit(1)
    }
  }

  private static func run(_ wish: Wish) async throws {
    let home = URL(filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory)
    say(Machine.words)
    var table = Table()
    if wish.wants("understanding") {
      try UnderstandingBench(sentences: wish.sentences, home: home).run(&table)
    }
    if wish.parts.contains("festivals") { try FestivalCheck(reference: wish.reference).run(&table) }
    if wish.wants("charts") { ChartBench(rounds: wish.isShort ? 3 : 200).run(&table) }
    if wish.wants("pricing") { PriceBench(isShort: wish.isShort).run() }
    if wish.wants("forecast") { try ForecastBench(series: wish.series).run(&table) }
    if wish.parts.contains("alerts") {
      guard let series = wish.series else { throw Plainly("alerts are replayed from --series FILE") }
      try AlertBench(series: series).run()
    }
    if wish.needsServer { try await measureServer(wish, home, &table) }
    say("Load average afterwards: \(Machine.load)\n\n\(table.text)")
  }

  private static func measureServer(_ wish: Wish, _ home: URL, _ table: inout Table) async throws {
    try await Stage.standing(in: home, hasDemoShop: wish.wants("turn")) { stage in
      if wish.wants("turn") {
        table.add("one commit of PostgreSQL", try await measureCommits(stage.database), in: .milliseconds)
        try await measure(stage.retailmind(parts: "web,worker,scheduler"), "a whole turn", on: stage, turns, &table)
        if let peer = wish.peer {
          try await measure(stage.peer(peer), "the peer: a whole turn", on: stage, turns, &table)
        }
      }
      if wish.wants("books") { try await stage.measureBooks(&table) }
      let rush = try await Rush(stage: stage, wish: wish)
      try await rush.run(&table)
    }
  }

  private static func measure(
    _ server: Subject, _ what: String, on stage: Stage,
    _ measurement: (Subject, Stage) async throws -> Figures, _ table: inout Table
  ) async throws {
    say("Measuring \(what) …")
    let figures = try await server.running(client: stage.client) { _ in try await measurement(server, stage) }
    table.add(what, figures, in: .milliseconds)
  }
}

/// What the person at the terminal asked for.
struct Wish {
  /// The command that runs the peer; nil without one.
  var peer: String?
  /// A file of labelled sentences to measure the understanding with; without it the training lines examine themselves.
  var sentences: String?
  /// A file of festivals (`date,name`) to check the calendar against.
  var reference: String?
  /// A file of series to plant spikes in.
  var series: String?
  /// Only these parts; all where empty.
  var parts: Set<String> = []
  /// Shorter, to see that it runs: the figures mean less.
  var isShort = false

  /// These need neither a database nor the program.
  private static let alone = ["understanding", "forecast", "charts", "festivals", "pricing", "alerts"]
  static let parts = alone + ["turn", "door", "ingest", "turns", "memory", "books"]

  init(_ arguments: [String]) throws {
    var rest = arguments[...]
    while let word = rest.popFirst() {
      switch word {
      case "--short": isShort = true
      case "--peer":
        guard let command = rest.popFirst() else { throw Self.usage }
        peer = command
      case "--sentences":
        guard let file = rest.popFirst() else { throw Self.usage }
        sentences = file
      case "--reference":
        guard let file = rest.popFirst() else { throw Self.usage }
        reference = file
      case "--series":
        guard let file = rest.popFirst() else { throw Self.usage }
        series = file
      case let part where Self.parts.contains(part): parts.insert(part)
      default: throw Self.usage
      }
    }
  }

  /// The short form is only to see that it runs; it asks for the parts that need no demo shop and no other program.
  func wants(_ part: String) -> Bool {
    guard parts.isEmpty else { return parts.contains(part) }
    return !isShort || ["charts", "ingest", "turns"].contains(part)
  }

  var needsServer: Bool { parts.isEmpty || !parts.isSubset(of: Self.alone) }

  private static let usage = Plainly(
    """
    use: retailmind-bench [--short] [--peer COMMAND] [--sentences FILE] [--series FILE] [--reference FILE] \
    [\(parts.joined(separator: "] ["))]; see docs/benchmarks.md
    """)
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
