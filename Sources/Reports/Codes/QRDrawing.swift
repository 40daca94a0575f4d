/// The ways in which a code is shown: on a page, in a terminal, as a picture in a chat.
extension QRCode {
  /// For a web page: sharp at every size, no larger than its parent.
  package func svg() -> String {
    let edge = framed.count
    var path = ""
    for row in 0..<side {
      for column in 0..<side where isDark(row: row, column: column) {
        path += "M\(column + Self.quietZone) \(row + Self.quietZone)h1v1h-1z"
      }
    }
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(edge) \(edge)" shape-rendering="crispEdges">\
      <path fill="#fff" d="M0 0h\(edge)v\(edge)h-\(edge)z"/><path fill="#000" d="\(path)"/></svg>
      """
  }

  /// For a terminal: two modules stand in one character. Black on white whatever the terminal's own colours are,
  /// because not every reader takes a code that is light on dark.
  package func terminal() -> String {
    stride(from: framed.lowerBound, to: framed.upperBound, by: 2).map { row in
      let line = framed.map { column in
        Self.halves(upper: isDark(row: row, column: column), lower: isDark(row: row + 1, column: column))
      }
      return "\u{1B}[30;107m" + String(line) + "\u{1B}[0m\n"
    }.joined()
  }

  private static func halves(upper: Bool, lower: Bool) -> Character {
    switch (upper, lower) {
    case (true, true): "█"
    case (true, false): "▀"
    case (false, true): "▄"
    case (false, false): " "
    }
  }

  /// For a chat: a picture of whole pixels, so that nothing is blurred.
  package func png(pixelsPerModule: Int = 10) -> [UInt8] {
    let canvas = Canvas(width: framed.count * pixelsPerModule, height: framed.count * pixelsPerModule)
    for row in 0..<side {
      for column in 0..<side where isDark(row: row, column: column) {
        canvas.pen.fill(
          x: (column + Self.quietZone) * pixelsPerModule, y: (row + Self.quietZone) * pixelsPerModule,
          width: pixelsPerModule, height: pixelsPerModule)
      }
    }
    return canvas.png()
  }
}
