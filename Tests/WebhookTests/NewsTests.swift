import Foundation
import Messages
import Testing

@testable import Webhook

/// One row for each kind of news: what WhatsApp writes, and what we make of it.
@Suite struct NewsTests {
  struct Form: Sendable, CustomTestStringConvertible {
    let field: String
    let value: String
    let matter: News.Matter
    var testDescription: String { field + " " + value }

    init(_ field: String, _ value: String, _ matter: News.Matter) {
      self.field = field
      self.value = value
      self.matter = matter
    }
  }

  static let accounts = [
    Form(
      "account_update", #"{"event": "DISABLED_UPDATE", "ban_info": {"waba_ban_state": "DISABLE"}}"#,
      .account(.ban(.disabled))),
    Form(
      "account_update", #"{"event": "DISABLED_UPDATE", "ban_info": {"waba_ban_state": "REINSTATE"}}"#,
      .account(.ban(.reinstated))),
    Form(
      "account_update", #"{"event": "DISABLED_UPDATE", "ban_info": {"waba_ban_state": "SCHEDULE_FOR_DISABLE"}}"#,
      .account(.ban(.scheduled))),
    Form(
      "account_update", #"{"event": "DISABLED_UPDATE", "ban_info": {"waba_ban_state": "MELTED"}}"#,
      .unknown("account_update/DISABLED_UPDATE")),
    Form(
      "account_update", #"{"event": "ACCOUNT_VIOLATION", "violation_info": {"violation_type": "SPAM"}}"#,
      .account(.violation(kind: "SPAM"))),
    Form(
      "account_update",
      #"{"event": "ACCOUNT_RESTRICTION", "restriction_info": ["#
        + #"{"restriction_type": "RESTRICTED_CUSTOMER_INITIATED_MESSAGING", "expiration": 1790086400}, "#
        + #"{"restriction_type": "RESTRICTED_BIZ_INITIATED_MESSAGING", "expiration": "1790086400"}, "#
        + #"{"restriction_type": "RESTRICTED_ADD_PHONE_NUMBER_ACTION"}, {"restriction_type": "RESTRICTED_AIR"}]}"#,
      .account(
        .restricted([
          Restriction(kind: .answering, until: Date(timeIntervalSince1970: 1_790_086_400)),
          Restriction(kind: .beginning, until: Date(timeIntervalSince1970: 1_790_086_400)),
          Restriction(kind: .addingNumbers, until: nil), Restriction(kind: .other("RESTRICTED_AIR"), until: nil),
        ]))),
    Form("account_update", #"{"event": "ACCOUNT_DELETED"}"#, .account(.deleted)),
    Form("account_update", #"{"event": "ACCOUNT_OFFBOARDED"}"#, .account(.offboarded)),
    Form("account_update", #"{"event": "ACCOUNT_RECONNECTED"}"#, .account(.reconnected)),
    Form("account_update", #"{"event": "PARTNER_ADDED"}"#, .account(.partner(event: "PARTNER_ADDED"))),
    Form("account_update", #"{"event": "MM_LITE_TERMS_SIGNED"}"#, .account(.formality(event: "MM_LITE_TERMS_SIGNED"))),
    Form(
      "account_update",
      #"{"event": "VOLUME_BASED_PRICING_TIER_UPDATE", "volume_tier_info": {"pricing_category": "UTILITY", "tier": "1:2"}}"#,
      .account(.priceTier(category: "UTILITY", tier: "1:2"))),
    Form("account_update", #"{"event": "TEA_BREAK"}"#, .unknown("account_update/TEA_BREAK")),
    Form("account_update", "null", .unknown("account_update")),
    Form("account_review_update", #"{"decision": "REJECTED"}"#, .account(.reviewed(decision: "REJECTED"))),
    Form(
      "account_alerts",
      #"{"alert_info": {"alert_type": "LIMITS", "alert_severity": "CRITICAL", "alert_status": "NONE"}}"#,
      .account(.alerted(kind: "LIMITS", severity: "CRITICAL", status: "NONE"))),
    Form(
      "business_capability_update",
      #"{"max_daily_conversations_per_business": "TIER_2K", "max_phone_numbers_per_waba": 5}"#,
      .account(.capability(conversations: "TIER_2K", numbers: "5"))),
    Form(
      "business_capability_update",
      #"{"max_daily_conversation_per_phone": 250, "max_phone_numbers_per_business": 2}"#,
      .account(.capability(conversations: "250", numbers: "2"))),
    Form(
      "partner_solutions", #"{"event": "SOLUTION_UPDATED", "solution_status": "ACTIVE"}"#,
      .account(.solution(event: "SOLUTION_UPDATED", status: "ACTIVE"))),
    Form(
      "payment_configuration_update", #"{"configuration_name": "shop-upi", "status": "Active"}"#,
      .account(.paymentConfiguration(name: "shop-upi", status: "Active"))),
  ]

  static let numbers = [
    Form(
      "phone_number_quality_update",
      #"{"display_phone_number": "912012345678", "event": "ONBOARDING", "max_daily_conversations_per_business": "TIER_250"}"#,
      .number(display: "912012345678", .quality(event: "ONBOARDING", limit: "TIER_250"))),
    Form(
      "phone_number_quality_update",
      #"{"display_phone_number": "912012345678", "event": "DOWNGRADE", "current_limit": "TIER_1K"}"#,
      .number(display: "912012345678", .quality(event: "DOWNGRADE", limit: "TIER_1K"))),
    Form(
      "phone_number_name_update",
      #"{"display_phone_number": "912012345678", "decision": "DEFERRED", "requested_verified_name": "Kirana"}"#,
      .number(display: "912012345678", .name("Kirana", decision: "DEFERRED", reason: nil))),
    Form(
      "business_username_updates",
      #"{"display_phone_number": "912012345678", "username": "ganesh.kirana", "status": "reserved"}"#,
      .number(display: "912012345678", .username("ganesh.kirana", status: "reserved"))),
    Form(
      "security", #"{"display_phone_number": "912012345678", "event": "PIN_CHANGED"}"#,
      .number(display: "912012345678", .security(event: "PIN_CHANGED"))),
  ]

  private static let morning = Template(name: "morning_hello", language: "en_US")
  private static let name = #""message_template_name": "morning_hello", "message_template_language": "en-US""#

  static let templates =
    TemplateEvent.Status.allCases.map { status in
      Form(
        "message_template_status_update", #"{"event": "\#(status.rawValue)", "reason": null, \#(name)}"#,
        .template(morning, .status(status, reason: nil)))
    } + [
      Form(
        "message_template_status_update", #"{"event": "REJECTED", "reason": "SCAM", \#(name)}"#,
        .template(morning, .status(.rejected, reason: "SCAM"))),
      Form(
        "message_template_status_update",
        #"{"event": "PAUSED", "reason": "NONE", "other_info": {"title": "SECOND_PAUSE"}, \#(name)}"#,
        .template(morning, .status(.paused, reason: "SECOND_PAUSE"))),
      Form(
        "message_template_status_update", #"{"event": "EATEN", \#(name)}"#,
        .unknown("message_template_status_update/EATEN")),
      Form(
        "message_template_quality_update", #"{"new_quality_score": "RED", \#(name)}"#,
        .template(morning, .quality(.red))),
      Form(
        "message_template_status_update", #"{"new_quality_score": "GREEN", \#(name)}"#,
        .template(morning, .quality(.green))),
      Form(
        "message_template_components_update", #"{"message_template_element": "नमस्कार {{1}}", \#(name)}"#,
        .template(morning, .components)),
      Form(
        "template_category_update", #"{"previous_category": "UTILITY", "new_category": "MARKETING", \#(name)}"#,
        .template(morning, .category("MARKETING", next: nil, nextAt: nil))),
      Form(
        "template_category_update",
        #"{"new_category": "UTILITY", "correct_category": "MARKETING", "category_update_timestamp": 1790086400, \#(name)}"#,
        .template(
          morning,
          .category("UTILITY", next: "MARKETING", nextAt: Date(timeIntervalSince1970: 1_790_086_400)))),
    ]

  private static let number = #""metadata": {"phone_number_id": "\#(Post.channel)"}"#
  /// Somebody is known by a phone or a user id; one without both is nobody.
  private static func somebody(_ phone: String?, _ user: String?) -> Sender {
    guard let sender = Sender(phone: phone, userID: user) else { preconditionFailure("nobody") }
    return sender
  }

  static let people = [
    Form(
      "user_preferences",
      #"{\#(number), "user_preferences": [{"wa_id": "9198", "category": "marketing_messages", "value": "stop"}]}"#,
      .preference(
        Preference(
          person: somebody("9198", nil), channel: Post.channel, category: "marketing_messages", isWanted: false))),
    Form(
      "user_preferences",
      #"{\#(number), "user_preferences": [{"user_id": "IN.2", "category": "marketing_messages", "value": "signup"}]}"#,
      .preference(
        Preference(person: somebody(nil, "IN.2"), channel: Post.channel, category: "marketing_messages", isWanted: true)
      )),
    Form(
      "user_preferences", #"{\#(number), "user_preferences": [{"wa_id": "9198", "category": "x", "value": "dance"}]}"#,
      .unknown("user_preferences")),
    Form("user_preferences", #"{\#(number)}"#, .unknown("user_preferences")),
    Form(
      "user_id_update",
      #"{\#(number), "user_id_update": [{"wa_id": "9198", "user_id": {"previous": "IN.2", "current": "IN.3"}}]}"#,
      .renaming(Renaming(known: [.user("IN.2"), .phone("9198")], now: [.user("IN.3")]))),
    Form(
      "calls",
      #"{\#(number), "calls": [{"id": "c1", "from": "9198", "event": "connect", "direction": "USER_INITIATED"}]}"#,
      .call(from: somebody("9198", nil), channel: Post.channel)),
    Form(
      "calls",
      #"{\#(number), "calls": [{"id": "c1", "to": "9198", "event": "connect", "direction": "BUSINESS_INITIATED"}]}"#,
      .aside(.callEnded)),
    Form("calls", #"{\#(number), "calls": [{"id": "c1", "from": "9198", "event": "terminate"}]}"#, .aside(.callEnded)),
    Form("calls", #"{\#(number), "statuses": [{"id": "c1", "type": "call"}]}"#, .aside(.callStatus)),
  ]

  static let asides = [
    Form("history", #"{\#(number), "messages": [{"from": "9198", "id": "1"}]}"#, .aside(.history)),
    Form("smb_message_echoes", #"{\#(number), "message_echoes": [{"to": "9198", "id": "1"}]}"#, .aside(.echo)),
    Form("smb_app_state_sync", #"{\#(number), "state_sync": []}"#, .aside(.addressBook)),
    Form("flows", #"{"event": "ENDPOINT_AVAILABILITY"}"#, .aside(.flow(event: "ENDPOINT_AVAILABILITY"))),
    Form(
      "group_participants_update", #"{\#(number), "groups": [{"type": "group_participants_remove"}]}"#,
      .aside(.group(event: "group_participants_remove"))),
    Form("group_settings_update", #"{\#(number)}"#, .aside(.group(event: "group_settings_update"))),
    Form("moon_phase", #"{"phase": "full"}"#, .unknown("moon_phase")),
  ]

  @Test(arguments: accounts + numbers + templates + people + asides)
  func `each kind of news is read, and kept as it came`(form: Form) {
    let delivery = Post.read(Post.body(field: form.field, value: form.value))
    #expect(delivery.news.map(\.matter) == [form.matter])
    #expect(delivery.news.map(\.account) == ["2001"])
    #expect(delivery.notes.map(\.kind) == [form.field])
    #expect(delivery.messages.isEmpty && delivery.statuses.isEmpty)
  }

  @Test func `a change of number tells which person it was and how to call them now`() {
    for key in ["wa_id", "new_wa_id"] {
      let delivery = Post.read(
        Post.message(#""type": "system", "system": {"type": "user_changed_number", "\#(key)": "919800000091"}"#))
      let expected = Renaming(
        known: [.user("IN.1001"), .phone("919800000001")], now: [.phone("919800000091")], message: "wamid.A1",
        channel: Post.channel)
      #expect(delivery.news.map(\.matter) == [.renaming(expected)])
      #expect(delivery.messages.count == 1)
    }
  }

  @Test func `whoever shows a number when asked is known by it`() {
    let card = #"{"origin": "contact_request", "phones": [{"phone": "+91 98", "wa_id": "919800000004"}]}"#
    let asked = #""messages": [{"from_user_id": "IN.4", "id": "1", "type": "contacts", "contacts": [\#(card)]}]"#
    #expect(Post.read(Post.body(asked)).messages.first?.message.sender.phone == "919800000004")
    let sent = asked.replacing(#""origin": "contact_request", "#, with: "")
    #expect(Post.read(Post.body(sent)).messages.first?.message.sender.phone == nil)
  }

  @Test func `a refusal of offers is news of the person, beside the tick`() {
    let delivery = Post.read(
      Post.status(
        #""id": "wamid.B1", "status": "failed", "recipient_id": "9198", "errors": [{"code": 131050}]"#))
    #expect(delivery.statuses.count == 1)
    let stopped = Preference(
      person: Self.somebody("9198", nil), channel: Post.channel, category: Preference.marketing, isWanted: false)
    #expect(delivery.news.map(\.matter) == [.preference(stopped)])
  }

  @Test func `a payment is a hint, in paise`() {
    let delivery = Post.read(
      Post.status(
        #""id": "x", "type": "payment", "status": "captured", "payment": {"reference_id": "bill-7", "currency": "INR","#
          + #" "amount": {"value": 45050, "offset": 100}, "transaction": {"id": "t", "pg_transaction_id": "pay_9","#
          + #" "status": "success"}, "refunds": [{"amount": {"value": 50, "offset": 100}, "status": "success"},"#
          + #" {"amount": {"value": 70, "offset": 100}, "status": "pending"}]}"#))
    let hint = PaymentHint(
      channel: Post.channel, reference: "bill-7", transaction: "pay_9", status: "captured",
      transactionStatus: "success",
      amount: 45050, refunded: 50, currency: "INR")
    #expect(delivery.news.map(\.matter) == [.payment(hint)])
    #expect(delivery.notes.map(\.kind) == ["status/payment"])
  }

  @Test func `a number's troubles come with their codes`() {
    let delivery = Post.read(Post.body(#""errors": [{"code": 131031, "title": "Locked"}]"#))
    #expect(
      delivery.news.map(\.matter)
        == [.trouble([ChannelFailure(code: 131031, title: "Locked")], channel: Post.channel)])
  }
}
