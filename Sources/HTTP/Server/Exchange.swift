/// One request while it arrives and is answered.
struct Exchange {
  private let began = ContinuousClock.now
  /// As it stands in the request line.
  let target: String
  /// Set once the head has been checked.
  var request: HTTPRequest?
  /// Set if we answered past the library.
  var statusSent: Int?
  var bytesOut = 0

  init(target: String) {
    self.target = target
  }

  func finished(status: Int, remoteAddress: String) -> HTTPServer.Finished {
    HTTPServer.Finished(
      requestID: request?.id ?? "", method: request?.method ?? "", path: request?.path ?? target,
      status: statusSent ?? status, seconds: (ContinuousClock.now - began) / .seconds(1),
      bytesIn: request?.body.count ?? 0, bytesOut: bytesOut, remoteAddress: remoteAddress)
  }
}
