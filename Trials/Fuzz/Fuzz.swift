import Foundation

/// `retailmind-fuzz`: hostile input at every door that strangers can reach, in numbers that no tester could type. The
/// product may refuse whatever it likes, but it may not die, hang, lose, or grow. `docs/reliability.md` keeps the last
/// result.
@main
struct Fuzz {
  static func main() async {
    do {
      exit(try await run(try Options(Array(CommandLine.arguments.dropFirst()))) ? 0 : 1)
    } catch {
      FileHandle.standardError.write(Data("\(error)\n".utf8))
      exit(2)
    }
  }

  private static func run(_ options: Options) async throws -> Bool {
    switch options.task {
    case .supervise(let doors): try await supervise(doors, options)
    case .work(let door, let logbook):
      try await Worker(
        door: door, seed: options.seed, count: options.count(of: door), logbook: try Logbook(path: logbook)
      ).run()
    case .replay(let file, let door): try await replay(file, door)
    }
  }

  private static func supervise(_ doors: [Door], _ options: Options) async throws -> Bool {
    let folder = URL(filePath: FileManager.default.currentDirectoryPath).appending(path: ".build/fuzz")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var fallen: [Door] = []
    for door in doors {
      let watch = Watch(door: door, seed: options.seed, count: options.count(of: door), folder: folder)
      if !(try await watch.run()) { fallen.append(door) }
    }
    let names = fallen.map(\.rawValue).joined(separator: ", ")
    say(fallen.isEmpty ? "Held: nothing died, hung, was lost or grew." : "DID NOT HOLD: \(names).")
    return fallen.isEmpty
  }

  private static func replay(_ file: String, _ door: Door) async throws -> Bool {
    let input = Array(try Data(contentsOf: URL(filePath: file)))
    let trial = try door.trial()
    do throws(Violation) {
      try await offPool { Result { () throws(Violation) in try trial.check(input) } }.get()
      say("held \(try await trial.finish())")
      return true
    } catch {
      say("VIOLATION: \(error)")
      return false
    }
  }
}
