import Commerce
import Intents
import Inventory
import Language
import Measures
import Messages
import Sheets
import WhatsApp

/// A list of goods that an owner sends as a file: read, shown (what is new, what changes, what cannot be read), and
/// written on one tap.
extension Turn {
  func receive(_ file: ReceivedFile) async throws -> Answer {
    switch file {
    case .kept(let id):
      var request = Request(Frame(intent: .itemCreate, confidence: 1, voice: voice))
      request.file = id
      return try await goodsFile(id, request)
    case .tooLarge: return .say(say(.importTooLarge))
    case .gone: return .say(say(.importGone))
    case .notATable: return .say(say(.importNoTable))
    case .sheetNotShared: return .say(say(.sheetNotShared))
    case .sheetGone: return .say(say(.sheetGone))
    case .sheetTrouble: return .say(say(.sheetTrouble))
    case .notForUs: return .say(say(role == .staff ? .notAllowed : .typeUnsupported))
    }
  }

  func goodsFile(_ id: Int64, _ request: Request) async throws -> Answer {
    guard role.may(.itemCreate) else { return .say(say(.notAllowed)) }
    guard let file = try await books.file(id) else { return .say(say(.importGone)) }
    let list: GoodsList
    do throws(UnreadableFile) {
      list = GoodsList(reading: try Table(reading: file.bytes))
    } catch {
      return .say(say(error.phrase))
    }
    guard list.lines.count <= GoodsList.linesMax else { return .say(say(.importTooLarge)) }
    guard try await !books.wasImported(file.sha256) else { return .say(say(.importTwice)) }
    let plan = try await books.plan(importing: list)
    guard !plan.isNothing else {
      let nothing = plan.same > 0 ? [say(.importNothing)] : plan.unreadable.isEmpty ? [say(.importNoGoods)] : []
      return .say((nothing + troubles(of: plan)).joined(separator: "\n"))
    }
    guard request.settled.contains(.importing) else {
      let shown =
        [say(.importHead, [.text: .text(file.name)])] + sums(of: plan) + examples(of: plan) + troubles(of: plan)
      return sure(.importing, (shown + [say(.importAsk)]).joined(separator: "\n"), request)
    }
    let group = try await books.write(plan, sha256: file.sha256, named: file.name, by: author)
    let text = ([say(.importDone)] + sums(of: plan) + troubles(of: plan)).joined(separator: "\n")
    return imported(text, group)
  }

  private func sums(of plan: ImportPlan) -> [String] {
    let sums: [(Phrase, Int)] = [
      (.importNew, plan.new.count), (.importChanged, plan.changed.count), (.importSame, plan.same),
    ]
    return sums.filter { $0.1 > 0 }.map { phrase, count in say(phrase, [.n: .number(count)]) }
  }

  private static let examplesMax = 3
  private static let troublesMax = 4

  /// As they would be written, so that a column read wrongly is seen before it is.
  private func examples(of plan: ImportPlan) -> [String] {
    let new = plan.new.prefix(Self.examplesMax).map { goods in
      "+ " + example(goods.name, goods.quantity, goods.unit ?? .piece, goods.price)
    }
    let changed = plan.changed.prefix(Self.examplesMax).map { change in
      "→ " + example(change.name, change.counted, change.unit, change.price)
    }
    return new + changed
  }

  private func example(_ name: String, _ quantity: Quantity?, _ unit: Unit, _ price: Money?) -> String {
    let said = [
      quantity.map { PhraseValue.measure(Measure($0, unit)).said(in: voice) },
      price.map { PhraseValue.money($0).said(in: voice) },
    ].compactMap { $0 }
    return ([name] + said).joined(separator: ", ")
  }

  private func troubles(of plan: ImportPlan) -> [String] {
    guard !plan.unreadable.isEmpty else { return [] }
    var rows = [say(.importUnreadable, [.n: .number(plan.unreadable.count)])]
    rows += plan.unreadable.prefix(Self.troublesMax).map { trouble in
      say(.importLine, [.n: .number(trouble.line), .reason: .text(said(trouble.reason))])
    }
    return rows
  }

  private func said(_ reason: UnreadableLine.Reason) -> String {
    switch reason {
    case .noName: say(.importNoName)
    case .badNumber(let text): say(.importBadNumber, [.text: .text(fitted(text, scalarsMax: Self.quotedMax))])
    case .badUnit(let text): say(.importBadUnit, [.text: .text(fitted(text, scalarsMax: Self.quotedMax))])
    case .repeated(let line): say(.importRepeated, [.n: .number(line)])
    }
  }

  private static let quotedMax = 40
}

extension UnreadableFile {
  fileprivate var phrase: Phrase {
    switch self {
    case .empty: .importNoGoods
    case .notATable, .damaged: .importNoTable
    case .oldWorkbook: .importOldExcel
    case .tooLarge: .importTooLarge
    }
  }
}
