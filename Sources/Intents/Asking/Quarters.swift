import Language
import Measures

/// “do pav chini” is half a kilo; “do pav” alone two breads, where the shop sells them.
struct Quarters {
  let tokens: [Token]
  let finder: ItemFinder

  /// Reads quarters where nothing else can be meant: before goods that are weighed, or where no such bread is sold.
  func settle(_ spans: inout [Span]) {
    for index in spans.indices.reversed() {
      guard let weight = count(at: index, in: spans)?.inQuarters else { continue }
      guard isWeighed(index + 2, in: spans) || breads(at: index + 1, in: spans).isEmpty else { continue }
      let range = spans[index].range.lowerBound..<spans[index + 1].range.upperBound
      spans.replaceSubrange(index...(index + 1), with: [Span(content: .measure(weight), range: range)])
    }
  }

  /// “chini do pav”, where the shop sells both: half a kilo of sugar, or sugar and two breads.
  func doubt(in spans: [Span]) -> (goods: ItemReference, count: Quantity, bread: String)? {
    for index in spans.indices.dropFirst() {
      guard let count = count(at: index, in: spans), isWeighed(index - 1, in: spans),
        let goods = spans[index - 1].item, !spans.prefix(index - 1).contains(where: { $0.measure != nil }),
        let bread = breads(at: index + 1, in: spans).first
      else { continue }
      return (goods, count.quantity, finder.catalogue.item(bread).id)
    }
    return nil
  }

  private func count(at index: Int, in spans: [Span]) -> SpokenMeasure? {
    guard index + 1 < spans.count, let count = spans[index].measure ?? number(spans[index]), count.inQuarters != nil,
      spans[index + 1].range.count == 1, SpokenMeasure.isQuarterWord(tokens[spans[index + 1].range.lowerBound])
    else { return nil }
    return count
  }

  /// “do” is “give” more often, but not before पाव.
  private func number(_ span: Span) -> SpokenMeasure? {
    guard span.range.count == 1, !span.isItem else { return nil }
    return SpokenMeasure.read([tokens[span.range.lowerBound]], at: 0)
  }

  private func breads(at index: Int, in spans: [Span]) -> [Int] {
    finder.named([tokens[spans[index].range.lowerBound]], at: 0)?.items ?? []
  }

  private func isWeighed(_ index: Int, in spans: [Span]) -> Bool {
    guard spans.indices.contains(index), case .known(let id)? = spans[index].item else { return false }
    guard let item = finder.catalogue.items.first(where: { $0.id == id }) else { return false }
    return item.unit.dimension == .mass
  }
}
