package import Language
import Measures

/// “15 kilo” after “how much?”, “toor dal” after “which item?”: the answer goes where we asked for it.
extension Frame {
  /// Nil where the answer does not fit the question.
  package func completed(_ missing: Missing, by said: Frame) -> Frame? {
    switch missing {
    case .item(let line): completed(item: line, by: said)
    case .quantity(let line): completed(quantity: line, by: said)
    case .price(let line): completed(price: line, by: said)
    case .customer: completed(\.customer, by: said)
    case .supplier: completed(\.supplier, by: said)
    case .amount: completed(amountBy: said)
    case .confirmation: nil
    }
  }

  private func completed(item line: Int, by said: Frame) -> Frame? {
    guard let answer = said.slots.items.first(where: { $0.item.isNamed }) else { return nil }
    return changed(line, in: said.voice) {
      $0.item = answer.item
      guard let quantity = answer.quantity else { return }
      ($0.quantity, $0.unit) = (quantity, answer.unit ?? $0.unit)
    }
  }

  private func completed(quantity line: Int, by said: Frame) -> Frame? {
    guard let answer = said.slots.items.first, let quantity = answer.quantity, isAbout(answer, line) else { return nil }
    return changed(line, in: said.voice) {
      ($0.quantity, $0.unit) = (quantity, answer.unit ?? $0.unit)
      $0.price = answer.price ?? $0.price
      $0.amount = answer.amount ?? $0.amount
    }
  }

  private func completed(price line: Int, by said: Frame) -> Frame? {
    let answer = said.slots.items.first
    guard answer.map({ isAbout($0, line) }) ?? true,
      let price = answer?.price ?? answer?.amount ?? answer?.bareNumber ?? said.slots.amount
    else { return nil }
    return changed(line, in: said.voice) { $0.price = price }
  }

  /// A name alone may have been taken for goods that we do not have.
  private func completed(_ who: WritableKeyPath<Slots, String?>, by said: Frame) -> Frame? {
    var name = said.slots.customer ?? said.slots.supplier
    if name == nil, case .unknown(let spoken, _)? = said.slots.items.first?.item { name = spoken }
    guard let name else { return nil }
    var next = self
    next.slots[keyPath: who] = name
    next.voice = said.voice
    return next
  }

  /// “200”, “200 rupaye”: any money, or a number alone.
  private func completed(amountBy said: Frame) -> Frame? {
    let line = said.slots.items.first
    guard let amount = said.slots.amount ?? line?.amount ?? line?.price ?? line?.bareNumber else { return nil }
    var next = self
    next.slots.amount = amount
    next.voice = said.voice
    return next
  }

  /// “maggi 2” is no answer to how much sugar.
  private func isAbout(_ answer: ItemLine, _ line: Int) -> Bool {
    !answer.item.isNamed || !slots.items.indices.contains(line) || slots.items[line].item == answer.item
  }

  package func changed(_ line: Int, in voice: Voice? = nil, _ change: (inout ItemLine) -> Void) -> Frame {
    var next = self
    next.voice = voice ?? self.voice
    if next.slots.items.isEmpty { next.slots.items = [ItemLine(item: .unsaid)] }
    guard next.slots.items.indices.contains(line) else { return next }
    change(&next.slots.items[line])
    return next
  }
}
