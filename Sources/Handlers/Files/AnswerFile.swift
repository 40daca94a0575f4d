import Intents
import Inventory
import Language
import Measures
import Messages
import Sheets
import WhatsApp

/// “iska excel bhejo”, “यादी फाईलमध्ये द्या”: what was told last, all of it, as a file. Which answer that is, the reply
/// says. Reports that somebody wants made (for a month, for the tax adviser, as PDF) are another matter.
extension Turn {
  func answerFile(_ request: Request) async throws -> Answer {
    let wish = FileWish(request.words ?? "", format: request.frame.slots.format)
    guard wish.isForUs, request.frame.slots.period == nil else { return notYet(.reportRequest) }
    if wish.namesStock { return try await fileOf(stock(request.frame.voice), as: wish.format) }
    guard let last = state.lastRequest, role.may(last.frame.intent), last.frame.intent.hasFile else {
      return .say(say(.fileOfWhat))
    }
    return try await fileOf(last, as: wish.format)
  }

  /// “iska csv bhejo”, after an answer that is a table: few words, one of them a file. However else it was read, it asks
  /// for nothing that would be written.
  func fileOfLast(wishedBy words: String, readAs frame: Frame) async throws -> Answer? {
    let wish = FileWish(words, format: nil)
    guard wish.isForUs, wish.isShort, wish.namesSheet || wish.format == .commaSeparated, !wish.namesStock,
      !frame.intent.isTold, !(frame.slots.items + frame.asides).contains(where: \.isOfTheList),
      let last = state.lastRequest, role.may(last.frame.intent), last.frame.intent.hasFile
    else { return nil }
    return try await fileOf(last, as: wish.format)
  }

  private func stock(_ voice: Voice) -> Request { Request(Frame(intent: .stockList, confidence: 1, voice: voice)) }

  /// - Parameter told: the request whose answer is wanted; it stays the last one.
  func fileOf(_ told: Request, as format: FileWish.Format) async throws -> Answer {
    guard let sheet = try await sheet(of: told), !sheet.rows.isEmpty else { return .say(say(.fileEmpty)) }
    let attachment = try await keep(sheet, as: format)
    let text = say(.fileReady, [.what: .text(sheet.title), .n: .number(sheet.rows.count)])
    return .say(text, for: told).attaching(attachment)
  }

  func keep(_ sheet: Sheet, as format: FileWish.Format) async throws -> Attachment {
    let name = "\(sheet.title) \(today).\(format.ending)"
    let file =
      switch format {
      case .workbook: OutgoingFile(named: name, type: .workbook, bytes: try Workbook.bytes(of: [sheet]))
      case .commaSeparated: OutgoingFile(named: name, type: .text, bytes: CommaSeparated.bytes(of: sheet))
      }
    return try await books.keep(file)
  }
}

/// What kind of file somebody wants, by the words that were said.
struct FileWish: Hashable, Sendable {
  enum Format: Hashable, Sendable {
    case workbook, commaSeparated

    var ending: String {
      switch self {
      case .workbook: "xlsx"
      case .commaSeparated: "csv"
      }
    }
  }

  let format: Format
  /// A sheet or a file of what was told; not a report that is to be made.
  let isForUs: Bool
  let namesStock: Bool
  /// “excel”, and not only “list”, which is a message too.
  let namesSheet: Bool
  let isShort: Bool

  private static let commaSeparated: Set<String> = ["csv", "सीएसवी"]
  private static let sheets: Set<String> = [
    "excel", "exel", "xls", "xlsx", "sheet", "spreadsheet", "file", "एक्सेल", "एक्सल", "शीट", "फाइल", "फाईल",
  ]
  private static let lists: Set<String> = ["list", "yadi", "लिस्ट", "यादी"]
  /// With whatever case ending.
  private static let stock = ["stock", "stok", "स्टॉक", "स्टाक", "साठ", "saath", "maal", "माल", "inventory"]
  private static let shortMax = 5
  private static let reports: Set<String> = [
    "report", "riport", "rport", "rpt", "statement", "gst", "ca", "pdf", "bill", "bills", "hisab", "hishob", "ahval",
    "रिपोर्ट", "अहवाल", "स्टेटमेंट", "जीएसटी", "सीए", "पीडीएफ", "हिसाब", "हिशोब", "बिल",
  ]

  init(_ words: String, format: String?) {
    let said = Set(words.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
    self.format = said.isDisjoint(with: Self.commaSeparated) ? .workbook : .commaSeparated
    namesStock = said.contains { word in Self.stock.contains { word.hasPrefix($0) } }
    isShort = said.count <= Self.shortMax
    namesSheet = format == "excel" || !said.isDisjoint(with: Self.sheets)
    let namesFile = namesSheet || !said.isDisjoint(with: Self.lists.union(Self.commaSeparated))
    isForUs = namesFile && format != "pdf" && said.isDisjoint(with: Self.reports)
  }
}

extension ItemLine {
  /// Surf Excel is no file.
  fileprivate var isOfTheList: Bool { if case .known = item { true } else { false } }
}

extension Intent {
  /// Its answer is a table, of which more may be shown than fits a message.
  var hasFile: Bool {
    guard case .work(let work) = destination else { return false }
    return work.hasFile
  }
}

extension Work {
  fileprivate var hasFile: Bool {
    switch self {
    case .stockList, .lowStock, .topItems, .creditList, .salesSummary, .profit, .reorderSuggest, .slowItems: true
    case .stockCheck, .stockAdd, .stockSet, .stockReduce, .saleRecord, .priceCheck, .priceSet, .itemCreate,
      .thresholdSet, .creditAdd, .creditReceive, .creditBalance, .saleReturn, .expenseAdd, .competitorPrice,
      .itemRename, .itemDelete, .answerFile, .deleteMyData, .creditRemind, .productSearch, .orderStatus, .askShop,
      .memberAdd, .memberRemove, .memberList, .customerPhone, .shopSwitch, .settings,
      .supplierPay, .supplierBalance, .expiryCheck, .stockHistory, .itemDetail,
      .eventAdd, .forecast, .priceSuggest, .alertList, .alertAck:
      false
    }
  }
}
