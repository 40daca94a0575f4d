import Intents
import Inventory
import Language
import Measures

/// “maida 8 kilo se kam ho to batana”: from how little on the owner wants to hear of it.
extension Turn {
  func thresholdSet(_ request: Request) async throws -> Answer {
    try await withLines(of: request) { lines in
      if let doubt = doubtOfHearing(request, .whatThreshold, lines) { return doubt }

      let group = try await books.openGroup(.threshold, by: author)
      var rows: [String] = []
      for line in lines {
        try await books.setThreshold(of: line.item, to: line.quantity, in: group)
        rows.append(say(.thresholdSet, [.item: name(line.item), .qty: measure(line.quantity, of: line.item)]))
      }
      return .wrote(together(rows), group, for: request, in: self)
    }
  }
}
