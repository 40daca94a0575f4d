import Intents
import Inventory
import Language
import Measures
import Messages

/// A line of a request that stands on the ground: an item of the list, and how much in its own unit.
struct GroundedLine: Sendable {
  let item: Item
  let quantity: Quantity
  let spoken: ItemLine
}

/// Either everything is known, or there is one question to ask first.
enum Grounded<Value: Sendable>: Sendable {
  case ready(Value)
  case ask(Answer)
}

extension Turn {
  /// The items of a request, each known.
  private func items(of request: Request) async throws -> Grounded<[Item]> {
    var items: [Item] = []
    for (index, line) in request.frame.slots.items.enumerated() {
      switch try await item(line, index, request) {
      case .ready(let item): items.append(item)
      case .ask(let answer): return .ask(answer)
      }
    }
    return items.isEmpty ? .ask(askItem(0, request)) : .ready(items)
  }

  /// Answers a request whose lines are all known; otherwise asks for what is missing.
  func withLines(of request: Request, _ answer: ([GroundedLine]) async throws -> Answer) async throws -> Answer {
    switch try await lines(of: request) {
    case .ready(let lines): try await answer(lines)
    case .ask(let question): question
    }
  }

  /// The same for questions, which need no quantity.
  func withItems(of request: Request, _ answer: ([Item]) async throws -> Answer) async throws -> Answer {
    switch try await items(of: request) {
    case .ready(let items): try await answer(items)
    case .ask(let question): question
    }
  }

  /// The lines of a request, each with its item and quantity.
  private func lines(of request: Request) async throws -> Grounded<[GroundedLine]> {
    var lines: [GroundedLine] = []
    for (index, spoken) in request.frame.slots.items.enumerated() {
      let item: Item
      switch try await self.item(spoken, index, request) {
      case .ready(let found): item = found
      case .ask(let answer): return .ask(answer)
      }
      switch quantity(of: spoken, item, index, request) {
      case .ready(let quantity): lines.append(GroundedLine(item: item, quantity: quantity, spoken: spoken))
      case .ask(let answer): return .ask(answer)
      }
    }
    return lines.isEmpty ? .ask(askItem(0, request)) : .ready(lines)
  }

  private func item(_ line: ItemLine, _ index: Int, _ request: Request) async throws -> Grounded<Item> {
    switch line.item {
    case .known(let id):
      guard let number = Int64(id), let item = try await books.item(number) else {
        return .ask(askItem(index, request))  // taken off the list since the index was built
      }
      return .ready(item)
    case .several(let ids, let spoken):
      let candidates = try await books.items(ids.compactMap { Int64($0) })
      if candidates.count == 1 { return .ready(candidates[0]) }
      return .ask(askWhich(candidates, spoken: spoken, index, request))
    case .unknown(let spoken, let nearest):
      let items = try await books.items(nearest.prefix(3).compactMap { Int64($0) })
      return .ask(askUnknown(spoken, nearest: items, index, request))
    case .pronoun, .unsaid:
      guard case .known(let id)? = state.lastRequest?.frame.slots.items.last?.item, let number = Int64(id),
        let item = try await books.item(number)
      else { return .ask(askItem(index, request)) }
      return .ready(item)
    }
  }

  private func quantity(of line: ItemLine, _ item: Item, _ index: Int, _ request: Request) -> Grounded<Quantity> {
    guard let spoken = line.quantity else {
      let example = example(item)
      return .ask(
        .ask(say(.quantityMissing, [.item: name(item), .qty: example]), .quantity(line: index), request))
    }
    switch item.own(spoken, line.unit) {
    case .exactly(let quantity) where quantity > .zero && quantity <= .max: return .ready(quantity)
    case .exactly(let quantity) where quantity == .zero && request.frame.intent == .stockSet: return .ready(quantity)
    case .packSizeUnknown(let unit):
      let values: [Placeholder: PhraseValue] = [
        .item: name(item), .unit: .unit(unit), .howMany: .howMany(item.unit),
      ]
      return .ask(.ask(say(.packSizeAsk, values), .packSize(line: index, item: item.id, unit: unit), request))
    case .exactly, .impossible:
      let values: [Placeholder: PhraseValue] = [
        .item: name(item), .unit: .unit(item.unit), .howMany: .howMany(item.unit),
      ]
      return .ask(.ask(say(.unitMismatch, values), .quantity(line: index), request))
    }
  }

  private func example(_ item: Item) -> PhraseValue { .measure(Measure(Quantity(5), item.unit)) }

  private func askItem(_ index: Int, _ request: Request) -> Answer {
    .ask(say(.itemMissing), .item(line: index), request)
  }

  private func askWhich(_ candidates: [Item], spoken: String, _ index: Int, _ request: Request) -> Answer {
    let text = say(.whichItem, [.text: .text(spoken), .n: .number(candidates.count)])
    return .ask(
      text, .whichItem(line: index, candidates: candidates.map(\.id)), request, choices(of: candidates, canBeNew: false)
    )
  }

  private func askUnknown(_ spoken: String, nearest: [Item], _ index: Int, _ request: Request) -> Answer {
    let values: [Placeholder: PhraseValue] = [.text: .text(spoken)]
    let kind = OpenQuestion.Kind.unknownItem(line: index, nearest: nearest.map(\.id), spoken: spoken)
    return .ask(
      say(nearest.isEmpty ? .itemUnknownNone : .itemUnknown, values), kind, request,
      choices(of: nearest, canBeNew: true))
  }

  /// Items to tap: buttons while they fit and differ, else a list.
  private func choices(of items: [Item], canBeNew: Bool) -> Choices {
    let names = items.prefix(Choices.Limit.rows - 1).map { $0.name(in: voice) }
    var buttons = names.enumerated().map { index, name in
      Button(
        id: Tap.pick(question: questionID, index: index).id, title: fitted(name, scalarsMax: Choices.Limit.buttonTitle))
    }
    if canBeNew { buttons.append(button(.buttonNewItem, .newItem(question: questionID))) }
    if items.isEmpty { buttons.append(button(.buttonCancel, .no(question: questionID))) }
    if buttons.count <= Choices.Limit.buttons, Set(buttons.map(\.title)).count == buttons.count {
      return .buttons(buttons)
    }
    var rows = names.enumerated().map { index, name in
      let title = fitted(name, scalarsMax: Choices.Limit.rowTitle)
      return ListRow(
        id: Tap.pick(question: questionID, index: index).id, title: title, detail: title == name ? nil : name)
    }
    if canBeNew { rows.append(ListRow(id: Tap.newItem(question: questionID).id, title: say(.buttonNewItem))) }
    return .list(button: say(.listButton), rows: rows)
  }
}
