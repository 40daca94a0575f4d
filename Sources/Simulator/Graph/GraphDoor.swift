internal import Crypto
internal import Foundation
internal import HTTP

/// One call of our server to “Meta”, for the answer and for the engineer's panel.
struct GraphCall {
  let what: String
  var chat: ChatKey?
  var requestBody: [UInt8] = []
  var response: HTTPResponse
}

extension WhatsAppSimulator {
  /// `v23.0/{object}[/{edge}]`
  func graph(_ request: HTTPRequest, path: [String]) async -> HTTPResponse {
    let start = ContinuousClock.now
    let call = await graphCall(request, path: path)
    let milliseconds = (ContinuousClock.now - start) / .milliseconds(1)
    change { world, _ in world.logCall(call, milliseconds: milliseconds) }
    return call.response
  }

  private func graphCall(_ request: HTTPRequest, path: [String]) async -> GraphCall {
    if let error = tokenFault(of: request) { return refused(error, request, path) }
    guard path.count >= 2, path.count <= 3, isVersion(path[0]) else {
      return refused(.unknownObject(path.joined(separator: "/")), request, path)
    }
    if path[1] == configuration.businessAccountID, path.count == 3, path[2] == "message_templates" {
      return administerTemplates(request)
    }
    let number = ask { world, _ in world.number(path[1]) }
    switch (request.method, number, path.dropFirst(2).first) {
    case ("POST", let number?, "messages"): return await send(request, from: number)
    case ("POST", _?, "media"): return upload(request)
    case ("GET", let number?, nil): return describe(number)
    case ("GET", nil, nil): return describeUpload(path[1], request)
    case ("DELETE", nil, nil): return deleteUpload(path[1], request)
    default: return refused(.unknownObject(path[1]), request, path)
    }
  }

  /// Nil when the bearer is the right one.
  func tokenFault(of request: HTTPRequest) -> GraphError? {
    let given = request.headers["Authorization"] ?? ""
    guard equalInConstantTime(Array(given.utf8), Array("Bearer \(configuration.accessToken)".utf8)) else {
      return .badToken
    }
    return world.trouble.isTokenExpired ? .expiredToken : nil
  }

  private func isVersion(_ text: String) -> Bool {
    text.hasPrefix("v") && text.hasSuffix(".0") && Int(text.dropFirst().dropLast(2)) != nil
  }

  private func refused(_ error: GraphError, _ request: HTTPRequest, _ path: [String]) -> GraphCall {
    GraphCall(what: "\(request.method) \(path.dropFirst().joined(separator: "/"))", response: refusal(error))
  }

  func refusal(_ error: GraphError) -> HTTPResponse {
    change { world, _ in .json(error.answer(trace: world.identifiers.traceID()), status: error.httpStatus) }
  }

  private func describe(_ number: Number) -> GraphCall {
    let facts: JSON = [
      "id": .string(number.phoneNumberID), "display_phone_number": .string(number.displayNumber),
      "verified_name": .string(number.name), "quality_rating": "GREEN",
    ]
    return GraphCall(what: "GET number", response: .json(facts))
  }
}

// MARK: Messages

extension WhatsAppSimulator {
  private func send(_ request: HTTPRequest, from number: Number) async -> GraphCall {
    guard let body = readObject(request.body) else {
      return GraphCall(what: "send", requestBody: request.body, response: refusal(.invalidJSON))
    }
    var call = GraphCall(what: subject(of: body), requestBody: request.body, response: HTTPResponse(status: 200))
    call.chat = ask { world, _ in world.chat(addressedBy: body, on: number) }
    // Blue ticks are too small a thing to fail.
    let fault = body["status"] == nil ? change { world, _ in world.nextFault() } : nil
    switch fault {
    case nil:
      call.response = take(body, from: number)
    case .refuse(let code):
      call.response = refusal(.injected(code))
      change { world, _ in world.counters.sendsRefused += 1 }
    case .slow(let delay):
      _ = await pause(delay)
      call.response = take(body, from: number)
    case .loseAnswer:
      if take(body, from: number).status == 200 { change { world, _ in world.counters.answersLost += 1 } }
      _ = await pause(configuration.timing.lostAnswer)
      call.response = HTTPResponse(status: 504)
    }
    return call
  }

  private func subject(of body: JSON) -> String {
    if body["status"] != nil { return body["typing_indicator"] == nil ? "read" : "read, typing" }
    return "send " + (body["interactive"]?["type"]?.text ?? body["type"]?.text ?? "text")
  }

  private func take(_ body: JSON, from number: Number) -> HTTPResponse {
    do throws(GraphError) {
      return .json(try change { world, now throws(GraphError) in try world.send(body, from: number, at: now) })
    } catch {
      change { world, _ in world.counters.sendsRefused += 1 }
      return refusal(error)
    }
  }

  func readObject(_ bytes: [UInt8]) -> JSON? {
    do throws(JSON.Malformed) {
      let json = try JSON(parsing: bytes)
      guard case .object = json else { return nil }
      return json
    } catch {
      return nil
    }
  }
}

extension World {
  /// Where a call belongs in the panel, even if it is refused.
  fileprivate func chat(addressedBy body: JSON, on number: WhatsAppSimulator.Number) -> ChatKey? {
    if let messageID = body["message_id"]?.text { return messages[messageID]?.chat }
    let phone = body["to"]?.text?.filter(\.isWholeNumber)
    return (phone ?? body["recipient"]?.text).flatMap(person).map {
      ChatKey(person: $0.id, number: number.phoneNumberID)
    }
  }
}
