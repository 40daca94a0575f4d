import Messages

/// What an administrator should hear of at once: “WhatsApp has disabled the account”.
extension News {
  /// Nil for what needs nobody.
  var alarm: String? {
    switch matter {
    case .account(let event): event.alarm
    case .number(_, .security(let event)): "security: \(event)"
    case .number(_, .name(_, let decision, _)) where decision == "REJECTED": "the display name was rejected"
    case .template(let template, .status(let status, _)): template.alarm(status)
    case .trouble(let failures, _): failures.first.map { "error \($0.code) of the number" }
    case .number, .template, .preference, .renaming, .payment, .call, .aside, .unknown: nil
    }
  }
}

extension AccountEvent {
  fileprivate var alarm: String? {
    switch self {
    case .ban(.disabled): "WhatsApp has disabled the account; sending is stopped"
    case .ban(.scheduled): "WhatsApp will disable the account"
    case .ban(.reinstated): "WhatsApp has reinstated the account"
    case .violation(let kind): "WhatsApp says that a policy was violated (\(kind)); sending is stopped"
    case .restricted: "WhatsApp restricts the account"
    case .deleted, .offboarded: "the account is gone; sending is stopped"
    case .alerted(let kind, let severity, _): "\(severity): \(kind)"
    case .reconnected, .reviewed, .capability, .partner, .solution, .priceTier, .paymentConfiguration, .formality: nil
    }
  }
}

extension Template {
  fileprivate func alarm(_ status: TemplateEvent.Status) -> String? {
    switch status {
    case .rejected, .paused, .disabled, .flagged, .locked: "the template \(name) (\(language)) is \(status)"
    case .approved, .pending, .reinstated, .inAppeal, .limitExceeded, .archived, .unarchived, .deleted,
      .pendingDeletion:
      nil
    }
  }
}
