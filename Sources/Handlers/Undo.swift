import Commerce
import Database
import Inventory
import Language
import Measures

/// “undo”, “वापस लो”, “मागे घ्या”: the reversing entries of what one message wrote.
extension Turn {
  /// The last thing that this person wrote and that still stands.
  func undoLast() async throws -> Answer {
    // Entries of nobody are those of imports and of all programs: each takes back what it said itself.
    if programsQuestion != nil { return try await undo(group: state.lastGroup ?? 0) }
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
    try await books.execute("savepoint undo")
    guard let reversed = try await books.reverse(group, by: author) else { return .tooLate }
    // All of it was changed again since.
    if group.kind.isOfLastWord, reversed.items.isEmpty, reversed.suppliers.isEmpty {
      try await books.execute("rollback to savepoint undo")
      return .tooLate
    }
    let (moved, items) = (reversed.moved, reversed.items)
    if group.kind == .item, try await books.isImport(group) {
      return .undone(what: say(.whatImport, [.n: .number(items.count)]), left: nil, dues: [])
    }

    if !reversed.forgotten.isEmpty {
      let names = reversed.forgotten.map { entry in PhraseValue.text(entry.name) }
      return .undone(what: say(.whatName, [.items: .list(names)]), left: nil, dues: [])
    }
    let quantities = Dictionary(moved.map { ($0.item, $0.quantity) }, uniquingKeysWith: { first, _ in first })
    let names = items.map { item -> PhraseValue in
      guard let quantity = quantities[item.id], group.kind != .stockSet else { return name(item) }
      let size = quantity < .zero ? -quantity : quantity
      return .words([name(item), measure(size, of: item)])
    }
    let accounts = try await books.customers(reversed.owed.map(\.customer))
    let people = zip(accounts, reversed.owed).map { account, changed -> PhraseValue in
      .words([.text(account.name), .money(changed.change < .zero ? -changed.change : changed.change)])
    }
    let suppliers = try await books.suppliers(reversed.payables.map(\.supplier))
    let slower = try await books.suppliers(reversed.suppliers).map { PhraseValue.text($0.name) }
    let paid = zip(suppliers, reversed.payables).map { supplier, changed -> PhraseValue in
      .words([.text(supplier.name), .money(changed.change < .zero ? -changed.change : changed.change)])
    }
    let costs = reversed.spent.map { PhraseValue.words([.text(say($0.kind.phrase)), .money($0.amount)]) }
    let sums = reversed.taken.map(PhraseValue.money)
    let what = say(
      group.kind.phrase, [.items: briefly([names, costs, people, sums, paid, slower].first { !$0.isEmpty } ?? [])])
    let dues = zip(accounts, reversed.owed).map { account, changed in
      say(.dueNow, [.customer: .text(account.name), .standing: .text(standing(changed.balance))])
    }
    let payable = zip(suppliers, reversed.payables).map { supplier, changed in
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
    case .event: .whatEvent
    case .order: .whatOrder
    }
  }
}
