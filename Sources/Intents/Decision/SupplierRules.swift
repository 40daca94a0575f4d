/// What is paid and owed to suppliers, and what is known of the goods beside their number.
enum SupplierRules {
  static let lists: [RuleList] = [
    RuleList(
      .supplierPay,
      [
        when(
          2, [.hasPerson, .gave], any: [.hasBare, .hasMoney, .hasNumber],
          none: [.hasItem, .hasUnit, .credit, .account, .expense, .returned]),
        when(-3, any: [.hasItem, .hasUnit, .expense]), when(-3, any: [.byCustomer, .byStaff]),
        when(-2, none: [.hasNumber, .hasMoney, .hasAmount]),
      ]),
    RuleList(
      .supplierBalance,
      [when(1.5, [.who, .howMuch], none: [.credit, .hasItem]), when(-3, any: [.hasItem, .hasNumber, .byCustomer])]),
    RuleList(
      .stockHistory,
      [
        when(2, [.hasItem, .when], any: [.received, .purchased], none: [.hasQuantity]),
        when(-2, any: [.hasQuantity, .hasPerson, .expired]), when(-2, none: [.hasItem, .hasUnknown, .pronoun]),
      ]),
    RuleList(
      .itemDetail,
      [
        when(5, [.particular, .hasItem], none: [.sold, .received, .howMuch, .what]),
        when(2, [.particular], none: [.sold, .received, .howMuch, .what]),
        when(-2, any: [.sold, .received, .howMuch, .byCustomer]),
      ]),
  ]
}
