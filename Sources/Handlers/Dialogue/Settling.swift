import Commerce
import Intents
import Inventory
import Language
import Measures
import Messages

/// What can be read in two ways is settled before it is worked on: by a rule where one holds, else by a question with
/// the two or three things that may be meant (`AskingRule`).
extension Turn {
  func settled(_ request: Request, for work: Work) async throws -> Grounded<Request> {
    if isUnsure(request), let question = try await askMeaning(of: request.frame, instead: request) {
      return .ask(question)
    }
    var next = request
    while let ambiguity = next.frame.ambiguities.first {
      next.frame.ambiguities.removeFirst()
      switch ambiguity {
      case .day(let back, let ahead):
        guard work.isOfADay else { continue }
        return .ask(askDay(next, back: back, ahead: ahead))
      case .quarters(let line, let count, let bread):
        guard let question = try await askQuarters(next, line, count, bread) else { continue }
        return .ask(question)
      case .sumOrRate(let line):
        switch try await sumOrRate(next, line, at: work.bookKind) {
        case .ready(let settled): next = settled
        case .ask(let question): return .ask(question)
        }
      case .worth(let line, let number):
        switch try await worth(next, line, number, at: work.bookKind) {
        case .ready(let settled): next = settled
        case .ask(let question): return .ask(question)
        }
      }
    }
    return .ready(next)
  }

  /// Too unsure for what it would do.
  func isUnsure(_ request: Request) -> Bool {
    request.frame.confidence < request.frame.intent.risk.confidenceMin && !request.settled.contains(.unsure)
  }

  // MARK: कल, परसों

  private func askDay(_ request: Request, back: String, ahead: String) -> Answer {
    let choices = [(back, -1), (ahead, 1)].map { name, side in
      let far = name.hasPrefix("day_") ? 2 : 1
      var chosen = request
      chosen.frame.slots.period = name
      return Choice(title: today.adding(side * far).said(in: voice, today: today), request: chosen)
    }
    return chooseOne(say(.whichDay), choices, request)
  }

  // MARK: पाव

  private func askQuarters(
    _ request: Request, _ line: Int, _ count: Quantity, _ breadID: String
  ) async throws -> Answer? {
    guard let weight = count.scaled(by: 1, over: 4), let goods = try await knownItem(of: request, line),
      let bread = try await books.items([Int64(breadID) ?? 0]).first
    else { return nil }
    var plain = request
    plain.frame.slots.items.removeAll { $0.item == .known(breadID) }
    var weighed = plain
    weighed.frame = plain.frame.changed(line) { ($0.quantity, $0.unit) = (weight, .kilogram) }
    var counted = plain
    counted.frame = plain.frame.changed(line) { ($0.quantity, $0.unit) = (nil, nil) }
    counted.frame.slots.items.append(ItemLine(item: .known(breadID), quantity: count))
    let choices = [
      Choice(title: said(goods, weight, .kilogram), request: weighed),
      Choice(title: said(bread, count, bread.unit), request: counted),
    ]
    return chooseOne(say(.whichOfThese, [.what: .text(goods.name(in: voice))]), choices, request)
  }

  // MARK: “100 ka”

  private func worth(
    _ request: Request, _ line: Int, _ number: Quantity, at kind: PriceBookKind
  ) async throws -> Grounded<Request> {
    guard let item = try await knownItem(of: request, line) else { return .ready(request) }
    let tag = try await books.priceTag(of: item.id)
    let price = kind == .cost ? tag.cost : tag.sale
    let money = Money(rupees: 1).times(number)
    func paid(_ money: Money?, _ quantity: Quantity?) -> Request {
      var next = request
      next.frame = next.frame.changed(line) {
        ($0.amount, $0.quantity, $0.unit) = (money, quantity, quantity == nil ? nil : item.unit)
      }
      return next
    }
    func weighed(_ measure: Measure) -> Request {
      var next = request
      next.frame = next.frame.changed(line) {
        ($0.amount, $0.quantity, $0.unit) = (nil, measure.quantity, measure.unit)
      }
      return next
    }
    switch Worth.reading(of: number, unit: item.unit, price: price) {
    case .money(let money, let bought): return .ready(paid(money, bought))
    case .measure(let measure): return .ready(weighed(measure))
    case .open(let measure, let bought):
      guard let money else { return .ready(request) }
      let choices = [
        Choice(title: money.description, request: paid(money, bought)),
        Choice(title: PhraseValue.measure(measure).said(in: voice), request: weighed(measure)),
      ]
      return .ask(chooseOne(say(.whichOfThese, [.what: .text(item.name(in: voice))]), choices, request))
    }
  }

  // MARK: “5 kilo 44”

  private func sumOrRate(_ request: Request, _ line: Int, at kind: PriceBookKind) async throws -> Grounded<Request> {
    guard let item = try await knownItem(of: request, line) else { return .ready(request) }
    let spoken = request.frame.slots.items[line]
    guard let money = spoken.amount, let quantity = spoken.quantity, let sum = money.times(quantity) else {
      return .ready(request)
    }
    var each = request
    each.frame = request.frame.changed(line) { ($0.price, $0.amount) = (money, nil) }
    let tag = try await books.priceTag(of: item.id)
    switch SumOrRate.reading(
      of: money, for: quantity, rate: (kind == .cost ? tag.cost : tag.sale)?.per(spoken.unit, of: item))
    {
    case .sum: return .ready(request)
    case .rate: return .ready(each)
    case .open:
      let said = PhraseValue.measure(Measure(quantity, spoken.unit ?? item.unit)).said(in: voice)
      let choices = [
        Choice(title: "\(said) = \(money)", request: request), Choice(title: "\(said) = \(sum)", request: each),
      ]
      return .ask(chooseOne(say(.whichOfThese, [.what: name(item)]), choices, request))
    }
  }

  private func knownItem(of request: Request, _ line: Int) async throws -> Item? {
    guard request.frame.slots.items.indices.contains(line), case .known(let id) = request.frame.slots.items[line].item,
      let number = Int64(id)
    else { return nil }
    return try await books.item(number)
  }

  private func said(_ item: Item, _ quantity: Quantity, _ unit: Unit) -> String {
    "\(item.name(in: voice)) \(PhraseValue.measure(Measure(quantity, unit)).said(in: voice))"
  }
}

extension Work {
  /// Goods come in at cost.
  fileprivate var bookKind: PriceBookKind { self == .stockAdd ? .cost : .sale }
}

extension Money {
  /// A price of one of the item's own unit as that of one `unit`; nil where its size is not known.
  fileprivate func per(_ unit: Measures.Unit?, of item: Item) -> Money? {
    guard let unit else { return self }
    guard case .exactly(let own) = item.own(Quantity(1), unit) else { return nil }
    return times(own)
  }
}
