import Database
import Foundation
import TestSupport

/// `retailmind-ledgers`: a million random entries through the verbs of the books, beside sums that are kept in memory.
/// Whatever the books show at any time must be the same sums, and an undo must leave what was there before.
@main
struct Ledgers {
  private static let use = "use: retailmind-ledgers [--seed N] [--operations N]"

  static func main() async {
    do {
      try await run(Array(CommandLine.arguments.dropFirst()))
      exit(0)
    } catch let difference as Difference {
      tell("DID NOT HOLD: \(difference)")
      exit(1)
    } catch {
      FileHandle.standardError.write(Data("retailmind-ledgers: \(error)\n".utf8))
      exit(2)
    }
  }

  private static func run(_ arguments: [String]) async throws {
    var (seed, operations) = (UInt64.random(in: 1...999_999), 1_000_000)
    var words = arguments[...]
    while let word = words.popFirst() {
      guard let number = words.popFirst().flatMap({ UInt64($0) }) else { throw Difference(use) }
      switch word {
      case "--seed": seed = number
      case "--operations": operations = Int(number)
      default: throw Difference(use)
      }
    }
    tell("seed \(seed), \(operations) operations")
    let cluster = try await startDisposableCluster(settings: ["shared_buffers": "512MB", "max_wal_size": "4GB"])
    let owner = Postgres(.init(url: cluster.url()))
    try await Migrator(directory: URL(filePath: "Migrations")).migrate(on: owner)
    var configuration = Postgres.Configuration(url: cluster.url() + "&options=-c%20role%3Dretailmind_app")
    configuration.statementSecondsMax = 300
    let trial = LedgerTrial(seed: seed, operations: operations, say: tell)
    let clock = ContinuousClock.now
    let outcome = try await trial.run(owner: owner, application: Postgres(configuration))
    let seconds = (ContinuousClock.now - clock) / .seconds(1)
    tell(
      """
      Held: seed \(seed), \(outcome.operations) operations (\(outcome.refusals) refused), \
      \(Int(Double(outcome.operations) / seconds)) a second; everything shown is the sum of what stands.
      """)
  }

  @Sendable private static func tell(_ text: String) {
    print(text)
    fflush(nil)  // to a file or a pipe, lines would wait for a full buffer
  }
}
