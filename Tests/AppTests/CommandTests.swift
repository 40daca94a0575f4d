import Testing

@testable import App

struct CommandTests {
  @Test func `the commands are understood`() throws {
    #expect(try Command(["dev"]) == .dev)
    #expect(try Command(["serve"]) == .serve(parts: [.web, .worker, .scheduler]))
    #expect(try Command(["serve", "--roles", "worker,scheduler"]) == .serve(parts: [.worker, .scheduler]))
    #expect(try Command(["migrate", "--status"]) == .migrate(statusOnly: true))
    #expect(
      try Command(["understand", "--names", "n.json"]) == .understand(catalogue: nil, names: "n.json", detail: .none))
    #expect(
      try Command(["shop", "create", "--name", "Shree Ganesh", "--owner", "919812345678"])
        == .shopCreate(name: "Shree Ganesh", ownerPhone: "919812345678"))
    #expect(try Command(["understand", "--why"]) == .understand(catalogue: nil, names: nil, detail: .why))
    #expect(try Command(["understand", "--explain"]) == .understand(catalogue: nil, names: nil, detail: .whole))
    #expect(
      try Command(["import", "--shop", "3", "goods.csv", "--dry-run"])
        == .importGoods(shop: 3, file: "goods.csv", isRehearsal: true))
    #expect(try Command(["export", "--shop", "3", "--output", "a.zip"]) == .export(shop: 3, file: "a.zip"))
    #expect(
      try Command(["erase", "--shop", "3", "--person", "919812345678", "--yes"])
        == .erase(shop: 3, person: "919812345678", isMeant: true))
    #expect(
      try Command(["key", "create", "--name", "till", "--shop", "4,1", "--write"])
        == .key(.create(name: "till", mayWrite: true, shops: [1, 4])))
    #expect(
      try Command(["key", "create", "--all-shops", "--name", "console"])
        == .key(.create(name: "console", mayWrite: false, shops: nil)))
    #expect(try Command(["key", "list"]) == .key(.list))
    #expect(try Command(["key", "revoke", "3"]) == .key(.revoke(3)))
    #expect(try Command([]) == .help)
  }

  @Test(arguments: [
    ["fly"], ["serve", "--roles"], ["serve", "--roles", "cook"], ["serve", "--roles", ""], ["dev", "now"],
    ["shop"], ["shop", "create", "--name", "x"], ["shop", "create", "--name", "x", "--owner", "+91 98"],
    ["migrate", "--force"], ["import", "goods.csv"], ["import", "--shop", "3"], ["import", "--shop", "x", "goods.csv"],
    ["export", "--shop", "3"], ["erase", "--yes"], ["erase", "--shop", "0"],
    ["key"], ["key", "make"], ["key", "create"], ["key", "create", "--name", "x"], ["key", "create", "--shop", "1"],
    ["key", "create", "--name", "x", "--shop", "1", "--all-shops"], ["key", "create", "--name", "x", "--shop", "1,b"],
    ["key", "create", "--name", "a\nb", "--all-shops"], ["key", "create", "--name", "x", "--shop", ""],
    ["key", "revoke"], ["key", "revoke", "x"], ["key", "list", "3"],
  ])
  func `bad input is one clear line`(arguments: [String]) {
    #expect {
      try Command(arguments)
    } throws: { error in
      let line = "\(error)"
      return error is Command.Misuse && !line.isEmpty && !line.contains("\n")
    }
  }
}
