import Foundation

/// A file `NNNN_name.sql`.
struct MigrationFile: Sendable {
  let number: Int
  /// Without the ending: `0001_shops`.
  let name: String
  let script: String

  /// All of a folder, from number 1 without a gap.
  static func all(in directory: URL) throws -> [MigrationFile] {
    let folder = directory.path(percentEncoded: false)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { !$0.hasPrefix(".") }
      .map { try MigrationFile(file: $0, in: directory) }
      .sorted { $0.number < $1.number }
    for (file, expected) in zip(files, 1...) where file.number != expected {
      throw file.number < expected ? MigrationError.duplicate(number: file.number) : .gap(missing: expected)
    }
    return files
  }

  private init(file: String, in directory: URL) throws {
    guard let match = file.wholeMatch(of: /((\d{4})_[a-z0-9_]+)\.sql/), let number = Int(match.2),
      let script = String(data: try Data(contentsOf: directory.appending(path: file)), encoding: .utf8)
    else { throw MigrationError.unreadable(file: file) }
    self.number = number
    name = String(match.1)
    self.script = script
  }
}
