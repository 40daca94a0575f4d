import HTTP

/// Puts seeds together to POSTs as WhatsApp would make them: several accounts, changes, messages and statuses in one,
/// from people who are known by phone, by user id, or by both.
struct Composer: Sendable {
  static let channel = "100000000000001"

  private let messages: [Tree]
  private let statuses: [Tree]
  private let changes: [Tree]
  private let bodies: [Tree]
  private let mutation: TreeMutation

  init(_ seeds: Seeds) {
    messages = seeds.messages.map(Tree.init)
    statuses = seeds.statuses.map(Tree.init)
    changes = seeds.changes.map(Tree.init)
    bodies = seeds.bodies.map(Tree.init)
    mutation = TreeMutation(names: seeds.names.map(Lettering.escaped), donors: seeds.all.map(Tree.init))
  }

  /// A good body, as Meta would write it.
  func wellFormed(_ chance: inout Chance) -> [UInt8] { Lettering.dense.bytes(of: body(&chance)) }

  /// One good body, always the same.
  var exemplary: [UInt8] {
    var chance = Chance(seed: 1, number: 1)
    return wellFormed(&chance)
  }

  /// A body with a few things wrong in it, or in its bytes.
  func hostile(_ chance: inout Chance) -> [UInt8] {
    var tree = chance.once(in: 20) ? chance.one(of: bodies) : body(&chance)
    for _ in 0..<chance.mostlySmall(upTo: 12) { mutation.mutate(&tree, &chance) }
    var bytes = chance.one(of: Lettering.allCases).bytes(of: tree)
    if chance.once(in: 2) { ByteMutation.mutate(&bytes, &chance) }
    return bytes
  }

  /// Another value with a few things wrong: what lay in the database and has been spoiled there.
  func spoiled(_ json: JSON, _ chance: inout Chance) -> [UInt8] {
    var tree = Tree(json)
    mutation.mutate(&tree, &chance)
    var bytes = Lettering.dense.bytes(of: tree)
    if chance.once(in: 2) { ByteMutation.mutate(&bytes, &chance) }
    return bytes
  }

  private func body(_ chance: inout Chance) -> Tree {
    let entries = (0..<few(&chance)).map { _ in entry(&chance) }
    return .object(("object", .text("whatsapp_business_account")), ("entry", .list(entries)))
  }

  private func entry(_ chance: inout Chance) -> Tree {
    let changes = (0..<few(&chance)).map { _ in change(&chance) }
    var entry = Tree.object(("id", .text("2001")), ("changes", .list(changes)))
    if chance.once(in: 4) { entry.add("time", .written(Array("1790000000".utf8))) }
    return entry
  }

  private func change(_ chance: inout Chance) -> Tree {
    guard chance.below(4) > 0 else { return chance.one(of: changes) }
    let metadata = Tree.object(
      ("display_phone_number", .text("912000000000")), ("phone_number_id", .text(Self.channel)))
    var value = Tree.object(("messaging_product", .text("whatsapp")), ("metadata", metadata))
    if chance.below(4) > 0 { value.add("contacts", .list((0...chance.below(3)).map { contact($0) })) }
    if chance.below(3) > 0 { value.add("messages", .list((0..<count(&chance)).map { _ in message(&chance) })) }
    if chance.once(in: 3) { value.add("statuses", .list((0..<count(&chance)).map { _ in status(&chance) })) }
    if chance.once(in: 12) { value.add("errors", .list([.object(("code", .written(Array("130429".utf8))))])) }
    return .object(("field", .text("messages")), ("value", value))
  }

  /// One mostly: what is wrong in one is wrong in ten, and ten take longer.
  private func few(_ chance: inout Chance) -> Int { chance.once(in: 4) ? 1 + chance.below(3) : 1 }

  private func count(_ chance: inout Chance) -> Int { chance.once(in: 400) ? chance.below(200) : chance.below(4) }

  private func contact(_ person: Int) -> Tree {
    .object(
      ("profile", .object(("name", .text(["Asha Kulkarni", "रवि शर्मा", "सुनीता"][person])))),
      ("wa_id", .text("91980000000\(person)")), ("user_id", .text("IN.100\(person)")))
  }

  private func message(_ chance: inout Chance) -> Tree {
    var message = chance.one(of: messages)
    let person = chance.below(4)
    if chance.below(4) > 0 { message.add("from", .text("91980000000\(person)")) }
    if chance.below(2) > 0 { message.add("from_user_id", .text("IN.100\(person)")) }
    message.add("id", .text("wamid.\(chance.below(1 << 40))"))
    message.add("timestamp", chance.once(in: 4) ? .written(Array("1790000000".utf8)) : .text("1790000000"))
    return message
  }

  private func status(_ chance: inout Chance) -> Tree {
    var status = chance.one(of: statuses)
    status.add("id", .text("wamid.ours.\(chance.below(1 << 40))"))
    status.add("timestamp", .text("1790000000"))
    return status
  }
}
