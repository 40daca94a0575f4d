import Commerce
import Database
import Foundation
import Intents
import Inventory

/// What understanding knows of each shop: an index of its list, kept until the list changes.
actor ShopKnowledge {
  private struct Known {
    let version: Int64
    let catalogue: Catalogue
    let interpreter: Interpreter
    let itemCount: Int
    var usedAt: Int
  }

  /// Items of all the lists whose index is kept in memory; the shop that was quiet for longest goes first. An item takes
  /// about a kilobyte.
  private static let itemsMax = 40_000

  private let model: IntentModel
  /// Understands somebody of whose shop nothing is known.
  let stranger: Interpreter
  private var known: [ShopID: Known] = [:]
  private var itemCount = 0
  private var uses = 0

  init(model: IntentModel) {
    self.model = model
    stranger = Interpreter(catalogue: Catalogue([]), model: model)
  }

  func interpreter(of books: Books, version: Int64) async throws -> Interpreter {
    let shop = books.shop
    uses += 1
    if let found = known[shop], found.version == version {
      known[shop]?.usedAt = uses
      return found.interpreter
    }
    let names = KnownNames(
      customers: try await books.customerNames(), suppliers: try await books.supplierNames(), staff: [])
    let items = try await books.catalogueItems()
    let catalogue = known[shop]?.catalogue.updated(to: items) ?? Catalogue(items)
    let interpreter = Interpreter(catalogue: catalogue, names: names, model: model)
    let found = Known(
      version: version, catalogue: catalogue, interpreter: interpreter, itemCount: items.count, usedAt: uses)
    keep(found, of: shop)
    return interpreter
  }

  private func keep(_ new: Known, of shop: ShopID) {
    itemCount += new.itemCount - (known.updateValue(new, forKey: shop)?.itemCount ?? 0)
    while itemCount > Self.itemsMax, known.count > 1,
      let oldest = known.min(by: { $0.value.usedAt < $1.value.usedAt })?.key
    {
      itemCount -= known.removeValue(forKey: oldest)?.itemCount ?? 0
    }
  }
}
