import Commerce
import Database
import Inventory
import Language
import Measures

/// “undo”, “वापस लो”, “मागे घ्या”: the reversing entries of what one message wrote.
extension Turn {
  /// The last thing that this person wrote and that still stands.
  func undoLast() async throws -> Answer {
    guard let group = try await books.lastGroup(of: author.member) else { return .say(say(.nothingToUndo)) }
    return try await undo(group)
  }

  /// The group whose button was tapped, whatever was written since.
  func undo(group id: Int64) async throws -> Answer {
    guard let (group, isReversed) = try await books.group(id) else { return .say(say(.nothingToUndo)) }
    return isReversed ? .say(say(.alreadyUndone)) : try await undo(group)
  }

  private func undo(_ group: EntryGroup) async throws -> Answer {
    switch try await reverse(group) {
    case .tooLate: return .say(say(.undoTooLate))
    case .undone(let what, let left, let dues):
      let undone =
        left.map { say(.undone, [.what: .text(what), .left: $0]) } ?? say(.undoneMany, [.what: .text(what)])
      return .say(([undone] + dues).joined(separator: "\n"))
    }
  }

  /// The first few of many.
  private func briefly(_ names: [PhraseValue]) -> PhraseValue {
    guard names.count > Self.namesMax else { return .list(names) }
    let shown = PhraseValue.list(Array(names.prefix(Self.namesMax - 3)))
    return .text(say(.namesMore, [.items: shown, .n: .number(names.count - Self.namesMax + 3)]))
  }

  private static let namesMax = 8

  enum Reversal: Sendable {
    /// `left` is there where one item moved.
    /// `dues` are lines about who owes what now.
    case undone(what: String, left: PhraseValue?, dues: [String])
    case tooLate
  }

  /// Writes the reversing entries. Reading is by kind; the movements are the same for all.
  func reverse(_ group: EntryGroup) async throws -> Reversal {
    if group.kind == .member || group.kind == .customer { return try await reversePeople(of: group) }
    if group.kind == .itemChange, try await books.isRenamedSince(group) { return .tooLate }
    let created = group.kind == .item ? try await books.itemsCreated(in: group) : []
    if try await books.areItemsUsed(created, beyond: group) { return .tooLate }
    try await books.execute("savepoint undo")
    let reversal = try await books.openGroup(group.kind, by: author, reversing: group.id)
    let moved = try await books.reverseMovements(of: group, in: reversal, by: author)
    var taken: [Money] = []
    if group.kind == .sale || group.kind == .saleReturn || group.kind == .takings {
      taken = moved.isEmpty ? [try await books.total(of: group)] : []
      try await books.reverseSales(of: group, in: reversal, by: author)
    }
    let owed = try await books.reverseCredit(of: group, in: reversal, by: author)
    let payables = try await books.reversePayables(of: group, in: reversal, by: author)
    try await books.reversePurchases(of: group, in: reversal)
    let spent = try await books.reverseExpenses(of: group, in: reversal)
    try await books.reverseLots(of: group, in: reversal)
    let noted = try await books.reverseDetails(of: group, in: reversal)
    let changed = try await books.reverseItemChanges(of: group, in: reversal) + noted.items
    let heard = try await books.reverseCompetitorPrices(of: group, in: reversal, by: author)
    let priced = try await books.reversePrices(of: group, in: reversal, by: author)
    let forgotten = try await books.reverseNames(of: group)
    let limited = try await books.reverseThresholds(of: group, in: reversal)
    let concerned = moved.map(\.item) + priced + limited + changed + heard + created
    let items = try await books.items(concerned.reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
    // All of it was changed again since.
    if group.kind.isOfLastWord, items.isEmpty, noted.suppliers.isEmpty {
      try await books.execute("rollback to savepoint undo")
      return .tooLate
    }
    try await books.retireItems(created)
    if group.kind == .item, try await books.isImport(group) {
      return .undone(what: say(.whatImport, [.n: .number(items.count)]), left: nil, dues: [])
    }

    if !forgotten.isEmpty {
      let names = forgotten.map { entry in PhraseValue.text(entry.name) }
      return .undone(what: say(.whatName, [.items: .list(names)]), left: nil, dues: [])
    }
    let quantities = Dictionary(moved.map { ($0.item, $0.quantity) }, uniquingKeysWith: { first, _ in first })
    let names = items.map { item -> PhraseValue in
      guard let quantity = quantities[item.id], group.kind != .stockSet else { return name(item) }
      let size = quantity < .zero ? -quantity : quantity
      return .words([name(item), measure(size, of: item)])
    }
    let accounts = try await books.customers(owed.map(\.customer))
    let people = zip(accounts, owed).map { account, changed -> PhraseValue in
      .words([.text(account.name), .money(changed.change < .zero ? -changed.change : changed.change)])
    }
    let suppliers = try await books.suppliers(payables.map(\.supplier))
    let slower = try await books.suppliers(noted.suppliers).map { PhraseValue.text($0.name) }
    let paid = zip(suppliers, payables).map { supplier, changed -> PhraseValue in
      .words([.text(supplier.name), .money(changed.change < .zero ? -changed.change : changed.change)])
    }
    let costs = spent.map { PhraseValue.words([.text(say($0.kind.phrase)), .money($0.amount)]) }
    let sums = taken.map(PhraseValue.money)
    let what = say(
      group.kind.phrase, [.items: briefly([names, costs, people, sums, paid, slower].first { !$0.isEmpty } ?? [])])
    let dues = zip(accounts, owed).map { account, changed in
      say(.dueNow, [.customer: .text(account.name), .standing: .text(standing(changed.balance))])
    }
    let payable = zip(suppliers, payables).map { supplier, changed in
      say(.payableNow, [.supplier: .text(supplier.name), .standing: .text(payableStanding(changed.balance))])
    }
    let left = moved.count == 1 && items.count == 1 ? measure(moved[0].left, of: items[0]) : nil
    return .undone(what: what, left: left, dues: dues + payable)
  }
}

extension EntryGroup.Kind {
  /// Nothing adds up: of several entries the last one counts.
  fileprivate var isOfLastWord: Bool { self == .price || self == .threshold || self == .itemDetail }

  fileprivate var phrase: Phrase {
    switch self {
    case .sale, .takings: .whatSale
    case .stockIn, .opening: .whatStockIn
    case .stockSet: .whatSet
    case .stockOut: .whatReduced
    case .price: .whatPrice
    case .threshold: .whatThreshold
    case .item: .whatItem
    case .saleReturn: .whatReturn
    case .creditGiven: .whatCredit
    case .creditReceived: .whatReceived
    case .expense: .whatExpense
    case .competitorPrice: .whatPriceElsewhere
    case .itemChange: .whatItemChange
    case .name: .whatName
    case .member: .whatMember
    case .customer: .whatPhone
    case .supplierPaid: .whatSupplierPaid
    case .supplierOwed: .whatSupplierOwed
    case .itemDetail: .whatItemChange
    }
  }
}
