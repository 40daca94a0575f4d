import Commerce
import Demand
import Intents
import Inventory
import Language
import Measures
import Messages
import Pricing

/// “chini ka rate kitna rakhu”: what to take for it and why, what stays of a unit and what a month may bring. Nothing is
/// applied by itself: a tap writes the price, as if the owner had said it.
extension Turn {
  func priceSuggest(_ request: Request) async throws -> Answer {
    try await books.refreshDemandIfDue(on: today)
    guard !request.frame.slots.items.isEmpty else { return try await bestChances(request) }
    return try await withItems(of: request) { items in
      var answers: [String] = []
      var taps: [Button] = []
      let priced = try await priced(items)
      for item in items {
        guard let known = priced.first(where: { $0.item.id == item.id }) else {
          answers.append(say(.priceUnknown, [.item: name(item)]))
          continue
        }
        let advice = known.advice()
        answers.append(priceAdvice(advice, known))
        if advice.isChange { taps.append(applyButton(advice, item, isAlone: items.count == 1)) }
      }
      let buttons = Array(taps.prefix(Choices.Limit.buttons))
      return .say(answers.joined(separator: "\n"), buttons.isEmpty ? .none : .buttons(buttons), for: request)
    }
  }

  private func priceAdvice(_ advice: PriceAdvice, _ known: PricedItem) -> String {
    let item = known.item
    let rates: [Placeholder: PhraseValue] = [
      .item: name(item), .new: .rate(advice.price, item.unit), .old: .rate(advice.present, item.unit),
    ]
    let head =
      advice.isChange
      ? say(.adviceTry, rates) : say(.adviceKeep, [.item: name(item), .rate: .rate(advice.present, item.unit)])
    let lines = [head] + advice.reasons.compactMap { reason($0, of: advice, known) } + later(advice, item)
    return (lines + [margin(of: advice, item), profit(of: advice, known)].compactMap(\.self)).joined(separator: "\n")
  }

  /// The further steps of a markdown.
  private func later(_ advice: PriceAdvice, _ item: Item) -> [String] {
    advice.steps.filter { $0.inDays > 0 }.map { step in
      say(
        .adviceStep,
        [.date: .date(today.adding(step.inDays), today: today), .rate: .rate(step.price, item.unit)])
    }
  }

  private func margin(of advice: PriceAdvice, _ item: Item) -> String? {
    guard let before = advice.marginBefore, let after = advice.marginAfter else { return nil }
    guard advice.isChange else {
      return say(.adviceMarginIs, [.unit: .unit(item.unit), .amount: .money(before.perUnit), .share: share(before)])
    }
    return say(
      .adviceMargin,
      [
        .unit: .unit(item.unit), .before: .money(before.perUnit), .usualShare: share(before),
        .amount: .money(after.perUnit), .share: share(after),
      ])
  }

  /// A loss has its own word, and no paise where it is only expected.
  private func gain(_ amount: Money) -> PhraseValue {
    let whole = amount.whole
    return whole < .zero ? .text(say(.adviceMinus, [.amount: .money(-whole)])) : .money(whole)
  }

  private func share(_ margin: Margin) -> PhraseValue { .share(Int64(margin.basisPoints)) }

  /// Of the thirty days to come; nothing where nothing is expected to sell.
  private func profit(of advice: PriceAdvice, _ known: PricedItem) -> String? {
    guard known.question.demand.mean > 0, let before = advice.profitBefore, let after = advice.profitAfter else {
      return nil
    }
    let days: PhraseValue =
      if case .spoils(let days) = known.question.supply { .days(days) } else { .days(known.question.demand.days) }
    let range: [Placeholder: PhraseValue] = [
      .days: days, .before: gain(before.expected), .amount: gain(after.expected), .low: gain(after.low),
      .high: gain(after.high),
    ]
    return say(advice.isChange ? .adviceProfit : .adviceProfitIs, range)
  }

  private func applyButton(_ advice: PriceAdvice, _ item: Item, isAlone: Bool) -> Button {
    let tap = Tap.price(item: item.id, paise: advice.price.paise)
    let price = PhraseValue.money(advice.price).said(in: voice)
    if isAlone { return Button(id: tap.id, title: say(.buttonApply) + " " + price) }
    let room = Choices.Limit.buttonTitle - price.unicodeScalars.count - 1
    return Button(id: tap.id, title: fitted(item.name(in: voice), scalarsMax: room) + " " + price)
  }

  /// “Apply”: the same way as “chini ka rate 47 karo”, whose doubts are settled by the tap.
  func apply(price paise: Int64, to item: Int64) async throws -> Answer {
    var request = Request(Frame(intent: .priceSet, confidence: 1, voice: voice))
    request.frame.slots.items = [ItemLine(item: .known(String(item)), price: Money(paise: paise))]
    request.settled = [.price, .unsure]
    return try await perform(request)
  }

  // MARK: no item named

  private static let chancesMax = 3
  /// Of so many items that bring most.
  private static let lookedAtMax = 150

  /// Where another price is expected to bring most.
  private func bestChances(_ request: Request) async throws -> Answer {
    let known = try await priced(try await sellingMost())
    let chances = known.compactMap { known -> (known: PricedItem, advice: PriceAdvice, gain: Money)? in
      let advice = known.advice()
      guard advice.isChange, let before = advice.profitBefore, let after = advice.profitAfter else { return nil }
      return (known, advice, after.expected.whole - before.expected.whole)
    }.filter { $0.gain > .zero }.sorted { ($0.gain, -$0.known.item.id) > ($1.gain, -$1.known.item.id) }
      .prefix(Self.chancesMax)
    guard !chances.isEmpty else {
      return .say(say(known.isEmpty ? .forecastNothing : .adviceNoChances), for: request)
    }
    let rows = chances.map { chance in
      say(
        .adviceChance,
        [
          .item: name(chance.known.item), .old: .rate(chance.advice.present, chance.known.item.unit),
          .new: .rate(chance.advice.price, chance.known.item.unit), .amount: .money(chance.gain),
        ])
    }
    let buttons = chances.map { applyButton($0.advice, $0.known.item, isAlone: false) }
    return .say(([say(.adviceChances)] + rows).joined(separator: "\n"), .buttons(buttons), for: request)
  }

  /// By the money that they are expected to bring.
  private func sellingMost() async throws -> [Item] {
    let items = try await books.allItems()
    let forecasts = try await books.forecasts(of: items.map(\.id))
    let tags = try await books.priceTags(of: items.map(\.id))
    let worth = items.compactMap { item -> (item: Item, worth: Double)? in
      guard let forecast = forecasts[item.id], let price = tags[item.id]?.sale, tags[item.id]?.cost != nil else {
        return nil
      }
      return (item, forecast.demand(over: StoredForecast.days, from: today).mean * Double(price.paise))
    }.filter { $0.worth > 0 }
    return worth.sorted { ($0.worth, -$0.item.id) > ($1.worth, -$1.item.id) }.prefix(Self.lookedAtMax).map(\.item)
  }
}

extension Money {
  /// What is only expected is said without paise.
  var whole: Money { Money(rupees: (paise + (paise < 0 ? -50 : 50)) / 100) }
}
