import Database
import Foundation
import Messages
import TestSupport
import Testing

@testable import WhatsApp

@Suite struct ResendTests {
  private func withUnknown(_ body: (OutboxDatabase) async throws -> Void) async throws {
    try await withOutbox { database in
      try await database.enqueue()
      try await database.outbox.lose(try await database.claim()[0])
      try await body(database)
    }
  }

  private func now(_ state: DeliveryStatus.State, of wamid: String, channel: String = OutboxDatabase.channel)
    -> DeliveryStatus
  {
    DeliveryStatus(
      messageID: wamid, channel: channel, state: state, at: Date().timeIntervalSince1970, callbackData: nil,
      participant: nil, pricing: nil, failure: nil)
  }

  @Test func `what was unknown for ten minutes while others were heard of is sent once more`() async throws {
    try await withUnknown { database in
      try await database.letPass(seconds: 590)
      try await database.record(now(.sent, of: "wamid.9"))
      #expect(try await database.outbox.resendUnknown() == 0)
      try await database.letPass(seconds: 20)
      #expect(try await database.outbox.resendUnknown() == 1)
      let resends: Int = try await database.value("select resends from outbox")
      #expect(resends == 1)
    }
  }

  @Test func `a resend that is lost too is followed by another, as carefully, and not for ever`() async throws {
    try await withUnknown { database in
      for resend in 1...6 {
        try await database.letPass(seconds: 620)
        #expect(try await database.outbox.resendUnknown() == 0, "nothing was heard since")
        try await database.record(now(.sent, of: "wamid.\(resend)0"))
        #expect(try await database.outbox.resendUnknown() == (resend <= 5 ? 1 : 0))
        guard let again = try await database.claim().first else { continue }
        try await database.outbox.lose(again)
      }
      #expect(try await database.states() == ["unknown"])
    }
  }

  @Test func `news out of a backlog tell nothing of what was sent after them`() async throws {
    try await withUnknown { database in
      try await database.letPass(seconds: 700)
      try await database.record(DeliveryStatus(.sent, of: "wamid.9"))  // said long ago, it comes now
      #expect(try await database.outbox.resendUnknown() == 0)
    }
  }

  @Test func `while nothing at all is heard nothing is sent again`() async throws {
    try await withUnknown { database in
      try await database.letPass(seconds: 3600)
      try await database.record(now(.sent, of: "wamid.8", channel: "2"))
      #expect(try await database.outbox.resendUnknown() == 0)
    }
  }

  @Test func `a status that comes late takes the resend back`() async throws {
    try await withUnknown { database in
      try await database.letPass(seconds: 601)
      try await database.record(now(.sent, of: "wamid.9"))
      #expect(try await database.outbox.resendUnknown() == 1)
      try await database.record(DeliveryStatus(.sent, of: "wamid.1", callback: 1))
      #expect(try await database.claim().isEmpty)
      #expect(try await database.states() == ["sent"])
    }
  }
}
