package import Foundation
package import Language
package import Measures

/// What a shop of some kind usually sells, to begin with: names in three languages and units, no prices, since a price
/// that we made up would be believed. The lists stand in `templates/starter/`, one file a kind, for shopkeepers to
/// correct.
package struct StarterCatalogue: Hashable, Sendable {
  package struct Entry: Hashable, Sendable {
    /// To show, by voice; the one in English letters is what the item is saved as.
    package let shown: [Voice: String]
    package let unit: Measures.Unit
    package let category: String
    /// Other names that are understood.
    package let others: [String]

    package var name: String { shown[.english] ?? "" }
    package var allNames: [String] { [Voice.english, .hindi, .marathi].compactMap { shown[$0] } + others }
  }

  package struct Fault: Error, CustomStringConvertible {
    package let file: String
    package let line: Int
    package let reason: String
    package var description: String { "\(file):\(line): \(reason)" }
  }

  package let entries: [Entry]

  /// The catalogues of a folder by the kind of shop, which is the name of the file.
  package static func all(in directory: URL) throws -> [String: StarterCatalogue] {
    let files = try FileManager.default.contentsOfDirectory(atPath: directory.path).filter { $0.hasSuffix(".txt") }
    return try Dictionary(
      uniqueKeysWithValues: files.map { file in
        let text = try String(contentsOf: directory.appending(path: file), encoding: .utf8)
        return (String(file.dropLast(4)), try StarterCatalogue(text, file: file))
      })
  }

  /// A line an item: `English | हिन्दी | मराठी | unit | category | other names, with commas`.
  package init(_ text: String, file: String) throws {
    var entries: [Entry] = []
    var seen: Set<String> = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard !line.hasPrefix("#"), line.contains(where: { !$0.isWhitespace }) else { continue }
      let fields = line.split(separator: "|", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
      func fault(_ reason: String) -> Fault { Fault(file: file, line: index + 1, reason: reason) }
      guard (5...6).contains(fields.count), !fields[..<5].contains("") else {
        throw fault("not of the form “English | हिन्दी | मराठी | unit | category | other names”")
      }
      guard let unit = Measures.Unit(rawValue: fields[3]) else { throw fault("there is no unit \(fields[3])") }
      guard seen.insert(fields[0].lowercased()).inserted else { throw fault("\(fields[0]) stands twice") }
      let others = fields.dropFirst(5).flatMap { $0.split(separator: ",") }
        .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
      entries.append(
        Entry(
          shown: [.english: fields[0], .hindi: fields[1], .marathi: fields[2]], unit: unit, category: fields[4],
          others: others))
    }
    self.entries = entries
  }

  /// What is called so, in any of its names.
  package func entry(called name: String) -> Entry? {
    let folded = Spelling.folded(name)
    return entries.first { entry in entry.allNames.contains { Spelling.folded($0) == folded } }
  }
}
