internal import Foundation
internal import HTTP
internal import Messages

/// News of the account and of its numbers: a ban, a restriction, a name that was approved.
extension NewsReader {
  var accountEvent: AccountEvent? {
    switch field {
    case "account_update": accountUpdate
    case "account_alerts": alert
    case "account_review_update": word("decision").map { .reviewed(decision: $0) }
    case "business_capability_update": capability
    case "partner_solutions":
      word("event").map { .solution(event: $0, status: word("solution_status") ?? "") }
    case "payment_configuration_update":
      word("configuration_name").map { .paymentConfiguration(name: $0, status: word("status") ?? "") }
    default: nil
    }
  }

  private var accountUpdate: AccountEvent? {
    guard let event = word("event") else { return nil }
    switch event {
    case "DISABLED_UPDATE":
      return value["ban_info"]?["waba_ban_state"]?.word.flatMap(AccountEvent.Ban.init).map(AccountEvent.ban)
    case "ACCOUNT_VIOLATION":
      return .violation(kind: value["violation_info"]?["violation_type"]?.identifier ?? "")
    case "ACCOUNT_RESTRICTION":
      return .restricted((value["restriction_info"]?.array ?? []).map(Restriction.init))
    case "ACCOUNT_DELETED": return .deleted
    case "ACCOUNT_OFFBOARDED": return .offboarded
    case "ACCOUNT_RECONNECTED": return .reconnected
    case "VOLUME_BASED_PRICING_TIER_UPDATE":
      let tier = value["volume_tier_info"]
      return .priceTier(
        category: tier?["pricing_category"]?.identifier ?? "", tier: tier?["tier"]?.identifier ?? "")
    case "AD_ACCOUNT_LINKED", "AUTH_INTL_PRICE_ELIGIBILITY_UPDATE", "BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE",
      "MM_LITE_TERMS_SIGNED":
      return .formality(event: event)
    default:
      return event.hasPrefix("PARTNER_") ? .partner(event: event) : nil
    }
  }

  private var alert: AccountEvent? {
    let info = value["alert_info"] ?? value
    return info["alert_type"]?.identifier.map {
      .alerted(
        kind: $0, severity: info["alert_severity"]?.identifier ?? "", status: info["alert_status"]?.identifier ?? "")
    }
  }

  /// Both limits had other names once.
  private var capability: AccountEvent? {
    let conversations = word("max_daily_conversations_per_business") ?? word("max_daily_conversation_per_phone")
    let numbers = word("max_phone_numbers_per_waba") ?? word("max_phone_numbers_per_business")
    guard conversations != nil || numbers != nil else { return nil }
    return .capability(conversations: conversations, numbers: numbers)
  }

  var numberEvent: NumberEvent? {
    switch field {
    case "phone_number_quality_update":
      word("event").map {
        .quality(event: $0, limit: word("max_daily_conversations_per_business") ?? word("current_limit"))
      }
    case "phone_number_name_update":
      word("decision").map {
        .name(word("requested_verified_name") ?? "", decision: $0, reason: word("rejection_reason"))
      }
    case "business_username_updates":
      word("status").map { .username(word("username") ?? "", status: $0) }
    case "security": word("event").map { .security(event: $0) }
    default: nil
    }
  }
}

extension Restriction {
  fileprivate init(_ item: JSON) {
    let kind: Kind =
      switch item["restriction_type"]?.identifier ?? "" {
      case "RESTRICTED_BIZ_INITIATED_MESSAGING": .beginning
      case "RESTRICTED_CUSTOMER_INITIATED_MESSAGING": .answering
      case "RESTRICTED_ADD_PHONE_NUMBER_ACTION": .addingNumbers
      case let other: .other(other)
      }
    self.init(kind: kind, until: item["expiration"]?.moment)
  }
}
