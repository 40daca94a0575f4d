import Commerce
import Database
import Intents
import Inventory
import Language
import Measures
import Messages

/// The rest of a new shop's way, once it has a name: each answer is written at once and the next step asked. Any clear
/// request wins over it; the way waits.
extension Turn {
  /// Nil for what has nothing to do with the way.
  func arrive(_ setup: Setup, _ understood: Understood) async throws -> Answer? {
    var next = setup
    switch understood {
    case .tap(.setup(let step, let value)):
      let effect = next.hear(.choice(step, value))
      return try await effect == .unread ? nil : arrived(effect, next)
    case .tap(.setupSkip(let step)):
      guard step == setup.step else { return ask(setup) }
      return try await arrived(next.hear(.skip), next)
    case .welcome: return ask(setup)
    case .frame(let frame, let words):
      if state.question?.isOpen(at: books.now) == true { return nil }
      guard let input = input(words, frame, setup) else { return resumes(words, frame) ? ask(setup) : nil }
      return try await arrived(next.hear(input), next)
    case .file(let file): return try await arrive(setup, with: file)
    case .tap, .unreadable, .nothing: return nil
    }
  }

  /// What was typed, as an answer to the step; nil where it is something else.
  private func input(_ words: String, _ frame: Frame, _ setup: Setup) -> Setup.Input? {
    if SetupWords.isGreeting(words) || SetupWords.isContinue(words) { return nil }
    if setup.isAsked, SetupWords.isBack(words) { return .back }
    if setup.isAsked, SetupWords.isSkip(words) { return .skip }
    if frame.intent == .undo || frame.intent == .help && frame.confidence >= Risk.write.confidenceMin { return nil }
    let isPlain =
      setup.step == .goods && TypedGoods(words).isCounted || setup.step == .kind && ShopKind(words: words) != nil
    guard setup.isAsked || isPlain else { return nil }
    if frame.intent.isTalk, frame.confidence >= Self.requestFrom, !isPlain { return nil }
    return isRequest(words, frame, setup) ? nil : .words(words)
  }

  /// “5 kilo chini bechi” is work, “Pune” is not.
  private func isRequest(_ words: String, _ frame: Frame, _ setup: Setup) -> Bool {
    guard case .work = frame.intent.destination else { return false }
    if frame.isClearRequest, frame.namesKnownGoods { return true }
    guard frame.isClearRequest || frame.confidence >= Self.requestFrom else { return false }
    // Names of shops and towns are short and have no numbers.
    if setup.step == .name || setup.step == .city {
      return words.contains(where: \.isNumber) || words.split(whereSeparator: \.isWhitespace).count > Self.nameWordsMax
    }
    var tried = setup
    return tried.hear(.words(words)) == .unread
  }

  private static let requestFrom = 0.85
  private static let nameWordsMax = 4

  private func resumes(_ words: String, _ frame: Frame) -> Bool {
    frame.intent == .greet || SetupWords.isSkip(words) || SetupWords.isBack(words)
      || SetupWords.isGreeting(words) || SetupWords.isContinue(words)
  }

  func ask(_ setup: Setup, after lines: [String] = []) -> Answer {
    let voice = setup.language?.voice(answering: nil, before: voice) ?? voice
    var answer = Answer(reply: SetupQuestion(phrasebook: phrasebook, voice: voice).ask(setup, after: lines))
    var asked = setup
    asked.resume()
    answer.setup = asked
    return answer
  }

  // MARK: What an answer does

  private func arrived(_ effect: Setup.Effect, _ next: Setup) async throws -> Answer {
    switch effect {
    case .none, .speak, .open: return ask(next)
    case .unread: return ask(next, after: [say(.setupUnread)])
    case .rename(let name):
      try await books.setShop(name: name)
      return ask(next, after: [say(.setupRenamed, [.shop: .text(name)])])
    case .setKind(let kind):
      try await books.setShop(kind: kind)
      return ask(next)
    case .setCity(let city):
      try await books.setShop(city: city)
      return ask(next)
    case .stock(let list): return try await stock(list, next)
    case .stockStarter: return try await stockStarter(next)
    case .summaryAt(let minute):
      try await books.prefer(summaryAt: minute, for: author.member)
      return ask(next, after: [say(.setupSummaryAt, [.time: .time(TimeOfDay(minute: minute))])])
    case .threshold(let quantity):
      let group = try await books.openGroup(.threshold, by: author)
      let count = try await books.setThresholds(to: quantity, in: group)
      return ask(next, after: [say(.setupThresholdSet, [.n: .number(count), .text: .text(quantity.description)])])
    }
  }

  private func stockStarter(_ next: Setup) async throws -> Answer {
    guard let kind = next.kind, let catalogue = starters[kind.rawValue] else { return ask(next) }
    let group = try await books.openGroup(.item, by: author)
    let count = try await books.addStarter(catalogue, in: group)
    return undoable(ask(next, after: [say(.setupStarterAdded, [.n: .number(count)])]), group)
  }

  /// The typed list: what is new goes on the list with what is there and its price, what is known is put right.
  private func stock(_ list: TypedGoods, _ next: Setup) async throws -> Answer {
    let group = try await books.openGroup(.item, by: author)
    var rows: [String] = []
    for line in list.lines {
      let item = try await stock(line, of: next.kind, in: group)
      let counted = [item.name(in: voice), measured(item, line)].compactMap { $0 }.joined(separator: " ")
      rows.append(
        [counted, line.price.map { PhraseValue.rate($0, item.unit).said(in: voice) }].compactMap { $0 }
          .joined(separator: ", "))
    }
    let shown = rows.prefix(Self.rowsMax) + (rows.count > Self.rowsMax ? ["…"] : [])
    var lines = [say(.setupGoodsAdded, [.n: .number(rows.count), .lines: .text(shown.joined(separator: "\n"))])]
    if !list.unread.isEmpty {
      lines.append(say(.setupGoodsUnread, [.items: .list(list.unread.prefix(3).map { .text($0) })]))
    }
    lines.append(say(.setupGoodsMore))
    var answer = Answer(
      reply: Reply(lines.joined(separator: "\n"), choices: .buttons([button(.buttonDone, .setupSkip(.goods))])))
    (answer.setup, answer.group) = (next, group)
    return undoable(answer, group)
  }

  private static let rowsMax = 20

  private func measured(_ item: Item, _ line: TypedLine) -> String? {
    line.quantity == nil ? nil : PhraseValue.measure(Measure(item.onHand, item.unit)).said(in: voice)
  }

  private func stock(_ line: TypedLine, of kind: ShopKind?, in group: EntryGroup) async throws -> Item {
    var spoken = ItemLine(item: .unknown(spoken: line.name, nearest: []), quantity: line.quantity, unit: line.unit)
    spoken.price = line.price
    guard let known = try await books.item(called: line.name) else {
      let entry = kind.flatMap { starters[$0.rawValue] }?.entry(called: line.name)
      if spoken.unit == nil { spoken.unit = entry?.unit }
      let item = try await create(line.name, spoken, priceKind: nil, in: group)
      if let entry { try await books.enrich(item.id, from: entry) }
      return try await books.item(item.id) ?? item
    }
    if let quantity = line.quantity, case .exactly(let own) = known.own(quantity, line.unit) {
      _ = try await books.count(known.id, as: own, in: group, by: author)
    }
    if let price = line.price { try await books.writePrice(of: known.id, .sale, price, in: group, by: author) }
    return try await books.item(known.id) ?? known
  }
}

extension Frame {
  fileprivate var namesKnownGoods: Bool { slots.items.contains { if case .known = $0.item { true } else { false } } }
}

extension Intent {
  /// “dhanyavad” is no town and no goods.
  fileprivate var isTalk: Bool { [.thanks, .greet, .human, .deleteMyData].contains(self) }
}
