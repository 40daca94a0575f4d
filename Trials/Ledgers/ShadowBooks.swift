import Inventory
import Measures

/// A number that the books show: the sum of what was written and still stands. In thousandths or paise.
enum Figure: Hashable, Sendable {
  case onHand(item: Int64)
  /// What all bills say was sold of an item, by the sums of its months.
  case sold(item: Int64)
  case due(customer: Int64)
  case payable(supplier: Int64)
  case takings(Day)
  case bought
  case spent(String)
  case delivered(item: Int64, expiresOn: Day)
}

/// Something of which the last word that still stands counts.
enum Fact: Hashable, Sendable {
  case price(item: Int64, kind: String)
  case threshold(item: Int64)
  case detail(item: Int64, kind: String)
  case leadDays(supplier: Int64)
}

/// What one message wrote.
struct Writing: Sendable {
  let group: EntryGroup
  var changes: [Figure: Int64] = [:]
  var words: [(fact: Fact, value: String?)] = []
  var created: Int64?
  var isUndone = false

  mutating func add(_ amount: Int64, to figure: Figure) { changes[figure, default: 0] += amount }
}

/// The books once more, kept in memory by nothing but sums: what PostgreSQL shows must be the same.
struct ShadowBooks: Sendable {
  private(set) var figures: [Figure: Int64] = [:]
  private(set) var writings: [Writing] = []
  private var words: [Fact: [(writing: Int, value: String?)]] = [:]

  /// Begins with what a shop shows already.
  init(_ shown: Shown) {
    figures = shown.figures
    words = shown.facts.mapValues { [(-1, $0)] }
  }

  mutating func write(_ writing: Writing) {
    for (figure, amount) in writing.changes { figures[figure, default: 0] += amount }
    for (fact, value) in writing.words { words[fact, default: []].append((writings.count, value)) }
    writings.append(writing)
  }

  /// As if it had never been written.
  mutating func undo(_ index: Int) {
    writings[index].isUndone = true
    for (figure, amount) in writings[index].changes { figures[figure, default: 0] -= amount }
    for (fact, _) in writings[index].words { words[fact]?.removeAll { $0.writing == index } }
  }

  subscript(_ figure: Figure) -> Int64 { figures[figure] ?? 0 }

  var facts: [Fact: String] { words.compactMapValues { $0.last?.value } }

  func word(on fact: Fact) -> String? { words[fact]?.last?.value }

  /// Whether anything else that stands speaks of the item that a writing put on the list.
  func isUsed(_ item: Int64, beyond index: Int) -> Bool {
    writings.indices.dropFirst(index + 1).contains { later in
      !writings[later].isUndone
        && (writings[later].changes.keys.contains { $0.moves(item) }
          || writings[later].words.contains { $0.fact.prices(item) })
    }
  }
}

extension Figure {
  fileprivate func moves(_ item: Int64) -> Bool { self == .onHand(item: item) }
}

extension Fact {
  fileprivate func prices(_ item: Int64) -> Bool {
    if case .price(item, _) = self { true } else { false }
  }
}
