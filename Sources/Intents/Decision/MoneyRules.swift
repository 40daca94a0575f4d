/// Prices, credit, expenses.
enum MoneyRules {
  /// Words of goods that change hands: with them money is what they cost, not what they shall cost.
  private static let dealt: [Cue] = [.sold, .gave, .took, .received, .purchased, .returned, .expense, .order]

  static let lists: [RuleList] = [
    RuleList(
      .priceCheck,
      [
        when(2.6, [.hasItem, .price], none: [.hasMoney, .hasBare, .hasQuantity, .hasPrice]),
        when(1, [.hasItem, .price, .short], none: [.hasMoney, .hasBare, .hasQuantity, .hasPrice, .set]),
        when(3, [.hasItem, .priceAsk]),
        when(1, [.price, .what], none: [.hasBare, .hasQuantity]), when(1, [.price, .howMuch]),
        when(2, [.pronoun, .price], none: [.hasQuantity]),
        when(2, [.pronoun, .priceAsk]), when(1.5, [.hasUnknown, .price], none: [.hasBare]),
        when(1, [.hasUnknown, .priceAsk]),
        when(0.7, [.price, .show]),
        when(2, [.hasItem], any: [.mrp, .cost], none: [.hasQuantity, .hasMoney, .hasBare, .what]),
        when(-2, any: [.competitor, .shouldSell, .raise, .lower, .profit]),
        when(-2, [.set], none: [.what, .priceAsk, .howMuch]),
        when(-2, any: [.hasPrice, .hasMoney]), when(-2, [.travel]), when(-1, [.remaining]),
      ]),
    RuleList(
      .priceSet,
      [
        when(3, [.price, .set], any: [.hasBare, .hasQuantity, .hasMoney, .hasPrice, .hasAmount]),
        when(2.6, [.hasMoney], any: [.raise, .lower], none: [.received, .credit]),
        when(2.6, [.price], any: [.raise, .lower], none: [.what]),
        when(2.2, [.hasItem, .hasMoney, .set], none: [.hasUnit, .sold, .credit]),
        when(1.5, [.hasItem, .hasMoney, .price]),
        when(3.2, [.hasItem, .hasPrice, .stated], none: dealt + [.hasQuantity]),
        when(0.8, [.hasItem, .hasPrice, .set, .stated], none: dealt + [.hasQuantity]),
        when(2, [.hasItem, .hasMoney, .stated], none: dealt + [.hasQuantity, .credit]),
        when(2, [.hasItem, .price, .stated], any: [.hasBare, .hasQuantity], none: dealt + [.hasUnit]),
        when(
          3.4, [.hasItem, .sold, .stated], any: [.hasPrice, .hasAmount, .hasMoney],
          none: [.hasQuantity, .happened, .future]),
        when(
          3.2, [.hasItem, .shouldSell, .stated], any: [.hasQuantity, .hasMoney, .hasPrice, .hasAmount], none: [.hasUnit]
        ),
        when(
          2.6, [.hasItem, .hasQuantity, .future, .stated], none: dealt + [.hasUnit, .condition, .notify, .willSell]),
        when(
          3, [.hasItem, .hasQuantity], any: [.raise, .lower],
          none: dealt + [.hasUnit, .stock, .below, .remaining, .add, .threshold, .exists]),
        when(2.4, [.hasItem, .hasAmount, .stated], none: dealt + [.hasQuantity, .credit]),
        when(1.2, [.hasItem, .now, .stated], any: [.hasAmount, .hasMoney, .hasPrice], none: dealt + [.hasQuantity]),
        when(
          4, [.hasItem, .sold, .future, .stated], any: [.hasBare, .hasAmount, .hasMoney, .hasPrice], none: [.hasUnit]),
        when(1.5, [.price, .hasItem], any: [.hasBare, .hasPrice, .hasQuantity], none: [.sold, .received, .hasUnit]),
        when(
          2, [.cost, .hasItem], any: [.hasBare, .hasMoney, .hasQuantity], none: [.hasUnit, .received, .hasSupplier]),
        when(1.6, [.mrp, .hasItem], any: [.hasBare, .hasMoney, .hasQuantity]),
        when(-5, [.particular]), when(-2.5, any: [.competitor, .hasPerson, .received, .threshold]),
        when(-2, any: [.priceAsk, .howMuch]),
        when(-2, [.new], none: [.price]),
        when(1, [.hasItem, .price, .raise]), when(1, [.hasItem, .price, .lower]), when(-3, [.byCustomer]),
        when(-1.5, [.sold], none: [.price, .hasPrice, .future]),
        when(-2, none: [.hasBare, .hasQuantity, .hasMoney, .hasPrice, .hasAmount]),
        when(-1.5, [.hasUnit], none: [.price]),
      ]),
    RuleList(
      .priceSuggest,
      [
        when(3.6, [.shouldSell, .hasItem], none: [.hasBare, .hasQuantity, .hasPrice, .hasAmount]),
        when(2.5, [.shouldSell], none: [.hasQuantity]),
        when(1, [.price, .must], none: [.hasBare, .hasQuantity]), when(-1.5, [.hasMoney]), when(-2, [.byCustomer]),
      ]),
    RuleList(
      .competitorPrice,
      [
        when(4, [.competitor]),
        when(1, [.competitor], any: [.price, .priceAsk, .hasAmount, .hasPrice, .hasBare, .hasQuantity]),
        when(-2, none: [.hasItem, .hasUnknown]),
      ]),
    RuleList(
      .expenseAdd,
      [
        when(3.4, [.expense], any: [.hasMoney, .hasBare, .hasAmount, .hasNumber, .hasQuantity]),
        when(1, [.expense], any: [.paid, .gave, .imperative, .add]), when(-2, [.hasItem, .hasUnit]),
        when(-2, [.competitor]),
        when(-3, any: [.byCustomer, .byStaff]), when(-2, [.howMuch]),
        when(-1.5, none: [.hasNumber, .hasMoney, .hasAmount]),
        when(-1, [.delivery, .hasItem]),
      ]),
    RuleList(
      .creditAdd,
      [
        when(2.6, [.credit, .hasPerson], any: [.hasBare, .hasMoney, .hasAmount, .hasNumber], none: [.hasUnit]),
        when(2, [.account, .hasPerson], any: [.hasBare, .hasMoney, .hasNumber], none: [.hasUnit, .credit]),
        when(1.2, [.account], any: [.hasMoney, .hasBare, .hasNumber], none: [.hasUnit]),
        when(1, [.credit, .add, .hasNumber], none: [.hasUnit]),
        when(0.8, [.credit, .took, .hasNumber], none: [.hasUnit]),
        when(0.8, [.credit, .gave, .hasNumber], none: [.hasUnit]),
        when(1, [.credit, .hasMoney], none: [.hasItem]), when(-2.5, [.hasItem, .hasQuantity]),
        when(-1, [.paid], none: [.gave, .took]),
        when(-2, any: [.howMuch, .remind, .who]), when(-1.5, none: [.hasNumber, .hasMoney, .hasAmount]),
        when(-3, [.byCustomer]),
        when(0.7, [.account, .imperative, .hasNumber], none: [.hasUnit]),
      ]),
    RuleList(
      .creditReceive,
      [
        when(
          2.8, [.hasPerson, .paid], any: [.hasBare, .hasMoney, .hasAmount, .hasNumber], none: [.hasItem, .howMuch]),
        when(
          2.2, [.hasPerson, .gave], any: [.hasBare, .hasMoney, .hasNumber],
          none: [.hasItem, .credit, .account, .expense]),
        when(2.4, [.hasPerson, .received], any: [.hasMoney, .hasBare, .hasNumber], none: [.hasItem]),
        when(2.4, [.hasPerson, .credit, .paid, .every], none: [.howMuch]),
        when(1.5, [.credit, .paid, .hasPerson], none: [.hasItem, .howMuch]),
        when(2.6, [.hasPerson, .returned], any: [.hasMoney, .hasBare, .hasNumber], none: [.hasItem, .hasUnit]),
        when(0.7, [.hasPerson], any: [.upi, .cash, .card], none: [.hasItem, .hasUnit]),
        when(-2, any: [.hasItem, .expense]),
        when(-2, any: [.add, .took], none: [.paid]), when(-3, [.byCustomer]), when(0.6, [.money, .received]),
        when(-2, [.hasUnit]),
        when(0.5, [.money, .paid, .hasPerson], none: [.remind]),
      ]),
    RuleList(
      .creditBalance,
      [
        when(2, [.credit, .howMuch], none: [.hasItem]),
        when(2, [.hasPerson, .credit], none: [.hasNumber, .hasMoney, .gave, .took, .remind, .paid, .hasItem]),
        when(2, [.hasPerson, .balance], none: [.hasNumber, .remind, .paid, .hasItem]),
        when(1.6, [.credit, .total], none: [.hasNumber, .hasPerson, .hasItem]),
        when(0.8, [.credit, .show], none: [.hasNumber, .list, .hasItem]),
        when(1, [.hasPerson, .howMuch, .balance], none: [.hasItem]),
        when(-2.5, any: [.remind, .who, .list]), when(-2, any: [.add, .hasItem], none: [.howMuch]),
        when(0.5, [.pronoun, .credit]),
        when(-3, [.byCustomer]), when(0.8, [.credit, .what, .hasPerson]),
      ]),
    RuleList(
      .creditList,
      [
        when(2.6, [.credit, .list]), when(2.8, [.credit, .who]),
        when(1, [.who], any: [.balance, .money], none: [.hasPerson]),
        when(2, [.credit, .customer], none: [.hasItem, .hasNumber]),
        when(0.8, [.credit, .show], none: [.hasPerson, .hasNumber, .howMuch]),
        when(-2, any: [.hasPerson, .hasNumber, .remind, .hasItem, .total]),
        when(0.8, [.credit, .every, .list]),
      ]),
    RuleList(
      .creditRemind,
      [
        when(3, [.remind], any: [.hasPerson, .credit, .money, .paid, .balance, .every]),
        when(1, [.remind, .hasPerson]),
        when(0.8, [.remind, .every]), when(-3, any: [.byStaff, .byCustomer, .task]), when(-1, [.hasItem]),
        when(-2, [.below]),
        when(-1, [.hasQuantity, .condition]),
      ]),
  ]
}
