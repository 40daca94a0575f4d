import Database
import Foundation
import Intents
import Inventory
import Language
import Measures
import Messages

/// The one switch: what was understood → who answers it.
extension Turn {
  func answer(_ understood: Understood) async throws -> Answer {
    let answer = try await tellingLowStock(
      isExpected && understood != .nothing ? welcome(understood) : respond(understood))
    return try await hasNews ? withNews(answer) : answer
  }

  func respond(_ understood: Understood) async throws -> Answer {
    if let setup = state.setup, let answer = try await arrive(setup, understood) { return answer }
    return switch understood {
    case .frame(let frame, let words):
      try await answer(aboutPhone(frame, words) ?? frame.asCorrection ?? frame, words: words)
    case .tap(let tap): try await answer(tap)
    case .file(let file): try await receive(file)
    case .unreadable: .say(say(.typeUnsupported))
    case .welcome: greet("")
    case .nothing: .silence
    }
  }

  private var openQuestion: OpenQuestion? { state.question.flatMap { $0.isOpen(at: books.now) ? $0 : nil } }

  private func answer(_ frame: Frame, words: String) async throws -> Answer {
    if let noted = try await noteReminderWish(in: words) { return noted }
    if let question = openQuestion, let next = question.continued(byWords: words, readAs: frame) {
      return try await resume(question, next)
    }
    if let saved = try await takeUPI(from: words) { return saved }
    if let forwarded = try await answerForwarded(words) { return forwarded }
    guard role != .customer else { return try await answerAtTheDoor(frame, words) }
    if let file = try await fileOfLast(wishedBy: words, readAs: frame) { return file }
    guard may(frame.intent) else { return .say(say(.notAllowed)) }
    if let question = openQuestion, let next = question.continued(by: frame) {
      return try await resume(question, next)
    }
    switch frame.intent {
    case .greet: return greet(words)
    case .help: return try await help()
    case .thanks: return .say(say(role == .customer ? .thanksCustomer : .thanks))
    case .outOfScope: return frame.confidence < 0.5 ? try await unclear(frame) : .say(say(.outOfScope))
    case .undo: return try await undoLast()
    case .yes, .no, .choose, .cancel:
      return frame.asides.isEmpty ? .say(say(.nothingOpen)) : try await unclear(frame)
    case .correct: return try await correct(with: frame)
    case .followUp: return try await followUp(with: frame)
    default:
      var request = Request(resolve(frame, after: said).frame ?? frame)
      if frame.intent.keepsWords { request.words = words }
      return try await perform(request)
    }
  }

  private func answerAtTheDoor(_ frame: Frame, _ words: String) async throws -> Answer {
    if let question = openQuestion, [.yes, .no, .cancel].contains(frame.intent),
      let next = question.continued(by: frame)
    {
      return try await resume(question, next)
    }
    return try await answerCustomer(frame, words: words)
  }

  /// What “uska” may stand for.
  private var said: Last? { (openQuestion?.request ?? state.lastRequest).map { Last($0.frame) } }

  private func answer(_ tap: Tap) async throws -> Answer {
    switch tap {
    case .spike(let spike, let isOneOff): return try await answerSpike(spike, isOneOff: isOneOff)
    case .undo(let group): return role.may(.undo) ? try await undo(group: group) : .say(say(.notAllowed))
    case .listPage(let offset, let category):
      return role.may(.stockList) ? try await stockPage(from: offset, category: category) : .say(say(.notAllowed))
    case .duesPage(let offset):
      return role.may(.creditList) ? try await creditPage(from: offset) : .say(say(.notAllowed))
    case .keepData(let erasure): return try await keepData(erasure)
    case .remind(let customer, let due):
      return role.may(.creditRemind) ? try await remind(customer: customer, due: due) : .say(say(.notAllowed))
    case .order(let supplier, let wish):
      return role.may(.reorderSuggest) ? try await orderMessage(to: supplier, wish) : .say(say(.notAllowed))
    case .price(let item, let paise): return try await apply(price: paise, to: item)
    case .answer(let question):
      return role == .owner ? try await openAnswer(to: question) : .say(say(.notAllowed))
    case .seen(let batch): return try await acknowledge(batch)
    case .shop(let id): return may(.shopSwitch) ? try await enter(shop: id) : .say(say(.notAllowed))
    case .setup, .setupSkip: return .say(say(.expiredQuestion))
    case .yes(let id), .no(let id), .pick(let id, _), .newItem(let id):
      guard let question = openQuestion, question.id == id else { return .say(say(.expiredQuestion)) }
      return try await resume(question, question.continued(by: tap))
    }
  }

  private func resume(_ question: OpenQuestion, _ next: Continuation) async throws -> Answer {
    switch next {
    case .perform(let request): return try await perform(request, insteadOf: question.request.frame)
    case .create(let line, let name): return try await performWithNewItem(question.request, line, name)
    case .learnPack(let id, let unit, let quantity, let of):
      guard let item = try await books.item(id), case .exactly(let holds) = item.own(quantity, of), holds > .zero else {
        return again(question)
      }
      try await books.setPack(of: id, unit: unit, holds: holds)
      let learnt = say(.packSizeSet, [.item: name(item), .unit: .unit(unit), .qty: measure(holds, of: item)])
      return try await perform(question.request).preceded(by: learnt, in: self)
    case .payments(let address):
      return try await perform(question.request).preceded(by: saved(address), in: self)
    case .relay(let words, let frame, let asked): return try await relay(words, readAs: frame, to: asked)
    case .dropped: return question.request.file == nil ? .say(say(.cancelled)) : notImported()
    case .askAgain: return again(question)
    }
  }

  /// The answer did not fit: the question stays open.
  private func again(_ question: OpenQuestion) -> Answer {
    var text = say(question.isChoice ? .chooseAgain : .unclear)
    if case .upiAddress = question.kind { text = say(.upiInvalid, [.text: .text(Self.upiExample)]) }
    return Answer(reply: Reply(text), question: question.kind, request: question.request)
  }

  /// What is not here yet stands in `NotYet.swift`.
  func perform(_ request: Request) async throws -> Answer {
    guard may(request.frame.intent) else { return .say(say(.notAllowed)) }
    if let group = request.replaces { return try await performCorrection(request, of: group) }
    if let file = request.file { return try await goodsFile(file, request) }
    switch try await sided(request) {
    case .ready(let request): return try await performSided(request)
    case .ask(let question): return question
    }
  }

  private func performSided(_ request: Request) async throws -> Answer {
    switch request.frame.intent.destination {
    case .work(let work):
      switch try await settled(request, for: work) {
      case .ready(let request): return try await performDated(work, request)
      case .ask(let question): return question
      }
    case .stillToCome: return notYet(request.frame.intent)
    case .talk: return unclear()
    }
  }

  func perform(_ work: Work, _ request: Request) async throws -> Answer {
    switch work {
    case .stockCheck: try await stockCheck(request)
    case .stockList: try await stockList(request)
    case .lowStock: try await lowStock(request)
    case .stockAdd: try await stockAdd(request)
    case .stockSet: try await stockSet(request)
    case .stockReduce: try await stockReduce(request)
    case .saleRecord: try await saleRecord(request)
    case .priceCheck: try await priceCheck(request)
    case .priceSet: try await priceSet(request)
    case .itemCreate: try await itemCreate(request)
    case .thresholdSet: try await thresholdSet(request)
    case .saleReturn: try await saleReturn(request)
    case .expenseAdd: try await expenseAdd(request)
    case .competitorPrice: try await competitorPrice(request)
    case .itemRename: try await itemRename(request)
    case .itemDelete: try await itemDelete(request)
    case .creditAdd: try await creditAdd(request)
    case .creditReceive: try await creditReceive(request)
    case .creditBalance: try await creditBalance(request)
    case .creditList: try await creditList(request)
    case .salesSummary: try await salesSummary(request)
    case .profit: try await profit(request)
    case .topItems: try await topItems(request)
    case .answerFile: try await answerFile(request)
    case .deleteMyData: try await deleteMyData(request)
    case .creditRemind: try await creditRemind(request)
    case .productSearch: try await productSearch(request)
    case .orderStatus: try await orderStatus(request)
    case .askShop: try await askShop(request)
    case .memberAdd: try await memberAdd(request)
    case .memberRemove: try await memberRemove(request)
    case .memberList: try await memberList(request)
    case .customerPhone: try await customerPhone(request)
    case .shopSwitch: try await shopSwitch(request)
    case .settings: try await settings(request)
    case .supplierPay: try await supplierPay(request)
    case .supplierBalance: try await supplierBalance(request)
    case .expiryCheck: try await expiryCheck(request)
    case .stockHistory: try await stockHistory(request)
    case .itemDetail: try await itemDetail(request)
    case .forecast: try await forecast(request)
    case .eventAdd: try await eventAdd(request)
    case .reorderSuggest: try await reorderSuggest(request)
    case .priceSuggest: try await priceSuggest(request)
    case .slowItems: try await slowItems(request)
    case .alertList: try await alertList(request)
    case .alertAck: try await alertAck(request)
    }
  }

  /// “New item” under “not in your list”: it is made, and the request goes on with it.
  private func performWithNewItem(_ request: Request, _ line: Int, _ name: String) async throws -> Answer {
    guard role.may(.itemCreate) else { return .say(say(.notAllowed)) }
    let group = try await books.openGroup(.item, by: author)
    var spoken = request.frame.slots.items[line]
    spoken.quantity = nil  // what was said of it belongs to the request, not to its opening
    spoken.price = nil
    spoken.amount = nil
    let item = try await create(name, spoken, priceKind: nil, in: group)
    var next = request
    next.frame.slots.items[line].item = .known(String(item.id))
    next.settled.insert(.belowZero)  // of course none is there yet
    return try await perform(next).preceded(by: say(.itemCreated, [.item: self.name(item)]), in: self)
  }
}

extension Intent {
  /// Its handler reads the words themselves: what for, who, which number.
  fileprivate var keepsWords: Bool {
    [
      .expenseAdd, .creditRemind, .human, .infoQuestion, .reportRequest, .stockList, .memberAdd, .memberRemove,
      .customerPhone, .shopSwitch, .settings,
    ].contains(self)
  }
}
