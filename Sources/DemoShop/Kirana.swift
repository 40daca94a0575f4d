package import Foundation
package import Measures

/// The demo shop: Shree Ganesh Kirana (श्री गणेश किराणा) in Pune, kept by Sunita Pawar.
///
/// What it sells, from whom it buys and who buys on its khata stands in the files of `demo/`, so that a shopkeeper can
/// correct it; what happened in it day by day is made up from them by `history`.
package struct Kirana: Sendable {
  package static let name = "Shree Ganesh Kirana"
  package static let nameInDevanagari = "श्री गणेश किराणा"
  package static let owner = "Sunita Pawar"
  package static let ownerInDevanagari = "सुनीता पवार"

  package let items: [DemoItem]
  package let suppliers: [DemoSupplier]
  package let customers: [DemoCustomer]

  /// Reads `items.tsv`, `suppliers.tsv` and `customers.tsv`; throws `TableFault` with file and line at the first fault.
  package init(directory: URL) throws {
    suppliers = try Table(at: directory.appendingPathComponent("suppliers.tsv")).rows.map(DemoSupplier.init(row:))
    customers = try Table(at: directory.appendingPathComponent("customers.tsv")).rows.map(DemoCustomer.init(row:))
    let positions = Dictionary(uniqueKeysWithValues: suppliers.enumerated().map { ($1.id, $0) })
    items = try Table(at: directory.appendingPathComponent("items.tsv")).rows.map {
      try DemoItem(row: $0, suppliers: positions)
    }
  }

  /// What happened on the `days` days before `today`, the last of them yesterday, in order.
  ///
  /// The same arguments give the same days on every machine. Prices and the growth of the shop are counted back from
  /// `today`, on which the prices of the files hold.
  package func history(until today: Day, days: Int = 730, seed: UInt64) -> DemoHistory {
    DemoHistory(of: self, until: today, days: days, seed: seed)
  }
}
