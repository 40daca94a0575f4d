import Foundation

/// `retailmind`: one binary for everything that a shop's server does.
@main
struct Retailmind {
  static let version = "0.1.0"

  static func main() async {
    do {
      try await run(try Command(Array(CommandLine.arguments.dropFirst())))
    } catch {
      FileHandle.standardError.write(Data("retailmind: \(error)\n".utf8))
      exit(1)
    }
  }

  private static func run(_ command: Command) async throws {
    let variables = ProcessInfo.processInfo.environment
    switch command {
    case .dev: try await dev(variables)
    case .serve(let parts): try await serve(try Configuration(variables), parts: parts)
    case .migrate(let statusOnly): try await migrate(variables, statusOnly: statusOnly)
    case .understand(let catalogue, let names, let detail):
      try understand(catalogue: catalogue, names: names, detail: detail)
    case .forecast(let wish): try await forecast(wish)
    case .shopCreate(let name, let phone): try await createShop(name, ownerPhone: phone, variables)
    case .key(let wish): try await key(wish, variables)
    case .importGoods(let shop, let file, let isRehearsal):
      try await importGoods(into: shop, from: file, isRehearsal: isRehearsal, try Configuration(variables))
    case .export(let shop, let file): try await export(shop: shop, to: file, try Configuration(variables))
    case .erase(let shop, let phone, let isMeant):
      try await erase(shop: shop, person: phone, isMeant: isMeant, try Configuration(variables))
    case .doctor: try await doctor(variables)
    case .help: print(Command.helpText)
    case .version: print("retailmind \(version)")
    }
  }
}

/// A fault that the person at the terminal can do something about.
struct Plainly: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
