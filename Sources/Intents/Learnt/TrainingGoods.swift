import Measures

/// The goods that the training lines speak of, so that they are read as a shop that sells them would read them.
/// One to a line: `sugar | sweet | kg | Sugar | चीनी | साखर | chini`.
enum TrainingGoods {
  static let file = "goods.list"

  static func catalogue(_ text: String) throws(TrainingFault) -> Catalogue {
    var items: [CatalogueItem] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard !line.trimmed.isEmpty, !line.hasPrefix("#") else { continue }
      let parts = line.split(separator: "|").map { String($0.trimmed) }
      guard parts.count > 3, let unit = Unit(rawValue: parts[2]) else { throw .goods(line: index + 1) }
      items.append(CatalogueItem(id: parts[0], names: Array(parts[3...]), category: parts[1], unit: unit))
    }
    return Catalogue(items)
  }
}
