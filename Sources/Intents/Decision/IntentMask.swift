import Learning

/// Who may mean what, and when. The role is known from the phone number, so what it excludes is never chosen.
enum IntentMask {
  /// Zero for each open intent, by its position; for the others a bar that leaves no probability.
  static func bars(role: Role, awaited: Awaited) -> [Float] {
    table[Standing(role: role, awaited: awaited)] ?? computed(role, awaited)
  }

  private struct Standing: Hashable {
    let role: Role
    let awaited: Awaited
  }

  private static let table: [Standing: [Float]] = {
    var table: [Standing: [Float]] = [:]
    for role in Role.allCases {
      for awaited in Awaited.allCases { table[Standing(role: role, awaited: awaited)] = computed(role, awaited) }
    }
    return table
  }()

  private static func computed(_ role: Role, _ awaited: Awaited) -> [Float] {
    var bars = [Float](repeating: Example.closed, count: SoftmaxRegression.classesMax)
    for intent in Intent.allCases where intent.isOpen(to: role, awaited: awaited) { bars[intent.position] = 0 }
    return bars
  }
}

extension Intent {
  /// The place of the intent among all, as an array index.
  var position: Int { Self.positions[self] ?? 0 }

  private static let positions: [Intent: Int] = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($0.element, $0.offset) })

  /// Who may mean this, and when. The role is known from the phone number.
  func isOpen(to role: Role, awaited: Awaited) -> Bool {
    if self == .choose { return awaited == .choice }
    if Self.ofEverybody.contains(self) { return true }
    switch role {
    case .customer: return Self.ofCustomers.contains(self)
    case .staff: return Self.ofStaff.contains(self)
    case .owner: return !Self.ofCustomers.contains(self) && !Self.onlyOfStaff.contains(self)
    }
  }

  private static let ofEverybody: Set<Intent> = [
    .help, .greet, .thanks, .yes, .no, .cancel, .correct, .followUp, .deleteMyData, .human, .outOfScope, .settings,
  ]
  private static let ofCustomers: Set<Intent> = [
    .productSearch, .cartEdit, .cartView, .checkout, .orderStatus, .recommend, .infoQuestion,
  ]
  private static let onlyOfStaff: Set<Intent> = [.scheduleView, .timeoff, .taskDone]
  /// Staff serve customers and count goods, so they may ask and record; whether a shop lets them is decided later.
  private static let ofStaff: Set<Intent> = [
    .taskList, .taskCreate, .taskDone, .scheduleView, .timeoff, .infoQuestion, .stockCheck, .stockList, .lowStock,
    .priceCheck,
    .saleRecord, .stockAdd, .stockReduce, .undo, .shopSwitch,
  ]
}
