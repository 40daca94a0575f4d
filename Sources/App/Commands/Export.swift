import Custody
import Database
import Foundation

extension Retailmind {
  /// Everything of a shop as one ZIP archive.
  static func export(shop: Int64, to path: String, _ configuration: Configuration) async throws {
    guard !FileManager.default.fileExists(atPath: path) else { throw Plainly("\(path) is there already") }
    try await withShop(shop, configuration) { _ in }
    let database = Postgres(.init(url: configuration.databaseURL))
    let result: Result<[String: Int], any Error>
    do {
      let export = ShopExport(of: ShopID(rawValue: shop), in: database, at: Date())
      result = .success(try await export.write(to: URL(filePath: path)))
    } catch { result = .failure(error) }
    await database.close()
    let counts = try result.get()
    for (table, rows) in counts.sorted(by: { $0.key < $1.key }) { print("\(table): \(rows)") }
    print("Written to \(path).")
  }
}
