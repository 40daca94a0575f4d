/// A gap in a phrase, written `{item}` in the templates: filled at run time with a value in the voice's own form.
package enum Placeholder: String, CaseIterable, Sendable {
  // free text, shown as it was saved or typed
  case item, shop, text, customer, supplier
  // measures
  case qty, left, old, new, have, usual
  /// The ends of a range.
  case low, high
  // money and rates
  case amount, total, rate, cost
  /// Money that was written before.
  case before
  /// What a customer owes.
  case balance
  /// Other phrases: a noun phrase, a reason, a list, lines that were said before.
  case what, reason, items, lines, standing
  case days, date, period, bills, time
  /// Of a hundred: “8.5%”.
  case share
  /// Another one beside it.
  case usualShare = "usual_share"
  /// A count, in bare digits.
  case n
  /// The word of a unit alone, and “how many” of it.
  case unit
  case howMany = "how_many"
}
