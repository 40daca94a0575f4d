import Learning

/// The rules of experience, and what they add up to for a message. They decide nothing by themselves: the classifier
/// has learnt how far to trust them.
struct RuleBook: Sendable {
  private let rules: [Rule]

  struct Weighed: Sendable {
    /// The sum of the weights for each intent, by its position.
    var sums = SoftmaxRegression.silence
    /// The numbers of the rules that hold.
    var held: [Int] = []

    /// The position of the intent that the rules alone would choose; nil where they say too little.
    var best: Int? {
      guard let best = sums.indices.max(by: { sums[$0] < sums[$1] }), sums[best] >= 1.5 else { return nil }
      return best
    }
  }

  static let standard = RuleBook(
    [
      StockRules.lists, TradeRules.lists, MoneyRules.lists, InsightRules.lists, DialogueRules.lists, PeopleRules.lists,
      AwayRules.lists, SupplierRules.lists,
    ]
    .flatMap { $0 })

  init(_ lists: [RuleList]) { rules = lists.flatMap(\.rules) }

  func weigh(_ cues: CueSet) -> Weighed {
    var weighed = Weighed()
    for (number, rule) in rules.enumerated() where rule.holds(cues) {
      weighed.sums[rule.intent.position] += Float(rule.weight)
      weighed.held.append(number)
    }
    return weighed
  }
}
