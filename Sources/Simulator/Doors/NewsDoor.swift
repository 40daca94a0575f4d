internal import HTTP

extension WhatsAppSimulator {
  /// A question waits at most this many seconds for an answer.
  static let waitMax = 25

  /// `?person&number&after&wait&open`: one chat. With `open=1` the phone counts as lying open before the person.
  func chat(_ query: [String: String]) async throws(ControlRefusal) -> HTTPResponse {
    guard let person = query["person"], let number = query["number"] else {
      throw .bad("person and number are needed")
    }
    let chat = try known(person, number)
    return await events(query, of: chat, open: query["open"] == "1" ? chat : nil)
  }

  /// `?after&wait&viewer&openPerson&openNumber`: all chats, one of them perhaps open in the page that calls itself
  /// `viewer`; when the same page shows another, the first is no longer open.
  func allEvents(_ query: [String: String]) async throws(ControlRefusal) -> HTTPResponse {
    var open: ChatKey?
    if let person = query["openPerson"], let number = query["openNumber"] { open = try known(person, number) }
    return await events(query, of: nil, open: open)
  }

  private func known(_ person: String, _ number: String) throws(ControlRefusal) -> ChatKey {
    guard let person = ask({ world, _ in world.person(person) }), ask({ world, _ in world.number(number) }) != nil
    else { throw .unknown("no such person or number") }
    return ChatKey(person: person.id, number: number)
  }

  private func events(_ query: [String: String], of chat: ChatKey?, open: ChatKey?) async -> HTTPResponse {
    let after = max(0, query["after"].flatMap(Int.init) ?? 0)
    let wait = min(max(0, query["wait"].flatMap(Int.init) ?? 0), WhatsAppSimulator.waitMax)
    let viewer = query["viewer"] ?? open.map { "\($0.person) \($0.number)" }
    let look = viewer.map { viewer in change { world, _ in world.look(at: open, viewer: viewer) } }
    let events = await news(after: after, of: chat, until: .now + .seconds(wait))
    if let viewer, let look { change { world, _ in world.endLook(look, viewer: viewer) } }
    return ask { world, _ in
      .json(["events": .array(events), "next": .integer(Int64(world.log.newest)), "run": .string(world.run)])
    }
  }
}
