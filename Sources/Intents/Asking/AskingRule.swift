/// Every rule by which we ask instead of guessing: what is doubtful, and what settles it. Each row has a test of its own
/// (`AskingRuleTests`), so that a new one does not compile until it is tried.
package enum AskingRule: String, Hashable, Sendable, CaseIterable {
  /// कल, परसों. Settled by the verb, by what the intent looks at (sales lie behind, orders ahead), or by what was talked
  /// of before; else the two dates are offered.
  case dayEitherWay = "day_either_way"
  /// पाव. Before goods that are weighed it is a quarter of a kilo, alone it is the bread where the shop sells one;
  /// behind weighed goods of a shop that sells both, the two are offered.
  case quarterOrBread = "quarter_or_bread"
  /// “100 ka”. Settled by the price: what nobody would buy is not meant; else the sum and the measure are offered.
  case moneyOrMeasure = "money_or_measure"
  /// More than the shop ever sells of it at once; yes or no.
  case unusualQuantity = "unusual_quantity"
  /// “chini 5 kilo 44”. Settled by the price; where 44 would be the rate and not the sum, both are offered.
  case sumOrRate = "sum_or_rate"
  /// A price less than a third of ours, or more than three times as much; yes or no.
  case unusualPrice = "unusual_price"
  /// A total that is more than our rates come to, or less by a third; both are offered.
  case twoTotals = "two_totals"
  /// More than is there; yes or no.
  case belowZero = "below_zero"
  /// Several items fit about equally well; up to three are offered, more in a list.
  case nearItems = "near_items"
  /// Nothing in the list is called so; the nearest are offered, and to make it new.
  case unknownItem = "unknown_item"
  /// Two Rameshes; both are offered.
  case twoCustomers = "two_customers"
  /// The sentence is too unsure for what it would do (`Risk`); what it may mean is offered.
  case unsureMeaning = "unsure_meaning"
}

/// What a mistake would cost: the more, the surer a sentence must be before we act on it unasked.
package enum Risk: Hashable, Sendable, CaseIterable {
  /// A wrong answer is read and forgotten.
  case question
  /// A wrong entry is in the books until somebody sees it.
  case write
  /// What is gone is missed late.
  case removal

  /// Below this we ask first.
  package var confidenceMin: Double {
    switch self {
    case .question: 0.3
    case .write: 0.5
    case .removal: 0.8
    }
  }
}

extension Intent {
  package var risk: Risk {
    switch self {
    case .itemDelete, .deleteMyData: .removal
    default: isTold ? .write : .question
    }
  }
}
