/// CSV and its relatives (RFC 4180, read generously): whatever stands between the cells, and whoever wrote them.
package enum DelimitedText {
  static func table(in bytes: [UInt8]) throws(UnreadableFile) -> Table {
    let text = TextDecoding.text(of: bytes)
    guard !text.unicodeScalars.contains("\0") else { throw .notATable }
    let scalars = Array(text.unicodeScalars)
    return Table(rows: try rows(of: scalars, delimitedBy: delimiter(of: scalars)))
  }

  static func rows(
    of scalars: [Unicode.Scalar], delimitedBy delimiter: Unicode.Scalar
  ) throws(UnreadableFile) -> [Table.Row] {
    // A quote that is never closed would swallow all that follows: then quotes are letters like others.
    var parser = Parser(scalars, delimiter: delimiter, isQuoting: true)
    if let rows = try parser.rows() { return rows }
    parser = Parser(scalars, delimiter: delimiter, isQuoting: false)
    return try parser.rows() ?? []
  }

  static let delimiters: [Unicode.Scalar] = [",", ";", "\t", "|"]

  /// The one that splits most of the first lines into equally many cells.
  private static func delimiter(of scalars: [Unicode.Scalar]) -> Unicode.Scalar {
    let sample = Array(scalars.prefix(20_000))
    func fit(_ delimiter: Unicode.Scalar) -> Int {
      var parser = Parser(sample, delimiter: delimiter, isQuoting: true)
      let rows = (try? parser.rows()) ?? nil
      let counts = (rows ?? []).prefix(50).map(\.cells.count).filter { $0 > 1 }
      let usual = Dictionary(grouping: counts) { $0 }.max { ($0.value.count, $0.key) < ($1.value.count, $1.key) }
      return (usual?.value.count ?? 0) * 100 + min(usual?.key ?? 0, 99)
    }
    return delimiters.max { fit($0) < fit($1) } ?? ","
  }
}

/// One pass over the text; a state for each place in which a character means something else.
private struct Parser {
  private let scalars: [Unicode.Scalar]
  private let delimiter: Unicode.Scalar
  private let isQuoting: Bool
  private var index = 0
  private var line = 1

  init(_ scalars: [Unicode.Scalar], delimiter: Unicode.Scalar, isQuoting: Bool) {
    self.scalars = scalars
    self.delimiter = delimiter
    self.isQuoting = isQuoting
  }

  /// Nil when a quote is not closed.
  mutating func rows() throws(UnreadableFile) -> [Table.Row]? {
    var rows: [Table.Row] = []
    while index < scalars.count {
      let first = line
      guard let cells = cells() else { return nil }
      rows.append(Table.Row(line: first, cells: cells))
      guard rows.count <= Table.Limit.rows else { throw .tooLarge }
    }
    return rows
  }

  /// Up to the end of the line, and past it.
  private mutating func cells() -> [String]? {
    var cells: [String] = []
    while true {
      guard let cell = cell() else { return nil }
      if cells.count < Table.Limit.columns { cells.append(cell) }
      guard index < scalars.count else { return cells }
      let end = scalars[index]
      index += 1
      if end == delimiter { continue }
      if end == "\r", index < scalars.count, scalars[index] == "\n" { index += 1 }
      line += 1
      return cells
    }
  }

  /// Up to the delimiter or the end of the line, which stays.
  private mutating func cell() -> String? {
    var text = String.UnicodeScalarView()
    var count = 0
    func take(_ scalar: Unicode.Scalar) {
      if count < Table.Limit.cell { text.append(scalar) }
      count += 1
    }
    while index < scalars.count, scalars[index] == " " { index += 1 }
    if isQuoting, index < scalars.count, scalars[index] == "\"" {
      index += 1
      while true {
        guard index < scalars.count else { return nil }
        let scalar = scalars[index]
        index += 1
        if scalar == "\"" {
          guard index < scalars.count, scalars[index] == "\"" else { break }
          index += 1
        } else if scalar == "\n" || scalar == "\r" && (index >= scalars.count || scalars[index] != "\n") {
          line += 1
        }
        take(scalar)
      }
    }
    while index < scalars.count, scalars[index] != delimiter, scalars[index] != "\n", scalars[index] != "\r" {
      take(scalars[index])
      index += 1
    }
    return String(text).trimmed
  }
}

extension String {
  var trimmed: String {
    let kept = unicodeScalars.drop { $0.properties.isWhitespace || $0 == "\u{FEFF}" }
    var end = kept.endIndex
    while end > kept.startIndex {
      let before = kept.index(before: end)
      guard kept[before].properties.isWhitespace else { break }
      end = before
    }
    return String(kept[..<end])
  }
}
