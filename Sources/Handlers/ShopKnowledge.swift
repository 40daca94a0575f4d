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

  func interpreter(of shop: ShopID, version: Int64, at now: Date, in database: Postgres) async throws -> Interpreter {
    uses += 1
    if let found = known[shop], found.version == version {
      known[shop]?.usedAt = uses
      return found.interpreter
    }
    let (customers, suppliers, items) = try await database.books(of: shop, at: now) { books in
      (try await books.customerNames(), try await books.supplierNames(), try await books.catalogueItems())
    }
    let interpreter = Interpreter(
      catalogue: Catalogue(items), names: KnownNames(customers: customers, suppliers: suppliers, staff: []))
    known[shop] = Known(version: version, interpreter: interpreter, usedAt: uses)
    if known.count > Self.shopsMax, let oldest = known.min(by: { $0.value.usedAt < $1.value.usedAt })?.key {
      known[oldest] = nil
    }
    return interpreter
  }
}
