/// What holds a conversation together.
enum DialogueRules {
  static let lists: [RuleList] = [
    RuleList(
      .undo,
      [
        when(3.6, [.undo]), when(2.6, [.takeBack, .mistake]), when(3.4, [.last, .remove]),
        when(1.2, [.undo], any: [.remove, .takeBack, .mistake, .last]),
        when(3.4, [.last, .takeBack], none: [.atConfirmation]), when(2.4, [.mistake, .remove], none: [.hasItem]),
        when(1.5, [.takeBack, .short], none: [.hasItem, .atConfirmation]),
        when(1.5, [.mistake], none: [.atConfirmation, .hasItem]), when(-3, any: [.hasItem, .hasQuantity, .atChoice]),
        when(-1, [.hasPerson]),
        when(-2, [.hasPeriod]),
      ]),
    RuleList(
      .help,
      [
        when(3.4, [.help], none: [.hasItem]), when(4, [.canDo], none: [.hasItem]),
        when(-2, any: [.medicine, .finance, .human, .recipe, .hasPerson]),
        when(0.6, [.help, .short]), when(3.2, [.what, .able], none: [.hasItem, .hasQuantity, .hasPerson]),
        when(3.2, [.how], any: [.write, .use, .add], none: [.hasItem, .hasQuantity]),
        when(1.5, [.how, .able], none: [.hasItem]),
      ]),
    RuleList(
      .greet,
      [
        when(3.4, [.greet], none: [.hasItem, .hasQuantity, .howMuch]), when(0.8, [.greet, .short]),
        when(-1.5, any: [.sales, .stock, .price, .credit, .want]),
      ]),
    RuleList(
      .thanks,
      [when(4, [.thanks], none: [.hasItem]), when(0.5, [.thanks, .short]), when(-1.5, any: [.hasQuantity, .howMuch])]),
    RuleList(
      .yes,
      [
        when(1.8, [.yes, .short], none: [.no]), when(2.6, [.yes, .atConfirmation], none: [.hasQuantity, .hasUnknown]),
        when(1, [.yes, .right, .atConfirmation]),
        when(-2, any: [.hasItem, .hasQuantity, .hasReplaced]), when(-1.5, [.no]), when(0.6, [.yes, .isSingle]),
        when(-1.5, [.negation]),
        when(-2, any: [.price, .sales, .credit, .stock, .alert, .order, .task, .shift], none: [.atConfirmation]),
        when(-1.5, [.greet]),
        when(2, [.opensWithYes], none: [.hasItem, .hasQuantity, .hasUnknown, .greet, .price, .sales, .credit, .order]),
        when(3, [.right, .atConfirmation], none: [.negation, .hasItem, .hasQuantity]),
      ]),
    RuleList(
      .no,
      [
        when(1.8, [.no, .short]), when(2.4, [.no, .atConfirmation], none: [.hasQuantity, .hasUnknown, .hasPerson]),
        when(0.6, [.no, .isSingle]),
        when(1, [.mistake, .atConfirmation]), when(-2, any: [.hasItem, .hasQuantity, .hasReplaced, .hasUnknown]),
        when(-1.5, [.cancel]),
        when(-1.5, any: [.sells, .alert, .undo, .sold]), when(-1.5, [.imperative], none: [.atConfirmation]),
        when(1.6, [.opensWithNo, .short], none: [.hasItem, .hasQuantity, .hasUnknown]),
      ]),
    RuleList(
      .cancel,
      [
        when(3, [.cancel], none: [.hasItem]), when(1.5, [.cancel, .atConfirmation]),
        when(1, [.cancel], any: [.atSlot, .atChoice]),
        when(-2, any: [.hasQuantity, .order, .alert, .undo]), when(-2.5, [.last, .takeBack]),
        when(3.6, [.no, .short, .atSlot], none: [.hasItem, .hasQuantity]), when(0.5, [.cancel, .short]),
        when(-2, [.leave, .byStaff]),
      ]),
    RuleList(
      .choose,
      [
        when(4, [.atChoice], any: [.hasNumber, .ordinal, .hasBare]), when(2, [.atChoice, .oneOf]),
        when(2.4, [.atChoice, .hasItem], none: [.hasQuantity]),
        when(1, [.atChoice, .short]), when(-1.5, [.atChoice, .hasUnit]),
      ]),
    RuleList(
      .correct,
      [
        when(3.4, [.hasReplaced, .atConfirmation]), when(3, [.hasQuantity, .atConfirmation]),
        when(2.6, [.atConfirmation], any: [.hasPerson, .hasUnknown]),
        when(2, [.atConfirmation, .hasItem]), when(1.5, [.atConfirmation, .correction]),
        when(1.5, [.atConfirmation, .negation, .hasQuantity]),
        when(1.5, [.atReport, .hasReplaced]), when(3, [.correction, .hasQuantity], none: [.hasItem, .sold]),
        when(2.2, [.hasReplaced], none: [.hasItem, .sold, .gave, .received]),
        when(1.5, [.atConfirmation], any: [.hasMoney, .hasPrice, .hasAmount]),
        when(1.5, [.negation, .hasQuantity], none: [.hasItem, .below, .sold, .credit, .byCustomer]),
        when(
          3, [.opensWithNo, .hasQuantity], none: [.sold, .received, .credit, .byCustomer, .atConfirmation, .stock]),
        when(-2, any: [.sold, .received, .howMuch], none: [.hasReplaced]), when(1.5, [.atSlot, .hasReplaced]),
        when(1, [.atConfirmation, .hasPeriod]),
        when(1.5, [.atConfirmation], any: [.cash, .upi, .card, .credit]),
      ]),
    RuleList(
      .followUp,
      [
        when(3, [.atSlot], any: [.hasQuantity, .hasItem, .hasPerson, .hasUnknown, .hasPeriod, .hasMoney]),
        when(1, [.atSlot, .short]),
        when(2.6, [.atReport, .short]), when(2.4, [.atReport, .and]), when(2.2, [.about]),
        when(1.5, [.atReport], any: [.hasPeriod, .hasItem]),
        when(1.8, [.and, .short], any: [.hasItem, .hasPeriod], none: [.hasQuantity, .sold, .price, .stock, .credit]),
        when(
          1.4, [.hasQuantity, .short],
          none: [.hasItem, .sold, .atConfirmation, .atChoice, .credit, .hasPerson, .expense, .top, .task]),
        when(1.8, [.hasPeriod, .isSingle]), when(1.6, [.hasItem, .isSingle]),
        when(
          -1.5, any: [.sold, .received, .sales, .profit, .price, .credit, .report, .stock, .finished], none: [.atSlot]),
        when(-2, any: [.atConfirmation]), when(-1.5, [.unread], none: [.atSlot]), when(1, [.atReport, .pronoun]),
        when(-2, any: [.cancel, .undo, .help, .thanks, .greet]),
      ]),
  ]
}
