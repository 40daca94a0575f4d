internal import HTTP

/// What became of one attempt to hand in a file.
package enum UploadOutcome: Hashable, Sendable {
  /// WhatsApp has it for thirty days, under this id.
  case uploaded(id: String)
  /// What a message that was refused like this would have to do; never `accepted`, and never `unknown`.
  case refused(SendOutcome)
}

extension UploadOutcome {
  init(_ response: HTTPClient.Response) {
    guard 200..<300 ~= response.status else {
      self = .refused(SendOutcome(response).ofAnUpload)
      return
    }
    let answer = Result { () throws(JSON.Malformed) in try JSON(parsing: response.body) }
    switch answer {
    case .success(let answer):
      let id = answer["id"]?.text ?? ""
      self = id.isEmpty ? .refused(SendOutcome.unknown(reason: "answer without id").ofAnUpload) : .uploaded(id: id)
    case .failure:
      self = .refused(SendOutcome.unknown(reason: "unreadable answer").ofAnUpload)
    }
  }

  init(_ failure: HTTPClient.Failure) { self = .refused(SendOutcome(failure).ofAnUpload) }
}

extension SendOutcome {
  /// Nobody sees a file that is handed in twice, so a lost answer is only a reason to try again.
  fileprivate var ofAnUpload: SendOutcome {
    switch self {
    case .unknown(let reason): .lostUpload(reason)
    case .accepted: .lostUpload("not an answer to an upload")
    case .retry, .giveUp, .templateNeeded, .stopChannel: self
    }
  }
}
