/// Drops goods that were only guessed from a near sound where nobody speaks of goods: “kal india ka match” sells no eggs.
enum IdleGuesses {
  /// A guessed item counts beside a number, or where goods are spoken of and nothing better is named.
  static func dropped(from spans: [Span]) -> [Span] {
    let isNamed = spans.contains { $0.isItem && !$0.isGuess }
    let isAway = spans.contains { $0.cues.intersects(away) }
    return spans.indices.map { index in
      guard spans[index].isGuess, isNamed || isAway || !isNearGoods(index, in: spans) else { return spans[index] }
      let isCounted = index > 0 && spans[index - 1].measure != nil
      let counts = index + 1 < spans.count && spans[index + 1].measure != nil
      let isListed = index > 0 && (spans[index - 1].isPause || spans[index - 1].cues.contains(.and))
      if isCounted || counts || isListed { return spans[index] }
      return Span(content: .word, range: spans[index].range)
    }
  }

  /// A number or a word of goods stands within two words.
  private static func isNearGoods(_ index: Int, in spans: [Span]) -> Bool {
    guard spans.count > fragmentMax else { return true }
    return spans[max(0, index - 2)..<min(spans.count, index + 3)].contains {
      $0.measure != nil || $0.category != nil || $0.cues.intersects(goods)
    }
  }

  /// An answer of a word or two may be a misspelt item and nothing else.
  private static let fragmentMax = 2
  private static let goods = CueSet([
    .sold, .gave, .took, .received, .purchased, .add, .set, .remove, .remaining, .finished, .stock, .price, .priceAsk,
    .howMuch, .exists, .available, .damaged, .expired, .stolen, .ownUse, .order, .bring, .want, .sells, .willSell,
    .returned, .threshold, .below, .cost, .mrp, .shouldSell, .sales, .profit, .forecast, .reorder, .competitor, .name,
    .cart, .recommend, .good,
  ])
  private static let away = CueSet([
    .weather, .fun, .sport, .travel, .medicine, .finance, .secret, .recipe, .general,
  ])
}
