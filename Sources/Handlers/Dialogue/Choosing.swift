import Intents
import Inventory
import Language
import Measures
import Messages

/// One of two or three things that somebody may have meant: what stands on its button, and what it would do.
package struct Choice: Hashable, Sendable, Codable {
  package let title: String
  package let request: Request
}

/// “Sugar 5 kilo – inme se kya? [Bikri] [Maal aaya] [Ab itna stock hai]”.
extension Turn {
  func chooseOne(_ text: String, _ choices: [Choice], _ request: Request) -> Answer {
    let fitting = choices.prefix(Choices.Limit.buttons).map {
      Choice(title: fitted($0.title, scalarsMax: Choices.Limit.buttonTitle), request: $0.request)
    }
    let buttons = fitting.enumerated().map { index, choice in
      Button(id: Tap.pick(question: questionID, index: index).id, title: choice.title)
    }
    return .ask(text, .oneOf(fitting), request, .buttons(buttons))
  }

  /// What the sentence may mean, with its goods; nil where there is nothing to choose from.
  func askMeaning(of frame: Frame, instead request: Request) async throws -> Answer? {
    guard !frame.alternatives.isEmpty || frame.intent.destination.isWork else { return nil }
    var readings = frame.alternatives.map { ($0.intent, $0.slots) }
    if frame.intent.destination.isWork { readings.insert((frame.intent, frame.slots), at: 0) }
    var choices: [Choice] = []
    for (intent, slots) in readings where role.may(intent) {
      guard let title = intent.offer, choices.count < Choices.Limit.buttons else { continue }
      var meant = Request(frame)
      (meant.frame.intent, meant.frame.slots) = (intent, slots)
      meant.frame.alternatives = []
      // Whichever it was, “kal” points both ways.
      if intent != frame.intent { meant.frame.ambiguities.removeAll { !$0.isOfTheDay } }
      meant.settled = [.unsure]
      choices.append(Choice(title: say(title), request: meant))
    }
    guard choices.count >= 2, let goods = try await goods(of: choices[0].request) else { return nil }
    return chooseOne(say(.whichOfThese, [.what: .text(goods)]), choices, request)
  }

  /// Nothing was understood; where goods of the shop were named, what may be done with them is offered.
  func unclear(_ frame: Frame) async throws -> Answer {
    try await askMeaning(of: frame, instead: Request(frame)) ?? unclear()
  }

  /// The goods of a request as they were said; nil where it names none.
  private func goods(of request: Request) async throws -> String? {
    var words: [String] = []
    for line in request.frame.slots.items {
      guard let name = try await name(of: line) else { continue }
      words.append(([name] + [line.measured(in: voice)].compactMap { $0 }).joined(separator: " "))
    }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }

  private func name(of line: ItemLine) async throws -> String? {
    guard case .known(let id) = line.item, let number = Int64(id) else { return line.item.spoken }
    return try await books.item(number)?.name(in: voice)
  }
}

extension ItemLine {
  /// “5 kilo”; a number alone where no unit was said.
  fileprivate func measured(in voice: Voice) -> String? {
    quantity.map { quantity in
      unit.map { PhraseValue.measure(Measure(quantity, $0)).said(in: voice) } ?? quantity.description
    }
  }
}

extension Ambiguity {
  fileprivate var isOfTheDay: Bool { if case .day = self { true } else { false } }
}

extension Destination {
  fileprivate var isWork: Bool { if case .work = self { true } else { false } }
}

extension Intent {
  /// What stands on the button that offers this; nil for what is not offered for goods.
  fileprivate var offer: Phrase? {
    guard case .work(let work) = destination else { return nil }
    return switch work {
    case .saleRecord: .buttonSale
    case .stockAdd: .buttonStockIn
    case .stockSet: .buttonStockSet
    case .stockReduce: .buttonStockOut
    case .stockCheck: .buttonStockCheck
    case .priceCheck: .buttonPriceCheck
    case .priceSet: .buttonPriceSet
    case .thresholdSet: .buttonThreshold
    case .itemCreate: .buttonNewItem
    case .stockList, .lowStock, .creditAdd, .creditReceive, .creditBalance, .creditList, .saleReturn, .expenseAdd,
      .competitorPrice, .itemRename, .itemDelete, .salesSummary, .profit, .topItems, .answerFile, .deleteMyData,
      .creditRemind, .productSearch, .orderStatus, .askShop, .memberAdd, .memberRemove, .memberList, .customerPhone,
      .shopSwitch, .settings, .supplierPay, .supplierBalance, .expiryCheck, .stockHistory, .itemDetail,
      .eventAdd, .forecast, .reorderSuggest, .priceSuggest, .slowItems, .alertList, .alertAck:
      nil
    }
  }
}
