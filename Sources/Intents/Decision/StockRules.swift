/// What is in stock and what happens to it.
enum StockRules {
  /// Words of goods that come or go: with them a number is what moved, not what there is.
  private static let dealt: [Cue] = [
    .sold, .gave, .took, .received, .purchased, .damaged, .expired, .stolen, .ownUse, .returned, .order, .bring,
  ]

  static let lists: [RuleList] = [
    RuleList(
      .stockCheck,
      [
        when(2, [.hasItem, .howMuch], none: [.price, .priceAsk, .profit, .sales, .willSell, .credit]),
        when(2, [.hasItem, .remaining]), when(2, [.hasItem, .stock], none: [.hasQuantity, .sales]),
        when(2.5, [.hasItem, .available]), when(2, [.hasItem, .asksYesNo], none: [.hasQuantity, .price]),
        when(1.5, [.hasItem, .stock, .show], none: [.hasQuantity]), when(1, [.hasItem, .finished, .asksYesNo]),
        when(1.8, [.hasItem, .exists], none: [.hasQuantity, .price, .priceAsk, .past]),
        when(1.4, [.hasItem, .exists, .negation], none: [.hasQuantity, .price, .priceAsk, .past, .sold, .received]),
        when(-2, [.hasQuantity]), when(-2, any: [.expired, .returned, .damaged, .competitor]),
        when(1, [.pronoun, .howMuch, .remaining]), when(1, [.pronoun, .stock]), when(1, [.hasUnknown, .remaining]),
        when(1, [.hasUnknown, .stock], none: [.hasQuantity]), when(2.8, [.hasItem, .finished], none: [.hasQuantity]),
        when(1.5, [.hasItem, .stock, .short, .stated], none: [.hasQuantity, .set, .add, .hasPrice]),
        when(1.5, [.hasItem, .balance], none: [.hasPerson, .hasQuantity, .credit]),
        when(-2, any: [.sold, .purchased, .willSell, .order], none: [.remaining, .stock]),
      ]),
    RuleList(
      .stockList,
      [
        when(2, [.stock, .every], none: [.hasItem]), when(3.4, [.stock, .list], none: [.hasItem]),
        when(1.6, [.stock, .show], none: [.hasItem, .low]), when(1, [.every, .list], none: [.credit]),
        when(1.5, [.item, .every, .show], none: [.hasItem, .slow, .top]), when(1, [.stock, .what], none: [.hasItem]),
        when(
          -3,
          any: [.low, .finished, .expired, .slow, .top, .reorder, .report, .credit, .most, .order, .willSell, .sales]),
        when(1, [.stock, .isSingle], none: [.hasItem]),
        when(1.8, [.stock, .show, .short], none: [.hasItem, .hasPerson]),
        when(2.4, [.stock, .what, .exists], none: [.hasItem]),
        when(3, [.remaining, .what], none: [.hasItem, .stock, .hasPerson, .balance]),
        when(2.4, [.what, .shop], none: [.hasItem, .open, .rule, .sales, .price, .profit, .hasNumber]),
        when(2.6, [.hasCategory, .remaining], none: [.hasItem]), when(2.4, [.hasCategory, .exists], none: [.hasItem]),
        when(2.4, [.hasCategory, .howMuch], none: [.hasItem, .price, .sold, .sales]),
        when(1.5, [.hasCategory, .stock, .show], none: [.hasItem]),
        when(-1, any: [.hasQuantity, .rule, .hasPerson]), when(0.5, [.stock, .howMuch], none: [.hasItem]),
      ]),
    RuleList(
      .lowStock,
      [
        when(3, [.low, .stock], none: [.hasQuantity]), when(3, [.finished], none: [.hasItem, .hasQuantity]),
        when(3.6, [.low], any: [.which, .what], none: [.hasItem, .hasQuantity, .price]), when(1.2, [.low, .list]),
        when(1, [.low, .item], none: [.hasItem]),
        when(1, [.low, .show], none: [.hasItem, .price]),
        when(1, [.finished, .what], none: [.hasItem]), when(1, [.finished, .which], none: [.hasItem]),
        when(-3, any: [.hasItem, .expired, .price, .slow, .sales, .profit]), when(-3, [.task, .byStaff]),
        when(-2, [.task], none: [.low]),
        when(-2, any: [.done], none: [.finished]),
      ]),
    RuleList(
      .stockSet,
      [
        when(3.2, [.hasItem, .hasQuantity, .stock, .set], none: [.threshold, .below, .price]),
        when(3.4, [.hasItem, .hasQuantity, .actually]),
        when(1.2, [.hasItem, .hasUnit, .set], none: [.price, .threshold, .sold, .order]),
        when(1.5, [.hasItem, .hasUnit, .remaining], none: [.howMuch]),
        when(2.4, [.hasItem, .hasUnit, .remaining, .stated], none: [.exists, .now, .condition, .notify]),
        when(1, [.hasItem, .hasQuantity, .stock], none: [.add, .received]),
        when(-2, [.hasPerson]), when(-3.5, [.threshold]), when(-2, any: [.received, .purchased], none: [.actually]),
        when(-2, [.condition], none: [.actually]), when(-2, any: [.notify], none: [.set]),
        when(-1.5, any: [.sold, .gave], none: [.actually]), when(-1.5, any: [.damaged, .stolen]),
        when(
          3.6, [.hasItem, .hasQuantity, .now, .stated], any: [.exists, .remaining], none: dealt + [.hasMoney, .price]),
        when(3, [.hasItem, .hasUnit, .exists, .stated], none: dealt + [.hasMoney, .price, .now, .condition]),
        when(
          3, [.hasItem, .hasQuantity, .stated], any: [.exists, .remaining],
          none: dealt + [.hasMoney, .price, .hasUnit, .condition]),
        when(2, [.hasItem, .hasQuantity, .stock, .exists, .stated], none: [.price, .condition]),
        when(1.6, [.hasItem, .hasUnit, .set, .stated], none: dealt + [.hasMoney, .price, .add]),
        when(0.8, [.hasItem, .hasQuantity, .howMuch, .set]), when(-2, [.hasSupplier]),
      ]),
    RuleList(
      .stockReduce,
      [
        when(3, [.hasQuantity], any: [.damaged, .expired, .stolen, .ownUse]),
        when(1, [.hasItem], any: [.damaged, .stolen]),
        when(1.5, [.hasItem, .hasQuantity, .minus]), when(1, [.hasItem, .hasQuantity, .missing]),
        when(1, [.hasItem, .hasQuantity, .remove], none: [.byCustomer]), when(-3, any: [.which, .howMuch, .reorder]),
        when(-2, [.price]), when(1, [.hasItem, .hasQuantity, .ownUse]), when(-2, [.hasPeriod, .future]),
      ]),
    RuleList(
      .expiryCheck,
      [
        when(3, [.expired], none: [.hasQuantity]),
        when(1, [.expired], any: [.show, .which, .what, .item, .when, .willSell, .future]),
        when(2.6, [.damaged, .what], any: [.future, .hasPeriod]), when(0.5, [.expired, .hasPeriod]),
        when(-1.5, [.past, .hasQuantity]), when(2, [.hasItem, .expired, .when]),
      ]),
    RuleList(
      .thresholdSet,
      [
        when(3, [.hasQuantity, .threshold]), when(3, [.hasQuantity, .below, .notify]),
        when(2.5, [.hasQuantity, .below, .condition]), when(3.4, [.hasItem, .hasQuantity, .condition, .notify]),
        when(1, [.hasItem, .hasQuantity, .threshold]),
        when(1, [.threshold, .hasItem, .set]), when(1, [.hasQuantity, .low, .condition]),
        when(0.5, [.hasQuantity, .alert]), when(1, [.hasItem, .threshold, .alert]),
        when(-3, any: [.price, .hasSupplier, .received, .most]), when(-2, none: [.hasQuantity]),
        when(-1.5, [.byCustomer]),
        when(-1, none: [.hasItem, .hasUnknown, .pronoun]),
      ]),
    RuleList(
      .itemCreate,
      [
        when(3.4, [.new, .item], none: [.howMuch]), when(2, [.new, .add], none: [.hasUnit]),
        when(2.6, [.list, .add], none: [.hasUnit, .reorder]), when(1.5, [.hasUnknown, .new]),
        when(3, [.hasUnknown, .add, .item]),
        when(-2, [.hasUnit]), when(-2.5, [.stock]), when(-3, any: [.task, .credit, .sales, .order, .expense]),
        when(0.6, [.new, .hasMoney]), when(-2, [.price], none: [.item]),
      ]),
    RuleList(
      .itemDelete,
      [
        when(3, [.hasItem, .remove], none: [.hasQuantity, .byCustomer]),
        when(2, [.hasUnknown, .remove], none: [.data, .mine, .last, .undo]),
        when(0.8, [.remove, .list, .hasItem]), when(0.8, [.remove, .item, .hasItem]),
        when(-3, any: [.alert, .undo, .data, .mistake, .credit, .damaged, .stolen, .expired, .last]),
      ]),
    RuleList(
      .itemRename,
      [
        when(4, [.name], any: [.set, .imperative]), when(2, [.hasItem, .name]),
        when(-3, any: [.mine, .account, .credit, .what]),
      ]),
  ]
}
