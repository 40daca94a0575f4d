import Intents
import Inventory
import Language
import Measures
import Messages

/// “poora stock dikhao”, “low stock list”: short lists, a page at a time.
extension Turn {
  private static let linesPerPage = 15

  func stockList(_ request: Request) async throws -> Answer {
    try await stockPage(from: 0, category: request.frame.slots.category)
  }

  func stockPage(from offset: Int, category: String?) async throws -> Answer {
    var items = try await books.allItems(in: category)
    var category = category
    if items.isEmpty, category != nil {  // a category that this shop does not use
      category = nil
      items = try await books.allItems()
    }
    guard !items.isEmpty else { return .say(say(.stockListEmpty)) }
    let page = items.dropFirst(offset).prefix(Self.linesPerPage)
    var rows = page.map { say(.listLine, [.item: name($0), .left: measure($0.onHand, of: $0)]) }
    if offset == 0 { rows.insert(say(.stockListHead, [.n: .number(items.count)]), at: 0) }
    let after = offset + page.count
    guard after < items.count else { return .say(together(rows)) }
    rows.append(say(.listMore, [.n: .number(items.count - after)]))
    let more = button(.buttonMore, .listPage(offset: after, category: category))
    return .say(together(rows), .buttons([more]))
  }

  func lowStock(_ request: Request) async throws -> Answer {
    let items = try await books.lowItems(in: request.frame.slots.category)
    guard !items.isEmpty else { return .say(say(.lowNone), for: request) }
    var rows = [say(.lowHead, [.n: .number(items.count)])]
    rows += items.prefix(Self.linesPerPage).map { item in
      item.onHand == .zero
        ? say(.stockNone, [.item: name(item)])
        : say(.lowLine, [.item: name(item), .left: measure(item.onHand, of: item)])
    }
    let rest = items.count - Self.linesPerPage
    if rest > 0 { rows.append(say(.listMore, [.n: .number(rest)])) }
    return .say(together(rows), for: request)
  }
}
