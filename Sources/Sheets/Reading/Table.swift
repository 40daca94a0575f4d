/// What stands in a file that somebody sent: rows of text, each with the line on which it can be found again.
package struct Table: Hashable, Sendable {
  package struct Row: Hashable, Sendable {
    /// As the sender's program counts them, from 1.
    package let line: Int
    package let cells: [String]

    package init(line: Int, cells: [String]) {
      self.line = line
      self.cells = cells
    }
  }

  package let rows: [Row]

  package init(rows: [Row]) { self.rows = rows }

  /// More than any shop's list has; a file that goes beyond is not for us.
  package enum Limit {
    package static let rows = 20_000
    package static let columns = 64
    /// Of one cell, in Unicode scalars; the rest of it is left out.
    package static let cell = 500
  }
}

/// Why a file is no table for us.
package enum UnreadableFile: Error, Hashable, Sendable {
  case empty
  /// A picture, a letter, a program.
  case notATable
  /// Excel before 2007 wrote another format.
  case oldWorkbook
  /// Locked with a password, or broken.
  case damaged
  case tooLarge
}

extension Table {
  /// A workbook or delimited text, by what the bytes are and not by what the file is called.
  package init(reading bytes: [UInt8]) throws(UnreadableFile) {
    let table =
      switch FileKind(sniffing: bytes) {
      case .workbook: try WorkbookReading.table(in: bytes)
      case .oldWorkbook: throw .oldWorkbook
      case .other: throw .notATable
      case .text: try DelimitedText.table(in: bytes)
      }
    let rows = table.rows.filter { row in row.cells.contains { !$0.isEmpty } }
    guard !rows.isEmpty else { throw .empty }
    self.init(rows: rows)
  }
}

/// What bytes are, by how they begin.
package enum FileKind: Hashable, Sendable {
  case workbook, oldWorkbook, text, other

  package init(sniffing bytes: [UInt8]) {
    let beginnings: [([UInt8], FileKind)] = [
      ([0x50, 0x4B, 0x03, 0x04], .workbook), ([0xD0, 0xCF, 0x11, 0xE0], .oldWorkbook), (Array("%PDF".utf8), .other),
      ([0xFF, 0xD8, 0xFF], .other), ([0x89, 0x50, 0x4E, 0x47], .other), (Array("GIF8".utf8), .other),
      (Array("RIFF".utf8), .other), ([0x1F, 0x8B], .other), ([0x7F, 0x45, 0x4C, 0x46], .other),
      (Array("MZ".utf8) + [0x90], .other), (Array("Rar!".utf8), .other),
    ]
    self = beginnings.first { bytes.starts(with: $0.0) }?.1 ?? .text
  }
}
