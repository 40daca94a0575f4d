import Messages
import Testing

@testable import Webhook

@Suite struct StatusTests {
  private func status(_ members: String) -> DeliveryStatus? {
    Post.read(Post.status(members)).statuses.first
  }

  @Test func `a status tells what became of which message, what it cost and whom it concerns`() {
    let read = status(
      #""id": "wamid.B1", "status": "read", "timestamp": 1790000000, "biz_opaque_callback_data": "41","#
        + #" "recipient_type": "group", "recipient_participant_id": "9198", "pricing": {"billable": true,"#
        + #" "pricing_model": "PMP", "type": "regular", "category": "service"}"#)
    #expect(
      read
        == DeliveryStatus(
          messageID: "wamid.B1", channel: Post.channel, state: .read, at: 1_790_000_000, callbackData: "41",
          participant: "9198",
          pricing: Pricing(type: "regular", category: "service", model: "PMP", billable: true)))
  }

  @Test(arguments: DeliveryStatus.State.allCases)
  func `every state is known by its word`(state: DeliveryStatus.State) {
    #expect(status(#""id": "wamid.B1", "status": "\#(state.rawValue)""#)?.state == state)
  }

  @Test(arguments: [
    (#""participant_recipient_id": "9198""#, "9198"), (#""recipient_participant_user_id": "IN.2""#, "IN.2"),
    (#""recipient_participant_id": "", "recipient_participant_user_id": "IN.2""#, "IN.2"),
  ])
  func `the participant is found under each of its names`(member: String, participant: String) {
    #expect(status(#""id": "wamid.B1", "status": "read", \#(member)"#)?.participant == participant)
  }

  @Test(arguments: [
    (
      #", "errors": [{"code": 131047, "title": "Re-engagement", "error_data": {"details": "24 hours"}}]"#,
      ChannelFailure(code: 131047, title: "Re-engagement", details: "24 hours")
    ),
    (
      #", "errors": [{"code": "131000", "title": "T", "message": "M"}, {"code": 1}]"#,
      ChannelFailure(code: 131000, title: "T", details: "M")
    ),
    (#", "errors": [{"title": "T"}]"#, ChannelFailure(code: -1, title: "T")),
    (#", "errors": []"#, nil), (#", "errors": "x""#, nil), ("", nil),
  ])
  func `a failure is kept with its code, and may have none`(errors: String, failure: ChannelFailure?) {
    let failed = status(#""id": "wamid.B1", "status": "failed""# + errors)
    #expect(failed?.state == .failed)
    #expect(failed?.failure == failure)
  }

  @Test(arguments: [
    (#""id": "wamid.B1", "status": "deleted""#, "status/deleted"),
    (#""id": "wamid.B1", "status": "warning""#, "status/warning"),
    (#""id": "x", "type": "payment", "status": "captured", "payment": {"reference_id": "o1"}"#, "status/payment"),
  ])
  func `payments and words of older days are noted`(members: String, kind: String) {
    let delivery = Post.read(Post.status(members))
    #expect(delivery.statuses.isEmpty)
    #expect(delivery.notes.map(\.kind) == [kind])
    #expect(delivery.notes.map(\.isDeadLetter) == [false])
  }

  @Test func `a status without id or word is a dead letter beside good ones`() {
    let delivery = Post.read(
      Post.body(#""statuses": [{"status": "sent"}, {"id": "wamid.B1"}, 5, {"id": "wamid.B2", "status": "sent"}]"#))
    #expect(delivery.statuses.map(\.messageID) == ["wamid.B2"])
    #expect(delivery.notes.map(\.reason) == ["no id", "no status", "no id"])
  }
}
