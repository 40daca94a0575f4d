/// A statement together with its values: `"select name from items where id = \(item)"`.
///
/// Interpolation **is** binding: the value travels beside the text as `$1`, so there is no way to write an injection.
/// Only another `SQL` is inlined as text, and text can come from nowhere but a literal in the source.
package struct SQL: Sendable, ExpressibleByStringInterpolation {
  /// The statement as PostgreSQL sees it, with `$1`, `$2`, … in the places of the values.
  package let text: String
  package let binds: [SQLParameter]
  /// The text around the binds, so always one piece more than there are binds.
  private let pieces: [String]

  private init(pieces: [String], binds: [SQLParameter]) {
    self.pieces = pieces
    self.binds = binds
    var text = pieces[0]
    for (number, piece) in pieces.dropFirst().enumerated() { text += "$\(number + 1)\(piece)" }
    self.text = text
  }

  package init(stringLiteral text: StaticString) {
    self.init(pieces: [text.description], binds: [])
  }

  package init(stringInterpolation interpolation: StringInterpolation) {
    self.init(pieces: interpolation.pieces, binds: interpolation.binds)
  }

  /// A name (of a table, a channel, a database) that is known only at run time, quoted.
  package static func identifier(_ name: String) -> SQL {
    SQL(pieces: ["\"" + name.replacing("\"", with: "\"\"") + "\""], binds: [])
  }

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var pieces = [""]
    fileprivate var binds: [SQLParameter] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      pieces.reserveCapacity(interpolationCount + 1)
      binds.reserveCapacity(interpolationCount)
    }

    package mutating func appendLiteral(_ literal: StaticString) {
      pieces[pieces.count - 1] += literal.description
    }

    package mutating func appendInterpolation(_ value: some SQLBindable) {
      binds.append(value.sqlParameter)
      pieces.append("")
    }

    /// Nil is bound as null. Without this overload the compiler would warn of each optional.
    package mutating func appendInterpolation<Value: SQLBindable>(_ value: Value?) {
      binds.append(value.sqlParameter)
      pieces.append("")
    }

    /// A fragment keeps its values; they are numbered anew where it lands.
    package mutating func appendInterpolation(_ fragment: SQL) {
      pieces[pieces.count - 1] += fragment.pieces[0]
      pieces += fragment.pieces.dropFirst()
      binds += fragment.binds
    }
  }
}

extension Collection<SQL> {
  /// Conditions, columns or rows put together: `conditions.joined(separator: " and ")`.
  package func joined(separator: SQL = ", ") -> SQL {
    guard let first else { return "" }
    return dropFirst().reduce(first) { "\($0)\(separator)\($1)" }
  }
}
