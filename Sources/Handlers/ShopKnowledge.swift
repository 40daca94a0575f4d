import Commerce
import Database
import Foundation
import Intents
import Inventory

/// What understanding knows of each shop: an index of its list, kept until the list changes.
actor ShopKnowledge {
  private struct Known {
    let version: Int64
    let interpreter: Interpreter
    var usedAt: Int
  }

  /// Shops whose index is kept in memory; the one used longest ago goes first.
  private static let shopsMax = 200

  private var known: [ShopID: Known] = [:]
  private var uses = 0

  func interpreter(of books: Books, version: Int64) async throws -> Interpreter {
    uses += 1
    if let found = known[books.shop], found.version == version {
      known[books.shop]?.usedAt = uses
      return found.interpreter
    }
    let names = KnownNames(
      customers: try await books.customerNames(), suppliers: try await books.supplierNames(), staff: [])
    let interpreter = Interpreter(catalogue: Catalogue(try await books.catalogueItems()), names: names)
    known[books.shop] = Known(version: version, interpreter: interpreter, usedAt: uses)
    if known.count > Self.shopsMax, let oldest = known.min(by: { $0.value.usedAt < $1.value.usedAt })?.key {
      known[oldest] = nil
    }
    return interpreter
  }
}
