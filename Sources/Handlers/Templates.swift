import Inventory
import Language

/// What stands in `templates/` and is read once, at start.
struct Templates: Sendable {
  let phrasebook: Phrasebook
  /// What shops usually begin with, by their kind.
  let starters: [String: StarterCatalogue]
}
