/// What is done in a shop, whatever the language: “becha”, “विकले” and “sold” are all `sell`.
package enum Deed: Hashable, Sendable, CaseIterable {
  case sell, give, take, buy, come, bring, add, keep, change, remain, finish
  /// Goods that are lost by themselves: they rot, break, leak, fall.
  case decay
  case discard, steal, count, write, remove, giveBack
}

/// How a form of a verb stands to what it tells.
package enum Aspect: Hashable, Sendable, CaseIterable {
  /// bechi, विकली, sold.
  case happened
  /// bechenge, विकणार.
  case coming
  /// becho, विका: a command.
  case ordered
  /// bechta, विकतो.
  case ongoing
  /// The bare stem and what joins on to another verb: bech (diya), vikun.
  case linked
}

/// Which of the two Indian languages a form belongs to.
enum Tongue: Hashable, Sendable { case hindi, marathi }

/// One verb in one form.
package struct VerbForm: Hashable, Sendable {
  package let deed: Deed
  package let aspect: Aspect
  package let word: String
  let tongue: Tongue?
}
