import Foundation
import HTTP
import TestSupport

@testable import Simulator

/// Payloads in WhatsApp's forms, composed for these tests: one file a family, `Corpus/<family>.json`, of cases in their
/// order. A case has a name, where it ends (`expect`), and a change (`field` and `value`) or a whole `body`.
///
/// A value under `messages` gets the number and the person that all of them share, unless it brings its own.
struct Corpus {
  /// - turn: a message that is answered, or met with one polite line
  /// - noted: recorded, and no answer
  /// - status: of a message of ours
  /// - ignored: acknowledged and kept as it came
  /// - mixed: several, of which each ends in its own way
  enum Expect: String { case turn, noted, status, ignored, mixed }

  struct Case: Sendable {
    let name: String
    let ends: Ends
    let body: [UInt8]
  }

  /// How many rows a payload leaves behind, kind by kind.
  struct Ends: Sendable, Hashable {
    var jobs = 0
    var replies = 0
    var statuses = 0
    var payments = 0
    var kept = 0
    var dead = 0
    var stops = 0
  }

  static let families = [
    "account", "changes", "elsewhere", "envelopes", "failures", "media", "numbers", "payments", "people", "taps",
    "templates", "things", "ticks", "unreadable", "words",
  ]

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Corpus")

  static func cases(of family: String) throws -> [Case] {
    let text = try Data(contentsOf: folder.appending(path: family + ".json"))
    return try JSON(parsing: Array(text)).array.map(Case.init)
  }

  static func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).map { String($0.dropLast(".json".count)) }.sorted()
  }
}

extension Corpus.Case {
  struct Unreadable: Error { let name: String }

  init(_ item: JSON) throws {
    name = item["name"]?.text ?? ""
    guard let expect = item["expect"]?.text.flatMap(Corpus.Expect.init) else { throw Unreadable(name: name) }
    let field = item["field"]?.text ?? ""
    ends = item["ends"].map(Corpus.Ends.init) ?? Corpus.Ends(of: expect, field: field)
    body = Self.wire(item["body"] ?? Self.envelope(item, field))
  }

  private static func envelope(_ item: JSON, _ field: String) -> JSON {
    let given = item["value"]?.object ?? [:]
    let value = JSON.object(shared.merging(given) { _, own in own }.filter { $0.value != .null })
    var entry: [String: JSON] = ["id": "5005", "changes": [["field": .string(field), "value": value]]]
    entry["time"] = item["time"]
    return ["object": "whatsapp_business_account", "entry": [.object(entry)]]
  }

  private static let shared: [String: JSON] = [
    "messaging_product": "whatsapp",
    "metadata": [
      "display_phone_number": "912044440001", "phone_number_id": .string(LittleShop.ownersChannel),
    ],
    "contacts": [["profile": ["name": "आशा"], "wa_id": "910000001001"]],
  ]

  /// As the bytes come from WhatsApp: everything beyond ASCII escaped, and a few letters of ASCII too.
  static func wire(_ json: JSON) -> [UInt8] { MetaEscaping.escape(json.encoded()) }
}

extension Corpus.Ends {
  init(of expect: Corpus.Expect, field: String) {
    self.init()
    switch expect {
    case .turn: (jobs, replies) = (1, 1)
    case .noted where field == "messages": jobs = 1
    case .status: statuses = 1
    case .noted, .ignored: kept = 1
    case .mixed: break
    }
  }

  init(_ item: JSON) {
    self.init()
    func count(_ name: String) -> Int { item[name]?.integer.flatMap { Int($0) } ?? 0 }
    (jobs, replies, statuses, payments) = (count("jobs"), count("replies"), count("statuses"), count("payments"))
    (kept, dead, stops) = (count("kept"), count("dead"), count("stops"))
  }

  static func - (later: Self, earlier: Self) -> Self {
    var change = Self()
    change.jobs = later.jobs - earlier.jobs
    change.replies = later.replies - earlier.replies
    change.statuses = later.statuses - earlier.statuses
    change.payments = later.payments - earlier.payments
    change.kept = later.kept - earlier.kept
    change.dead = later.dead - earlier.dead
    change.stops = later.stops - earlier.stops
    return change
  }
}
