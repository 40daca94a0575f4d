internal import Foundation
internal import HTTP

/// Steers the phones: `/simulator/api/…`, for the page and for tests.
extension WhatsAppSimulator {
  func control(_ request: HTTPRequest, path: [String]) async -> HTTPResponse {
    guard admits(request) else { return refusal(ControlRefusal(status: 403, text: "wrong Host or not JSON")) }
    do throws(ControlRefusal) {
      return try await command(request, path: path)
    } catch {
      return refusal(error)
    }
  }

  private func command(_ request: HTTPRequest, path: [String]) async throws(ControlRefusal) -> HTTPResponse {
    switch (request.method, path.first, path.count) {
    case ("GET", "people", 1): return .json(everybody())
    case ("POST", "people", 1): return try addPerson(try object(request))
    case ("POST", "say", 1): return try say(try object(request))
    case ("GET", "chat", 1): return try await chat(request.query)
    case ("GET", "events", 1): return try await allEvents(request.query)
    case ("POST", "faults", 1): return try order(try object(request))
    case ("GET", "trouble", 1): return .json(trouble.json)
    case ("PUT", "trouble", 1): return try makeTrouble(try object(request))
    case ("POST", "templates", 1): return try judge(try object(request))
    case ("GET", "media", 2): return try picture(path[1])
    default: throw .unknown("no such command")
    }
  }

  private func refusal(_ refusal: ControlRefusal) -> HTTPResponse {
    .json(["error": .string(refusal.text)], status: refusal.status)
  }

  private func object(_ request: HTTPRequest) throws(ControlRefusal) -> JSON {
    guard let body = readObject(request.body) else { throw .bad("the body is not a JSON object") }
    return body
  }
}

// MARK: People

extension WhatsAppSimulator {
  private func everybody() -> JSON {
    ask { world, _ in
      [
        "people": .array(world.people.map { .object($0.event) }),
        "numbers": .array(configuration.numbers.map(\.event)), "newest": .integer(Int64(world.log.newest)),
      ]
    }
  }

  /// `{phone, name, role?, numbers?, userID?}`: somebody new, who may write at once.
  private func addPerson(_ body: JSON) throws(ControlRefusal) -> HTTPResponse {
    guard let name = body["name"]?.text, (1...60).contains(name.count) else { throw .bad("name: 1 to 60 characters") }
    let phone = body["phone"]?.text?.filter(\.isWholeNumber)
    guard phone.map({ (7...15).contains($0.count) }) ?? true else { throw .bad("phone: 7 to 15 digits") }
    guard let role = Person.Role(rawValue: body["role"]?.text ?? "customer") else { throw .bad("role is unknown") }
    let numbers = body["numbers"]?.array.compactMap(\.text) ?? configuration.numbers.map(\.phoneNumberID)
    guard numbers.allSatisfy({ id in ask { world, _ in world.number(id) } != nil }) else {
      throw .unknown("no such number")
    }
    guard
      let person = Person(phone: phone, userID: body["userID"]?.text, name: name, role: role, numbers: numbers)
    else { throw .bad("phone or userID is needed") }
    change { world, _ in world.add(person) }
    return .json(.object(person.event), status: 201)
  }
}

extension WhatsAppSimulator.Person {
  var event: [String: JSON] {
    var fields: [String: JSON] = [
      "id": .string(id), "name": .string(name), "role": .string(role.rawValue),
      "numbers": .array(numbers.map(JSON.string)),
    ]
    fields["phone"] = phone.map(JSON.string)
    fields["userID"] = userID.map(JSON.string)
    return fields
  }
}

extension WhatsAppSimulator.Number {
  fileprivate var event: JSON {
    [
      "id": .string(phoneNumberID), "displayNumber": .string(displayNumber), "name": .string(name),
      "letter": .string(pictureLetter),
    ]
  }
}

// MARK: Trouble and pictures

extension WhatsAppSimulator {
  /// `{next: 3, code: 131000}`, `{next: 1, lost: true}` or `{next: 1, slowMilliseconds: 2000}`
  private func order(_ body: JSON) throws(ControlRefusal) -> HTTPResponse {
    let count = body["next"]?.integer ?? 1
    guard (1...1_000).contains(count) else { throw .bad("next: 1 to 1000") }
    let fault: Fault
    if let code = body["code"]?.integer {
      fault = .refuse(code: Int(code))
    } else if body["lost"]?.flag == true {
      fault = .loseAnswer
    } else if let milliseconds = body["slowMilliseconds"]?.integer, (0...600_000).contains(milliseconds) {
      fault = .slow(.milliseconds(milliseconds))
    } else {
      throw .bad("code, lost or slowMilliseconds is needed")
    }
    change { world, _ in
      for _ in 0..<count { world.faults.append(fault) }
    }
    return .json(["ordered": .integer(count)])
  }

  /// All of it at once: what is left out goes well from now on. Returns what holds now.
  private func makeTrouble(_ body: JSON) throws(ControlRefusal) -> HTTPResponse {
    set(try Trouble(body))
    return .json(trouble.json)
  }

  /// For the page, which has no access token. Only what a browser shows harmlessly is called by its kind.
  private func picture(_ id: String) throws(ControlRefusal) -> HTTPResponse {
    guard let upload = ask({ world, _ in world.uploads[id] }) else { throw .unknown("no such media") }
    let shown = ["image/png", "image/jpeg", "image/webp", "audio/ogg", "audio/mpeg", "audio/mp4", "audio/wav"]
    let type = shown.first { upload.mimeType.hasPrefix($0) } ?? "application/octet-stream"
    let headers = [("Content-Type", type), ("X-Content-Type-Options", "nosniff"), ("Cache-Control", "private")]
    return HTTPResponse(status: 200, headers: headers.map { (name: $0.0, value: $0.1) }, body: upload.bytes)
  }
}
