import Foundation

/// A tab-separated file with a header line, read whole: each row knows its line, so that a fault can be found.
struct Table {
  let rows: [Row]

  init(at file: URL) throws {
    let name = file.lastPathComponent
    guard let text = try String(data: Data(contentsOf: file), encoding: .utf8) else {
      throw TableFault(file: name, line: 1, reason: "the file is not UTF-8")
    }
    try self.init(text: text, name: name)
  }

  init(text: String, name: String) throws {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let header = lines[0].split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    let columns = Dictionary(header.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    guard columns.count == header.count else {
      throw TableFault(file: name, line: 1, reason: "a column stands twice in the header")
    }
    var ids: Set<Substring> = []
    rows = try lines.enumerated().dropFirst().filter { !$1.isEmpty }.map { index, line in
      let row = Row(
        file: name, line: index + 1, columns: columns,
        cells: line.split(separator: "\t", omittingEmptySubsequences: false))
      guard row.cells.count == header.count else {
        throw row.fault("\(row.cells.count) cells where the header has \(header.count)")
      }
      guard ids.insert(row.cells[0]).inserted else { throw row.fault("“\(row.cells[0])” stands twice") }
      return row
    }
  }
}

/// One line of a `Table`, with its cells by the names of the header.
struct Row {
  let file: String
  let line: Int
  let columns: [String: Int]
  let cells: [Substring]

  /// The cell as it stands; empty where nothing was entered.
  func text(_ column: String) throws -> String {
    guard let index = columns[column] else { throw fault("the file has no column “\(column)”") }
    return String(cells[index])
  }

  func requiredText(_ column: String) throws -> String {
    let text = try text(column)
    guard !text.isEmpty else { throw fault("\(column) is empty") }
    return text
  }

  /// The parts of a cell that holds several; none for an empty cell.
  func list(_ column: String, separator: Character) throws -> [String] {
    try text(column).split(separator: separator).map(String.init)
  }

  /// The cell as `read` understands it, or a fault that names it.
  func value<Value>(_ column: String, _ kind: String, _ read: (String) -> Value?) throws -> Value {
    let text = try requiredText(column)
    guard let value = read(text) else { throw fault("\(column) “\(text)” is not \(kind)") }
    return value
  }

  func optional<Value>(_ column: String, _ kind: String, _ read: (String) -> Value?) throws -> Value? {
    try text(column).isEmpty ? nil : value(column, kind, read)
  }

  func fault(_ reason: String) -> TableFault { TableFault(file: file, line: line, reason: reason) }
}

/// What is wrong with a file of the demo shop, and where: “items.tsv, line 12: price “4x” is not an amount”.
package struct TableFault: Error, Equatable, CustomStringConvertible {
  package let file: String
  package let line: Int
  package let reason: String

  package var description: String { "\(file), line \(line): \(reason)" }
}
