import DemoShop
import Foundation
import HTTP
import Intents
import Language
import Measures

extension Retailmind {
  /// JSON lines in (`id, text, role?, ctx?`), what each means out, line by line as they come: for measuring the
  /// understanding, and for curiosity.
  static func understand(catalogue: String?, names: String?, detail: Command.Detail) throws {
    let interpreter = Interpreter(
      catalogue: Catalogue(try catalogue.map(catalogueItems) ?? demoItems()),
      names: try names.map(knownNames) ?? KnownNames(customers: [], suppliers: [], staff: []),
      model: try TrainingFolder.model())
    _ = interpreter.understand(Utterance(text: "1 kilo"))  // tables are built on first use: a matter of the start
    var number = 0
    while let line = readLine(strippingNewline: true) {
      number += 1
      guard !line.isEmpty else { continue }
      guard let input = try? JSON(parsing: Array(line.utf8)), let text = input["text"]?.text else {
        throw Plainly("line \(number): expected a JSON object with \"text\"")
      }
      let utterance = Utterance(
        text: text, role: input["role"]?.text.flatMap(Role.init) ?? .owner,
        awaited: input["ctx"]?.text.flatMap(Awaited.init) ?? .none)
      let began = ContinuousClock.now
      let frame = interpreter.understand(utterance)
      let microseconds = (ContinuousClock.now - began) / .microseconds(1)
      var output: [String: JSON] = [
        "id": input["id"] ?? .integer(Int64(number)), "intent": .string(frame.intent.rawValue),
        "slots": JSON(frame.slots.fields), "confidence": .real(frame.confidence),
        "language": .string(frame.voice.rawValue), "us": .real(microseconds),
      ]
      switch detail {
      case .none: break
      case .why: output["why"] = .array(interpreter.explain(utterance).map(JSON.string))
      case .whole: output["explain"] = JSON(interpreter.explanation(of: utterance))
      }
      // Not print, which holds lines back when it writes to a pipe.
      try FileHandle.standardOutput.write(contentsOf: Data(JSON.object(output).encoded()) + [UInt8(ascii: "\n")])
    }
  }

  /// Without a catalogue, the demo shop's.
  private static func demoItems() throws -> [CatalogueItem] {
    let home = URL(
      filePath: ProcessInfo.processInfo.environment["RETAILMIND_HOME"] ?? FileManager.default.currentDirectoryPath)
    return try Kirana(directory: home.appending(path: "demo")).items.map { item in
      CatalogueItem(
        id: item.id, names: [item.english, item.hindi, item.marathi] + item.moreNames, category: item.category,
        unit: item.unit)
    }
  }

  /// The list in the form `[{id, category, unit, en: […], hi: […], mr: […], roman: […]}]`.
  private static func catalogueItems(_ path: String) throws -> [CatalogueItem] {
    try json(path).array.map { item in
      guard let id = item["id"]?.text else { throw Plainly("\(path): an item has no id") }
      let names = ["en", "hi", "mr", "roman", "names"].flatMap { item[$0]?.array ?? [] }.compactMap(\.text)
      return CatalogueItem(
        id: id, names: names, category: item["category"]?.text,
        unit: item["unit"]?.text.flatMap(Measures.Unit.init) ?? .piece)
    }
  }

  private static func knownNames(_ path: String) throws -> KnownNames {
    let names = try json(path)
    func list(_ key: String) -> [String] { (names[key]?.array ?? []).compactMap(\.text) }
    return KnownNames(customers: list("customers"), suppliers: list("suppliers"), staff: list("staff"))
  }

  private static func json(_ path: String) throws -> JSON {
    guard let data = FileManager.default.contents(atPath: path) else { throw Plainly("\(path) cannot be read") }
    do { return try JSON(parsing: Array(data)) } catch { throw Plainly("\(path) is no JSON: \(error)") }
  }
}

extension JSON {
  fileprivate init(_ fields: [Field]) {
    self = .object(Dictionary(fields.map { ($0.name, JSON($0.value)) }, uniquingKeysWith: { first, _ in first }))
  }

  private init(_ value: FieldValue) {
    switch value {
    case .text(let text): self = .string(text)
    case .number(let digits): self = Int64(digits).map(JSON.integer) ?? .real(Double(digits) ?? 0)
    case .flag(let flag): self = .bool(flag)
    case .list(let values): self = .array(values.map { JSON($0) })
    case .tree(let fields): self = JSON(fields)
    case .null: self = .null
    }
  }
}
