import Measures

/// “nahi 15 kilo”, “maida nahi besan”, “sunil, anil nahi”: the last frame with what is said now in place of what was.
extension Frame {
  /// Nil where nothing was said that this frame could take.
  package func amended(by said: Frame) -> Frame? {
    var next = self
    for line in said.slots.items { next.amend(with: line) }
    if let amount = said.slots.amount { next.amend(amount: amount) }
    if let number = said.slots.number, intent.isLimitedByNumber { next.slots.number = number }
    if let category = said.slots.category, said.slots.items.isEmpty { next.slots.category = category }
    next.slots.take(said.slots)
    guard next.slots != slots else { return said.isRepeated(in: self) ? self : nil }
    next.voice = said.voice
    return next
  }

  private mutating func amend(with said: ItemLine) {
    let said = meant(said)
    guard let index = lineToAmend(said) else {
      if let money = said.amount ?? said.price { return amend(amount: money) }
      if said.item.isNamed { slots.items.append(said) }
      return
    }
    slots.items[index].amend(with: said, keepingSum: intent == .stockAdd)
  }

  /// The line that names the same goods, else the last one.
  private func lineToAmend(_ said: ItemLine) -> Int? {
    if said.item.isNamed, let same = slots.items.firstIndex(where: { $0.item == said.item }) { return same }
    return slots.items.indices.last
  }

  /// A sum is for the only line of a bill, else for the whole.
  private mutating func amend(amount: Money) {
    if slots.items.count == 1, slots.amount == nil, intent != .priceSet {
      slots.items[0].amount = amount
      slots.items[0].price = nil
    } else if slots.items.count == 1, intent == .priceSet {
      slots.items[0].amend(with: ItemLine(item: .unsaid, price: amount))
    } else {
      slots.amount = amount
    }
  }

  /// What a bare number is where money is spoken of: “maggi ka rate 16” – “nahi 15” is a rate, “ramesh ne 500 diye” –
  /// “nahi 300” a sum.
  func meant(_ line: ItemLine) -> ItemLine {
    guard let money = line.bareNumber else { return line }
    var meant = line
    switch intent {
    case .priceSet, .competitorPrice, .itemCreate:
      (meant.quantity, meant.price) = (nil, money)
    case .creditAdd, .creditReceive, .supplierPay, .expenseAdd:
      (meant.quantity, meant.amount) = (nil, money)
    default: return line
    }
    return meant
  }
}

extension ItemLine {
  /// “50” alone, as money.
  var bareNumber: Money? {
    guard unit == nil, price == nil, amount == nil, let quantity else { return nil }
    return Money(rupees: 1).times(quantity)
  }

  /// - Parameter keepingSum: what goods that came in cost stands on the supplier's bill, however many they were.
  fileprivate mutating func amend(with said: ItemLine, keepingSum: Bool = false) {
    let isOther = said.item.isNamed && said.item != item
    if said.item.isNamed { item = said.item }
    if let quantity = said.quantity {
      self.quantity = quantity
      unit = said.unit ?? (isOther ? nil : unit)  // “nahi, 2 maggi” after 5 kilo: not two kilos of it
      if !keepingSum || isOther { amount = nil }  // the money belonged to the old quantity
    }
    if let price = said.price { amend(price: price) }
    if let amount = said.amount {
      self.amount = amount
      price = nil
    }
    if let delta = said.delta { self.delta = delta }
  }

  /// “2 rupay mehnga karo” – “nahi 3”: three dearer, and not three rupees.
  private mutating func amend(price new: Money) {
    guard let delta, price == nil, delta.magnitude.paise * 10 > new.paise else {
      price = new
      delta = nil
      amount = nil
      return
    }
    self.delta = delta.paise < 0 ? -new : new
  }
}

extension Frame {
  /// What we say is what stands there already: “nahi 5 kilo” after 5 kilo.
  fileprivate func isRepeated(in last: Frame) -> Bool {
    !slots.items.isEmpty
      && slots.items.allSatisfy { said in
        last.slots.items.contains { $0.quantity == said.quantity || $0.item == said.item || $0.price == said.price }
      }
  }
}

extension Intent {
  /// “top 5” – “nahi 10”.
  fileprivate var isLimitedByNumber: Bool { self == .topItems || self == .taskDone }
}

extension Money {
  fileprivate var magnitude: Money { paise < 0 ? -self : self }
}
