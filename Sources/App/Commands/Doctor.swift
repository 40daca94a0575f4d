import Database
import Foundation
import HTTP
import Intents
import Language
import Messages
import WhatsApp

extension Retailmind {
  /// Looks at everything that the server needs, and says of each whether it is well. Fails when something is not.
  static func doctor(_ variables: [String: String]) async throws {
    var faults = 0
    func look(_ name: String, _ check: () async throws -> String) async {
      do {
        print("ok    \(name): \(try await check())")
      } catch {
        faults += 1
        print("FAIL  \(name): \("\(error)".replacing("\n", with: "\n      "))")
      }
    }

    var configuration: Configuration?
    await look("settings") {
      let read = try Configuration(variables)
      configuration = read
      return read.environment.rawValue
    }
    let home =
      configuration?.home ?? URL(filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory)
    await look("replies") {
      _ = try Phrasebook(directory: home.appending(path: "templates/replies"))
      return "\(Phrase.allCases.count) phrases in \(Voice.allCases.count) voices"
    }
    await look("understanding") {
      _ = try TrainingFolder.model()
      return "learnt from \(TrainingFolder.standing.path)"
    }
    if let configuration {
      let database = Postgres(.init(url: configuration.databaseURL))
      await look("database") {
        try await database.query("select current_setting('server_version') || ' as ' || current_user").only()
          .decode(String.self)
      }
      await look("role") {
        try await refuseMightyRole(database)
        return "sees one shop at a time"
      }
      await look("character type") {
        let type = try await database.query(
          "select datctype from pg_database where datname = current_database()"
        ).only().decode(String.self)
        guard type != "C", type != "POSIX" else {
          throw Plainly("LC_CTYPE is \(type): create the database with C.UTF-8")
        }
        return type
      }
      await look("migrations") {
        let all = try await Migrator(directory: home.appending(path: "Migrations")).status(on: database)
        let pending = all.filter { $0.appliedAt == nil }
        guard pending.isEmpty else { throw Plainly("\(pending.count) pending: retailmind migrate") }
        return "\(all.count) applied"
      }
      await look("books") {
        let faults = try await database.query(
          "select shop_id, book, of_id, shown::text, entries::text from audit_books()")
        guard let first = faults.first else {
          return "stock, credit, suppliers, days and months equal the sum of their entries"
        }
        let (shop, book, id, shown, entries) = try first.decode(
          Int64.self, String.self, Int64.self, String.self, String.self)
        throw Plainly(
          "\(faults.count) differ from the sum of their entries; the first: \(book) \(id) of shop \(shop) shows \(shown), not \(entries)"
        )
      }
      await look("sending") {
        let stops = try await database.stoppedChannels()
        guard stops.isEmpty else { throw Plainly("stopped: \(stops.map { $0.meaning ?? "error \($0.failure.code)" })") }
        return "no number is stopped"
      }
      await database.close()
      await look("WhatsApp") {
        let url = configuration.whatsApp.graphURL
        do {
          let response = try await HTTPClient().send(.init(url: url, timeoutSeconds: 5))
          return "\(url) answers (\(response.status))"
        } catch HTTPClient.Failure.couldNotConnect(let reason) {
          throw Plainly("\(url): \(reason)")
        }
      }
    }
    if faults > 0 { throw Plainly("\(faults) of these need your attention") }
  }
}
