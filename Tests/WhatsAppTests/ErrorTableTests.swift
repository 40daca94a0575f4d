import HTTP
import Messages
import Testing

@testable import WhatsApp

@Suite struct ErrorTableTests {
  enum Kind { case message, recipient, channel, account, giveUp, template, stop }

  private func kind(of outcome: SendOutcome) -> Kind? {
    switch outcome {
    case .retry(_, _, .message): .message
    case .retry(_, _, .recipient): .recipient
    case .retry(_, _, .channel): .channel
    case .retry(_, _, .account): .account
    case .giveUp: .giveUp
    case .templateNeeded: .template
    case .stopChannel: .stop
    case .accepted, .unknown: nil
    }
  }

  private func answer(_ status: Int, _ body: String) -> SendOutcome {
    SendOutcome(HTTPClient.Response(status: status, body: Array(body.utf8)))
  }

  @Test(arguments: [
    ([1, 2, 131000, 131016, 133004], Kind.message), ([131056], .recipient), ([130429, 131057, 131048], .channel),
    ([4, 80007], .account), ([131047], .template),
    (
      [
        0, 190, 3, 10, 200, 250, 299, 131031, 368, 131037, 131042, 131045, 131005, 133000, 133005, 133006, 133008,
        133009,
        133010, 133015, 133016,
      ],
      .stop
    ),
    (
      [
        131026, 131049, 131050, 130403, 130472, 130497, 131008, 131009, 33, 100, 131021, 131051, 131052, 131053, 131060,
        131062, 131063, 131064, 132000, 132001, 132005, 132007, 132012, 132018, 132015, 132016, 132068, 132069, 134011,
        2040, 2046, 2047, 135000, 131020, 131041, 131201, 131215,
      ],
      .giveUp
    ),
  ])
  func `each code has its consequence, whatever the status says`(codes: [Int], kind: Kind) {
    for code in codes {
      for status in [400, 500] {
        #expect(self.kind(of: answer(status, #"{"error": {"code": \#(code)}}"#)) == kind, "code \(code)")
      }
    }
  }

  @Test func `no code stands in two rows`() {
    let codes = ErrorTable.rows.flatMap { $0.codes.flatMap(Array.init) }
    #expect(Set(codes).count == codes.count)
  }

  @Test(arguments: [
    (400, #"{"error": {"code": 999999}}"#, Kind.giveUp),
    (400, #"{"error": {"code": 999999, "is_transient": true}}"#, .message),
    (503, #"{"error": {"code": 999999}}"#, .message), (429, #"{"error": {"code": 999999}}"#, .message),
    (429, "slow down", .account), (401, "", .stop), (403, "<html>", .stop), (404, "{}", .giveUp), (301, "", .giveUp),
  ])
  func `a refusal that is in no table is judged by its status`(status: Int, body: String, kind: Kind) {
    #expect(self.kind(of: answer(status, body)) == kind)
  }

  @Test(arguments: [
    (200, ""), (200, "{}"), (200, #"{"messages": []}"#), (200, #"{"messages": [{"id": ""}]}"#), (500, ""),
    (502, "<html>Bad gateway</html>"), (504, "{}"), (503, #"{"error": "x"}"#), (408, ""),
  ])
  func `an answer that says neither yes nor no leaves it unknown`(status: Int, body: String) {
    guard case .unknown = answer(status, body) else {
      Issue.record("\(answer(status, body))")
      return
    }
  }

  @Test func `an acceptance gives the id`() {
    #expect(
      answer(200, #"{"messages": [{"id": "wamid.1", "message_status": "accepted"}]}"#)
        == .accepted(messageID: "wamid.1"))
  }

  @Test func `a failure keeps what helps to understand it`() {
    let outcome = answer(
      400, #"{"error": {"code": 131047, "message": "M", "fbtrace_id": "T", "error_data": {"details": "D"}}}"#)
    #expect(outcome == .templateNeeded(ChannelFailure(code: 131047, title: "M", details: "D; fbtrace_id T")))
  }

  @Test(arguments: [HTTPClient.Failure.timedOut, .lost("reset"), .tooLarge, .cancelled])
  func `a lost answer leaves it unknown`(failure: HTTPClient.Failure) {
    guard case .unknown = SendOutcome(failure) else {
      Issue.record("\(failure)")
      return
    }
  }

  @Test(arguments: [
    (HTTPClient.Failure.couldNotConnect("refused"), Kind.account), (.closed, .account), (.badURL("x"), .giveUp),
  ])
  func `what was never sent may be tried again`(failure: HTTPClient.Failure, kind: Kind) {
    #expect(self.kind(of: SendOutcome(failure)) == kind)
  }
}

@Suite struct BackoffTests {
  private let pair = Backoff(firstSeconds: 1, factor: 4, secondsMax: 1024)

  @Test(arguments: [(0, 1.0), (1, 4), (2, 16), (5, 1024), (60, 1024), (-1, 1)])
  func `the wait grows to its limit`(attempts: Int, seconds: Double) {
    #expect(pair.seconds(afterAttempts: attempts, jitter: 0) == seconds)
  }

  @Test func `jitter only adds`() {
    for jitter in stride(from: 0.0, through: 1.0, by: 0.1) {
      #expect((16...20).contains(pair.seconds(afterAttempts: 2, jitter: jitter)))
    }
  }
}
