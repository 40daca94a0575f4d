package import Foundation

/// One thing that the shop was, or is to be, told by itself.
package struct Alert: Hashable, Sendable {
  package let id: Int64
  package let kind: AlertKind
  package let severity: Severity
  package let item: Int64?
  /// As saved.
  package let itemName: String?
  package let customer: Int64?
  package let customerName: String?
  package let figures: AlertFigures
  package let raisedAt: Date
  /// When the first owner was told.
  package let sentAt: Date?
  /// Why an owner was not told yet.
  package let held: HeldReason?
  package let snoozedUntil: Date?
  package let acknowledgedAt: Date?
  /// The member; nil where an administrator did.
  package let acknowledgedBy: Int64?
  /// Since then it is no longer so.
  package let resolvedAt: Date?

  package var isOpen: Bool { resolvedAt == nil && acknowledgedAt == nil }
}

/// What is so now, to be made an alert unless it is one already.
package struct Finding: Hashable, Sendable {
  package let kind: AlertKind
  package let severity: Severity
  package let subject: Subject
  package let figures: AlertFigures

  package init(_ kind: AlertKind, _ severity: Severity, _ subject: Subject, _ figures: AlertFigures) {
    self.kind = kind
    self.severity = severity
    self.subject = subject
    self.figures = figures
  }
}

/// What an alert is about: of one kind, only one is open about the same.
package enum Subject: Hashable, Sendable {
  case item(Int64)
  /// Of one item, one lot or one day among several.
  case itemOf(Int64, String)
  case customer(Int64)
  /// A festival, a message.
  case named(String)

  var key: String {
    switch self {
    case .item(let item): "item:\(item)"
    case .itemOf(let item, let which): "item:\(item):\(which)"
    case .customer(let customer): "customer:\(customer)"
    case .named(let name): name
    }
  }

  var item: Int64? {
    switch self {
    case .item(let item), .itemOf(let item, _): item
    case .customer, .named: nil
    }
  }

  var customer: Int64? {
    switch self {
    case .customer(let customer): customer
    case .item, .itemOf, .named: nil
    }
  }
}

/// Why an owner was not told of an alert yet. Stored names; they never change.
package enum HeldReason: String, Hashable, Sendable {
  case quietHours = "quiet_hours"
  /// Their last message is more than a day old.
  case windowClosed = "window_closed"
  /// They wanted no alerts, or none of this kind.
  case switchedOff = "switched_off"
  /// “kal tak mat batao”.
  case snoozed
}
