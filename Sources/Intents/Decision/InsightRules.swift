/// Reports, forecasts, alerts, settings.
enum InsightRules {
  static let lists: [RuleList] = [
    RuleList(
      .salesSummary,
      [
        when(2, [.sales], none: [.hasQuantity]), when(1.6, [.sales, .hasPeriod], none: [.hasQuantity]),
        when(1, [.sales, .howMuch]),
        when(0.8, [.sales], any: [.show, .total]), when(1.4, [.hasItem, .sold, .howMuch, .past]),
        when(1.5, [.hasPeriod, .howMuch, .sold], none: [.future]),
        when(1.2, [.howMuch, .sold], none: [.willSell, .hasUnit, .future]), when(0.8, [.hasPeriod, .what, .sold]),
        when(1.2, [.hasPeriod, .total], none: [.credit, .profit]),
        when(1.2, [.hasItem, .sold, .howMuch, .hasPeriod], none: [.hasUnit, .willSell, .future]),
        when(4.5, [.whichDay], any: [.sales, .sold, .sells, .most, .best, .hasPeriod], none: [.hasQuantity]),
        when(-2, any: [.top, .most, .slow, .forecast, .willSell], none: [.past, .whichDay]),
        when(4.5, [.rush], none: [.hasQuantity, .hasItem]),
        when(-2, any: [.hasQuantity, .hasPerson, .pdf, .excel, .alert]), when(-1, [.profit]),
        when(-3, any: [.byCustomer, .byStaff]),
        when(-1, [.report], none: [.show, .sales]), when(-3, [.price]),
      ]),
    RuleList(
      .profit,
      [
        when(4, [.profit], none: [.hasQuantity]), when(0.8, [.profit], any: [.howMuch, .show, .hasPeriod, .what]),
        when(-3, any: [.byCustomer]),
        when(0.6, [.profit, .hasItem]), when(-2, [.profit, .sold, .hasUnit]), when(-1.5, [.hasPerson]),
      ]),
    RuleList(
      .topItems,
      [
        when(3, [.top], none: [.hasItem]), when(2.6, [.most, .sells], none: [.slow]),
        when(2.2, [.most, .sold], none: [.hasQuantity, .slow]),
        when(0.8, [.top], any: [.item, .sells, .hasPeriod, .show, .hasNumber]), when(1, [.most, .what]),
        when(0.8, [.most, .which]),
        when(0.6, [.most, .stock, .which]), when(-3, any: [.whichDay, .loss, .rush]),
        when(-3, any: [.byCustomer, .slow, .remaining]), when(-2, any: [.profit, .price, .credit]),
        when(-1.5, [.hasUnit]), when(-2, [.recommend]),
      ]),
    RuleList(
      .slowItems,
      [
        when(4, [.slow], none: [.hasUnit]), when(2.4, [.sells, .negation], none: [.hasQuantity]),
        when(2, [.sold, .negation, .what], none: [.hasQuantity]),
        when(2, [.sold, .negation, .which], none: [.hasQuantity]), when(0.6, [.slow], any: [.item, .stock, .show]),
        when(-2, [.hasQuantity, .hasItem]),
        when(-2, any: [.atConfirmation, .byCustomer]),
      ]),
    RuleList(
      .forecast,
      [
        when(3.2, [.willSell, .hasItem], none: [.hasQuantity]), when(2.6, [.forecast]), when(1, [.willSell, .howMuch]),
        when(1, [.willSell, .hasPeriod]),
        when(1, [.hasItem, .forecast]), when(-2, any: [.threshold, .byCustomer]), when(-1.5, [.hasUnit]),
        when(3, [.howMuch, .sold, .future], none: [.hasQuantity]),
        when(-1, none: [.hasItem, .hasPeriod, .forecast]),
      ]),
    RuleList(
      .reportRequest,
      [
        when(3.5, any: [.pdf, .excel]),
        when(2.4, [.report], any: [.bring, .show, .imperative], none: [.hasTime, .daily, .credit]),
        when(1, [.report, .hasPeriod], none: [.hasTime, .daily]), when(0.6, [.report], none: [.hasPerson, .credit]),
        when(-2.5, any: [.hasTime, .daily], none: [.pdf, .excel]), when(-2, any: [.credit, .hasPerson, .hasItem]),
        when(-2, any: [.byCustomer, .weather]),
      ]),
    RuleList(
      .alertList,
      [
        when(2.4, [.alert], none: [.hasQuantity, .hasItem]), when(1.5, [.alert, .show], none: [.off, .hasQuantity]),
        when(0.8, [.alert, .what]),
        when(-2.5, any: [.off, .seen, .on, .threshold, .negation]), when(-2, [.hasUnit]),
        when(0.8, [.alert, .exists, .asksYesNo]),
      ]),
    RuleList(
      .alertAck,
      [
        when(3.6, [.alert, .seen], none: [.off]), when(1.6, [.seen, .item]), when(1.6, [.seen, .hasItem, .alert]),
        when(-2, [.hasQuantity]), when(-2, [.atConfirmation]),
      ]),
    RuleList(
      .settings,
      [
        when(3, [.language], none: [.hasItem]), when(2.6, [.turn], any: [.english, .hindi, .marathi]),
        when(2.6, [.talk], any: [.english, .hindi, .marathi]), when(1.2, any: [.english, .hindi, .marathi]),
        when(3.6, [.report, .hasTime]), when(2, [.hasTime, .daily]), when(1.5, [.alert, .hasTime]),
        when(3.6, [.alert, .off], none: [.hasUnit]),
        when(3, [.alert, .on], none: [.hasUnit]), when(1.5, [.report, .off]), when(1, [.sales, .hasTime]),
        when(-2, any: [.task, .shift, .shop, .leave]),
        when(-2, [.hasQuantity]), when(1.5, [.report, .daily, .bring]),
        // “20 se zyada ki bikri par poochna”: of any goods
        when(
          6, [.above, .notify], any: [.sold, .sales, .order, .sells], none: [.hasItem, .hasTime, .rupees, .byCustomer]),
        when(
          3, [.above, .condition], any: [.sold, .sales, .order], none: [.hasItem, .hasTime, .rupees, .byCustomer]),
      ]),
  ]
}
