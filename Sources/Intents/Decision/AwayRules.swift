/// What leads away from the shop.
enum AwayRules {
  static let lists: [RuleList] = [
    RuleList(
      .deleteMyData,
      [
        when(4, [.erase, .data], none: [.hasItem, .hasPerson]), when(1, [.erase, .data, .mine]),
        when(-2, [.hasQuantity]), when(-1, any: [.last, .stock, .credit], none: [.data]),
      ]),
    RuleList(
      .human,
      [
        when(3.4, [.human, .talk]), when(1.6, [.human, .short], none: [.hasItem, .hasQuantity]),
        when(1.2, [.talk, .must]), when(1, [.talk, .mine], none: [.order]),
        when(-2, any: [.hasItem, .hasQuantity, .credit, .sold]),
        when(-1.5, any: [.language, .english, .hindi, .marathi]), when(0.8, [.human, .must]),
      ]),
    RuleList(
      .outOfScope,
      [
        when(4, [.weather]), when(3.4, [.fun]), when(3.4, [.sport], none: [.hasItem, .greet]),
        when(3.6, [.travel], none: [.expense]), when(3.6, [.medicine]), when(3.4, [.finance], none: [.hasQuantity]),
        when(4, [.secret]), when(3, [.ignore, .negation]), when(2.6, [.ignore], none: [.hasItem, .cancel]),
        when(4, [.recipe]), when(2.8, [.general]), when(3, [.unread], none: [.atSlot, .atConfirmation]),
        when(-2, any: [.hasQuantity, .stock, .sales], none: [.secret, .weather, .fun]), when(0.9),
        when(1, [.ignore, .secret]), when(-1.5, [.atSlot]),
        when(1.5, [.medicine, .hasItem]),
      ]),
  ]
}
