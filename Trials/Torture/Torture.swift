import Foundation

/// `retailmind-torture`: servers, workers and PostgreSQL are killed again and again while people write, and then every
/// promise is counted after. `docs/reliability.md` says what is promised and keeps the last result.
@main
struct Torture {
  private static let use = """
    use: retailmind-torture [--short] [--seed N]
         retailmind-torture failover [--short] [--seed N]
         retailmind-torture limits
    """

  static func main() async {
    do {
      let verdict = try await run(Array(CommandLine.arguments.dropFirst()))
      say(verdict.text)
      exit(verdict.holds ? 0 : 1)
    } catch {
      FileHandle.standardError.write(Data("retailmind-torture: \(error)\n".utf8))
      exit(2)
    }
  }

  private static func run(_ arguments: [String]) async throws -> Verdict {
    var words = arguments
    var seed = UInt64.random(in: 1...999_999)
    if let at = words.firstIndex(of: "--seed") {
      guard words.indices.contains(at + 1), let given = UInt64(words[at + 1]) else { throw Plainly(use) }
      seed = given
      words.removeSubrange(at...at + 1)
    }
    let home = URL(filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory)
    switch words {
    case []: return try await TortureTrial(plan: .full, seed: seed, home: home).run()
    case ["--short"]: return try await TortureTrial(plan: .short, seed: seed, home: home).run()
    case ["failover"]: return try await FailoverTrial(size: .full, seed: seed, home: home).run()
    case ["failover", "--short"]: return try await FailoverTrial(size: .short, seed: seed, home: home).run()
    case ["limits"]: return try await LimitsTrial(home: home).run()
    default: throw Plainly(use)
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
