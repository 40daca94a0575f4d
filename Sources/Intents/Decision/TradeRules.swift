/// Goods that come and go: purchases, sales, returns, orders.
enum TradeRules {
  static let lists: [RuleList] = [
    RuleList(
      .saleRecord,
      [
        when(3, [.hasQuantity, .sold], any: [.hasItem, .hasUnknown], none: [.willSell, .howMuch]),
        when(2.2, [.hasItem, .hasQuantity, .gave], none: [.returned, .hasSupplier]),
        when(1.4, [.hasItem, .hasQuantity, .took], any: [.hasPerson, .customer], none: [.hasSupplier]),
        when(
          3, [.hasItem, .gave, .happened, .stated], none: [.hasQuantity, .negation, .returned, .hasSupplier, .paid]),
        when(3.6, [.hasItem, .sold, .happened, .stated], none: [.hasQuantity, .negation, .most, .sales, .slow]),
        when(1, [.hasItem, .hasQuantity, .credit]),
        when(1, [.hasItem, .hasQuantity, .hasPerson], none: [.hasSupplier, .returned]),
        when(1.5, [.hasItem, .hasQuantity], none: [.byCustomer]),
        when(0.8, [.hasItem, .hasQuantity, .hasPrice], none: [.byCustomer]),
        when(0.8, [.hasItem, .sold, .past], none: [.howMuch, .most]), when(1, [.hasItem, .hasQuantity, .customer]),
        when(0.8, [.hasItem, .hasQuantity], any: [.cash, .upi, .card, .hasAmount]),
        when(1, [.hasItems, .hasQuantity, .sold]),
        when(-3, [.notify, .below]),
        when(-2.5, any: [.received, .stock, .threshold, .damaged, .stolen, .expired, .returned, .competitor, .ownUse]),
        when(-2, any: [.order, .placeOrder, .bring, .reorder, .cart, .top, .slow, .forecast]),
        when(-2, [.purchased], none: [.hasPerson, .customer]),
        when(-1.5, [.add], none: [.account, .credit]), when(-1.5, [.hasSupplier]), when(-3, any: [.actually, .most]),
        when(-2, any: [.new, .condition]), when(-2, [.price], none: [.sold, .gave, .took, .hasPrice]),
        when(-1.5, [.exists], none: [.sold, .gave, .took, .credit]), when(-2.5, [.sold, .future]),
        when(-2, [.opensWithNo], none: [.sold]),
        when(-1.5, any: [.atConfirmation, .atSlot, .atChoice], none: [.hasItem]), when(-1, [.hasUnknown, .unread]),
        when(-2, any: [.what, .which, .howMuch, .task]), when(1, [.hasItem, .hasQuantity, .sold, .hasPerson]),
        when(1, [.hasUnknown, .hasQuantity, .sold]),
        when(3, [.sales, .hasNumber, .stated], none: [.hasItem, .hasUnit, .howMuch, .profit, .most, .top]),
        when(3, [.hasItem, .purchased, .credit, .hasPerson], none: [.hasSupplier]),
      ]),
    RuleList(
      .saleReturn,
      [
        when(3, [.returned, .hasItem]), when(1, [.returned, .hasQuantity]), when(1, [.returned, .hasPerson]),
        when(0.8, [.returned, .customer]), when(-2, any: [.mistake, .last, .undo]), when(-3, [.byCustomer]),
        when(-1, none: [.hasItem, .hasUnknown]), when(-1.5, [.hasAmount]),
      ]),
    RuleList(
      .stockAdd,
      [
        when(2.6, [.hasQuantity, .received], any: [.hasItem, .hasUnknown], none: [.willSell]),
        when(2.6, [.hasQuantity, .purchased], any: [.hasItem, .hasUnknown], none: [.reorder]),
        when(3.2, [.hasItem, .hasQuantity, .add], none: [.list, .new, .account, .cart]),
        when(2, [.hasItem, .hasQuantity, .hasSupplier], none: [.order, .bring]), when(1, [.hasQuantity, .stock, .add]),
        when(
          3.4, [.hasItem, .happened, .stated], any: [.received, .purchased], none: [.hasQuantity, .negation, .order]),
        when(1.2, [.hasItem, .hasQuantity, .happened, .stated], any: [.received, .purchased]),
        when(3.2, [.hasItem, .hasQuantity, .raise, .stock], none: [.price]),
        when(2, [.hasItem, .hasUnit, .raise, .stated], none: [.price, .hasMoney, .sold]),
        when(-2, [.actually]), when(-2.5, [.customer], none: [.hasSupplier]),
        when(1.2, [.hasItem, .hasQuantity, .new, .stock]), when(0.8, [.hasItem, .received, .past]),
        when(-2, any: [.credit, .threshold, .sold, .returned, .competitor]), when(-3, any: [.byCustomer]),
        when(-2, any: [.damaged, .expired, .stolen, .ownUse]),
        when(-1, [.hasPerson], none: [.hasSupplier]), when(-2, any: [.order], none: [.received]),
        when(-1.5, [.howMuch]),
        when(1, [.hasItems, .hasQuantity, .received]), when(0.5, [.hasQuantity, .received, .stock]),
        when(-1.5, [.must]),
        when(0.6, [.hasSupplier, .received]), when(-1, [.condition]), when(1, [.hasUnknown, .hasQuantity, .received]),
      ]),
    RuleList(
      .supplierOrder,
      [
        when(3, [.hasItem, .hasQuantity, .order], none: [.byCustomer, .received]),
        when(3.2, [.hasItem, .hasQuantity, .bring], none: [.received, .past]),
        when(3.5, [.hasItem, .hasQuantity, .placeOrder], none: [.byCustomer]), when(1.5, [.order, .hasPerson]),
        when(1, [.hasItem, .order], none: [.what, .howMuch]), when(0.8, [.hasQuantity, .bring, .hasPerson]),
        when(-2, any: [.report, .alert, .sold, .remind]), when(1, [.hasItem, .hasQuantity, .must, .hasSupplier]),
        when(1, [.hasItem, .bring], none: [.show, .what, .howMuch, .which]),
        when(-2, any: [.howMuch, .which, .credit]),
        when(0.6, [.hasItem, .hasQuantity, .order, .imperative]),
      ]),
    RuleList(
      .reorderSuggest,
      [
        when(3.2, [.reorder]), when(1.5, [.bring, .what], none: [.hasQuantity]),
        when(1.5, [.bring, .which], none: [.hasQuantity]),
        when(1.5, [.order, .list]), when(1.2, [.order, .what], none: [.byCustomer]),
        when(1.2, [.howMuch, .bring], none: [.hasQuantity]),
        when(1, [.must, .purchased, .what]), when(-2, [.hasQuantity], none: [.what]), when(0.8, [.howMuch, .order]),
        when(-2, any: [.top, .sales, .credit, .threshold]), when(-1.5, [.notify, .hasQuantity]),
      ]),
  ]
}
