import Intents
import Inventory
import Language
import Measures

/// “chini ka stock 40 kilo karo”: the shelf was counted, the books follow it.
extension Turn {
  func stockSet(_ request: Request) async throws -> Answer {
    try await withLines(of: request) { lines in
      if let doubt = doubtOfHearing(request, .whatSet, lines) { return doubt }

      let group = try await books.openGroup(.stockSet, by: author)
      var rows: [String] = []
      for line in lines {
        let before = try await books.count(line.item.id, as: line.quantity, in: group, by: author)
        rows.append(
          say(
            line.quantity == .zero ? .stockSetEmpty : .stockSet,
            [
              .item: name(line.item), .old: measure(before, of: line.item), .new: measure(line.quantity, of: line.item),
            ]))
      }
      return .wrote(together(rows), group, for: request, in: self)
    }
  }
}
