internal import HTTP
internal import Messages

/// What an answer to a send means, and what it means when there is none.
extension SendOutcome {
  init(_ response: HTTPClient.Response) {
    let body = Result { () throws(JSON.Malformed) in try JSON(parsing: response.body) }
    switch body {
    case .success(let answer) where 200..<300 ~= response.status: self = Self.accepted(answer)
    case .success(let answer) where answer["error"]?["code"]?.integer != nil:
      self = Self.refused(answer["error"] ?? [:], status: response.status)
    default: self = Self.unreadable(status: response.status)
    }
  }

  /// Only what surely happened before a byte was sent may be tried again.
  init(_ failure: HTTPClient.Failure) {
    switch failure {
    case .couldNotConnect(let reason): self = .noConnection(reason)
    case .closed: self = .noConnection("closed")
    case .badURL(let reason):
      self = .giveUp(ChannelFailure(code: ChannelFailure.noCode, title: "no address", details: reason))
    case .timedOut: self = .unknown(reason: "timed out")
    case .lost(let reason): self = .unknown(reason: "connection lost: \(reason)")
    case .tooLarge: self = .unknown(reason: "answer too large")
    case .cancelled: self = .unknown(reason: "cancelled")
    }
  }

  private static func accepted(_ answer: JSON) -> SendOutcome {
    guard let id = answer["messages"]?[0]?["id"]?.text, !id.isEmpty else {
      return .unknown(reason: "answer without id")
    }
    return .accepted(messageID: id)
  }

  /// An error in WhatsApp's own words, whatever the status: the message was not taken.
  private static func refused(_ error: JSON, status: Int) -> SendOutcome {
    let failure = ChannelFailure(error)
    switch ErrorTable.row(for: failure.code)?.verdict {
    case .retry(let backoff, let scope): return .retry(backoff, failure, scope)
    case .giveUp: return .giveUp(failure)
    case .templateNeeded: return .templateNeeded(failure)
    case .stopChannel: return .stopChannel(failure)
    case nil:
      let mayPass = error["is_transient"]?.flag == true || status == 429 || status >= 500
      return mayPass ? .transient(failure) : .giveUp(failure)
    }
  }

  /// No error that we can read, so it was not WhatsApp's program that answered but something on the way to it. With 5xx
  /// (a gateway that lost patience) the message may have gone through; other refusals are refusals.
  private static func unreadable(status: Int) -> SendOutcome {
    let failure = ChannelFailure(code: ChannelFailure.noCode, title: "HTTP \(status)")
    switch status {
    case 401, 403: return .stopChannel(failure)
    case 429: return .retry(Backoff(everySeconds: 60), failure, .account)
    case 300..<500 where status != 408: return .giveUp(failure)
    default: return .unknown(reason: "HTTP \(status)")
    }
  }

  private static func transient(_ failure: ChannelFailure) -> SendOutcome {
    .retry(ErrorTable.transientBackoff, failure, .message)
  }

  static func lostUpload(_ reason: String) -> SendOutcome {
    transient(ChannelFailure(code: ChannelFailure.noCode, title: "the upload's answer was lost", details: reason))
  }

  /// Nobody can send then, and it is no message's fault.
  private static func noConnection(_ reason: String) -> SendOutcome {
    let failure = ChannelFailure(code: ChannelFailure.noCode, title: "no connection", details: reason)
    return .retry(Backoff(everySeconds: 5), failure, .account)
  }
}

extension ChannelFailure {
  init(_ error: JSON) {
    self.init(
      code: error["code"]?.integer.flatMap(Int.init(exactly:)) ?? Self.noCode,
      title: error["message"]?.text ?? error["title"]?.text,
      // The trace id is what Meta's support asks for.
      details: [error["error_data"]?["details"]?.text, error["fbtrace_id"]?.text.map { "fbtrace_id \($0)" }]
        .compactMap { $0 }.joined(separator: "; "))
  }
}
