/// What customers and staff mean. The masks keep these from owners, so the weights need not.
enum PeopleRules {
  static let lists: [RuleList] = [
    RuleList(
      .productSearch,
      [
        when(2, [.hasItem, .available]), when(2, [.hasItem, .asksYesNo]),
        when(2.2, [.hasItem], any: [.price, .priceAsk, .howMuch], none: [.cart]),
        when(2, [.hasItem, .show], none: [.cart, .good]), when(2.2, [.hasCategory], none: [.recommend, .good, .cart]),
        when(1, [.hasCategory], any: [.show, .hasMoney, .below, .available]),
        when(1, [.hasUnknown], any: [.available, .price, .priceAsk, .show]), when(1.2, [.hasItem, .which]),
        when(1.6, [.hasItem, .isSingle]),
        when(-2, any: [.delivery, .recommend, .remove], none: [.hasCategory]), when(-1, [.cart]),
        when(-1.5, [.hasQuantity, .hasUnit], none: [.asksYesNo, .priceAsk, .price]),
        when(1, [.hasItem, .exists]), when(-1, [.recipe]), when(0.8, [.hasItem, .below]), when(1, [.hasItem, .what]),
      ]),
    RuleList(
      .cartEdit,
      [
        when(3, [.hasItem, .hasQuantity], none: [.asksYesNo, .priceAsk, .price]),
        when(2.2, [.hasItem, .want], none: [.howMuch, .price, .available, .show]),
        when(3, [.hasItem, .remove]), when(1.5, [.hasItem, .cart]), when(1, [.hasQuantity, .hasUnit]),
        when(1.5, [.hasUnknown, .hasQuantity]),
        when(1, [.hasItem, .hasReplaced]), when(1, [.hasItem, .negation], none: [.asksYesNo]),
        when(-2, any: [.recommend, .below, .recipe]),
        when(-1, any: [.atSlot, .atConfirmation], none: [.hasItem]), when(2, [.remove, .cart]),
        when(1.2, [.pronoun, .remove]),
      ]),
    RuleList(
      .cartView,
      [
        when(3, [.cart], none: [.hasItem, .remove, .add]),
        when(2.4, [.bill], any: [.show, .howMuch, .my], none: [.hasItem, .placeOrder]),
        when(1, [.cart], any: [.show, .what, .my]), when(1, [.total, .howMuch], none: [.hasItem]),
        when(-2, [.hasQuantity]),
      ]),
    RuleList(
      .checkout,
      [
        when(4, [.placeOrder], none: [.hasQuantity]), when(2, [.pay], none: [.hasItem, .what, .asksYesNo, .how]),
        when(1.5, [.order, .finish]),
        when(1, [.order, .imperative], none: [.track, .show, .when]), when(1.5, [.order, .yes], none: [.track]),
        when(-2, any: [.track, .when, .place]),
        when(-1.5, [.hasItem]), when(1.5, [.finish, .short]), when(-2, [.cancel]),
      ]),
    RuleList(
      .orderStatus,
      [
        when(3.5, [.order, .track]), when(2.5, [.order], any: [.when, .place]), when(1.5, [.track], none: [.hasItem]),
        when(0.8, [.order, .my]),
        when(1, [.delivery, .when]), when(-1.5, [.placeOrder], none: [.track]),
      ]),
    RuleList(
      .recommend,
      [
        when(4, [.recommend]), when(3, [.good], any: [.hasItem, .hasCategory, .which]), when(1, [.good, .show]),
        when(1, [.recommend, .hasItem]),
        when(-2, any: [.hasUnit, .cart]),
      ]),
    RuleList(
      .infoQuestion,
      [
        when(3, [.delivery], none: [.hasItem, .order]),
        when(2.6, [.shop], any: [.open, .place, .when, .rule, .how, .what]),
        when(2.4, [.open], any: [.when, .what, .asksYesNo, .shop, .how], none: [.task, .shift, .hasItem, .order]),
        when(3, [.rule], none: [.task, .leave, .hasItem, .recommend]), when(1.2, [.rule, .what]),
        when(1.6, [.pay], any: [.what, .asksYesNo, .how]),
        when(2, any: [.upi, .card], none: [.hasQuantity, .placeOrder]),
        when(1, [.returned], any: [.rule, .open, .how, .what, .asksYesNo]), when(1, [.byStaff, .how]),
        when(0.8, [.byStaff, .rule, .stock]), when(-1.5, any: [.recipe, .medicine, .weather, .travel, .fun]),
        when(1, [.delivery, .asksYesNo]), when(1.5, [.returned, .what], none: [.hasQuantity]),
        when(-2, [.ignore, .secret]), when(1.5, [.byStaff, .what, .condition]),
      ]),
    RuleList(
      .taskList,
      [
        when(2.2, [.task], none: [.done, .tell]), when(1.4, [.task, .mine]),
        when(1, [.task], any: [.show, .what, .list, .which, .remaining], none: [.hasPerson]),
        when(0.8, [.task, .hasPeriod]), when(-2, any: [.shift, .leave, .hasNumber]), when(-1.5, [.byOwner, .sales]),
        when(-1, [.byOwner]), when(-2, [.byOwner], none: [.task]),
      ]),
    RuleList(
      .taskCreate,
      [
        when(2.6, [.tell, .hasPerson], none: [.hasItem, .credit, .order, .below]),
        when(2, [.task, .hasPerson], none: [.done, .list]), when(1.6, [.task, .new]), when(1.6, [.task, .add]),
        when(1, [.assign, .hasPerson, .tell]), when(1.5, [.byStaff, .tell, .hasPerson]),
        when(-2, any: [.howMuch, .price]), when(-2, any: [.credit, .remind], none: [.byStaff]),
        when(-1.5, [.hasQuantity, .hasItem]),
        when(1.5, [.byStaff, .hasPerson, .imperative]), when(1.5, [.byStaff, .remind], none: [.leave]),
      ]),
    RuleList(
      .taskDone,
      [
        when(3.4, [.task, .done], none: [.what, .negation]),
        when(1, [.done], any: [.hasNumber, .ordinal], none: [.hasItem]), when(1, [.task, .hasNumber]),
        when(1, [.done, .short], none: [.hasItem, .shop]),
      ]),
    RuleList(
      .scheduleView,
      [
        when(3.2, [.shift], none: [.task]), when(1.2, [.shift], any: [.when, .what, .show, .mine]),
        when(1.6, [.shift, .hasPeriod]), when(-2, any: [.leave, .done]),
      ]),
    RuleList(
      .timeoff,
      [
        when(4, [.leave], none: [.alert, .hasItem]),
        when(1, [.leave], any: [.must, .mine, .hasPeriod, .remaining, .howMuch]), when(-1.5, [.shop]),
      ]),
  ]
}
