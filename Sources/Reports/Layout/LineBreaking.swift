/// Where a text of many words is broken into lines.
struct LineBreaking {
  /// Of each word.
  let widths: [Double]
  let space: Double

  /// The words of each line: as few lines as the width allows, then as narrow as so many lines can be. Where more lines
  /// were needed than there may be, the last one has all that is left.
  func balanced(within width: Double, linesMax: Int) -> [Range<Int>] {
    let fewest = lines(within: width)
    guard fewest.count > 1 else { return fewest }
    guard fewest.count <= linesMax else {
      return fewest.prefix(linesMax - 1) + [fewest[linesMax - 1].lowerBound..<widths.count]
    }
    var (tooNarrow, wideEnough) = (0.0, width)
    while wideEnough - tooNarrow > space {
      let middle = (tooNarrow + wideEnough) / 2
      if lines(within: middle).count > fewest.count { tooNarrow = middle } else { wideEnough = middle }
    }
    return lines(within: wideEnough)
  }

  /// As many words in each line as fit; a word that is wider has a line of its own.
  private func lines(within width: Double) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var (start, filled) = (0, 0.0)
    for (index, word) in widths.enumerated() {
      if index > start, filled + space + word > width {
        lines.append(start..<index)
        (start, filled) = (index, word)
      } else {
        filled += (index > start ? space : 0) + word
      }
    }
    return widths.isEmpty ? [] : lines + [start..<widths.count]
  }
}
