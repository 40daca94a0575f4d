import Foundation

/// Adds up the rules and picks the intent with the most weight. Nothing is learnt here yet; every decision can be
/// followed by reading the rules that fired.
struct IntentJudge: Sendable {
  private let rules: [Rule]

  struct Verdict {
    let intent: Intent
    let confidence: Double
    /// The next likeliest, best first.
    var others: [(intent: Intent, confidence: Double)] = []
  }

  static let standard = IntentJudge(
    [
      StockRules.lists, TradeRules.lists, MoneyRules.lists, InsightRules.lists, DialogueRules.lists, PeopleRules.lists,
      AwayRules.lists,
    ]
    .flatMap { $0 })

  init(_ lists: [RuleList]) { rules = lists.flatMap(\.rules) }

  /// Below this weight nothing was understood.
  private static let floor = 1.5
  /// Where the shop's goods are named, a weak guess that we ask about is better than “not understood”.
  private static let floorOfGoods = 0.6
  /// Divides the weights before they become probabilities; fitted so that 0.8 is right about four times of five.
  private static let temperature = 0.55

  func decide(_ evidence: Evidence, role: Role, awaited: Awaited) -> Verdict {
    var weights = [Double](repeating: 0, count: Intent.allCases.count)
    for rule in rules where rule.holds(evidence.cues) { weights[rule.intent.position] += rule.weight }
    let open = Intent.allCases.filter { $0.isOpen(to: role, awaited: awaited) }
    let ranked = open.sorted { weights[$0.position] > weights[$1.position] }
    let floor = evidence.cues.contains(.hasItem) ? Self.floorOfGoods : Self.floor
    guard let best = ranked.first, weights[best.position] >= floor else {
      return Verdict(intent: .outOfScope, confidence: 0.3)
    }
    let top = weights[best.position]
    let sum = open.reduce(0) { $0 + exp((weights[$1.position] - top) / Self.temperature) }
    let certainty = 1 / sum * (1 - exp(-top / 2))
    let others = ranked.dropFirst().prefix(3).map { intent in
      (intent, exp((weights[intent.position] - top) / Self.temperature) / sum)
    }
    return Verdict(intent: best, confidence: min(0.99, certainty), others: others)
  }

  /// The rules that fired for each intent, heaviest intent first, for whoever asks why.
  func explain(_ evidence: Evidence) -> [(intent: Intent, weights: [Double])] {
    let fired = Dictionary(grouping: rules.filter { $0.holds(evidence.cues) }, by: \.intent)
    return fired.map { ($0.key, $0.value.map(\.weight)) }.sorted { $0.1.reduce(0, +) > $1.1.reduce(0, +) }
  }
}

extension Intent {
  /// The place of the intent among all, as an array index.
  var position: Int { Self.positions[self] ?? 0 }

  private static let positions: [Intent: Int] = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($0.element, $0.offset) })

  /// Who may mean this, and when. The role is known from the phone number.
  func isOpen(to role: Role, awaited: Awaited) -> Bool {
    if self == .choose { return awaited == .choice }
    if Self.ofEverybody.contains(self) { return true }
    switch role {
    case .customer: return Self.ofCustomers.contains(self)
    case .staff: return Self.ofStaff.contains(self)
    case .owner: return !Self.ofCustomers.contains(self) && !Self.onlyOfStaff.contains(self)
    }
  }

  private static let ofEverybody: Set<Intent> = [
    .help, .greet, .thanks, .yes, .no, .cancel, .correct, .followUp, .deleteMyData, .human, .outOfScope, .settings,
  ]
  private static let ofCustomers: Set<Intent> = [
    .productSearch, .cartEdit, .cartView, .checkout, .orderStatus, .recommend, .infoQuestion,
  ]
  private static let onlyOfStaff: Set<Intent> = [.scheduleView, .timeoff, .taskDone]
  /// Staff serve customers and count goods, so they may ask and record; whether a shop lets them is decided later.
  private static let ofStaff: Set<Intent> = [
    .taskList, .taskCreate, .taskDone, .scheduleView, .timeoff, .infoQuestion, .stockCheck, .stockList, .lowStock,
    .priceCheck,
    .saleRecord, .stockAdd, .stockReduce, .undo,
  ]
}
