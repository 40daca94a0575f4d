package import HTTP

/// For programs that load a server: the same as the phones do, without a page and without HTTP.
extension WhatsAppSimulator {
  /// Meta's API on a port of its own, under `/simulator/graph`. Run it beside `run()`.
  package nonisolated func server(at address: String = "127.0.0.1:0") throws -> HTTPServer {
    var limits = HTTPServer.Limits()
    limits.connectionsPerAddressMax = limits.connectionsMax
    return try HTTPServer(address: address, limits: limits) { request in
      await self.respond(to: request) ?? HTTPResponse(status: 404)
    }
  }

  /// Returns the message's id.
  @discardableResult
  package func say(
    _ text: String, from person: String, to number: String
  ) throws(ControlRefusal) -> String {
    try change { world, now throws(ControlRefusal) in
      try world.say(.text(text), from: person, to: number, repliesTo: nil, at: now).id
    }
  }

  /// A tap on a button or row, on the newest message that offers it. Returns the message's id.
  @discardableResult
  package func tap(
    _ choiceID: String, from person: String, to number: String
  ) throws(ControlRefusal) -> String {
    try change { world, now throws(ControlRefusal) in
      try world.say(
        .tap(choiceID: choiceID, messageID: nil), from: person, to: number, repliesTo: nil, at: now
      ).id
    }
  }

  package var trouble: Trouble { world.trouble }

  /// From now on; messages under way finish as they began. The values must have no `fault`.
  package func set(_ trouble: Trouble) {
    precondition(trouble.fault == nil, "trouble out of range: \(trouble.fault ?? "")")
    change { world, _ in world.set(trouble) }
  }

  /// What the phones saw: the newest `Configuration.messagesMax` messages of all chats together.
  package func received() -> [Inbox] { world.arrivals.all }

  package func received(by person: String, from number: String) -> [Received] {
    world.arrivals.inbox(of: ChatKey(person: person, number: number))
  }

  package var counters: Counters {
    var counters = world.counters
    counters.heldBack = world.postbox.heldBackSoFar
    return counters
  }

  /// Whether no webhook is under way or still to come, and every message sent has its last tick.
  package var isQuiet: Bool { world.postbox.isEmpty && world.ticksToCome == 0 }
}

extension WhatsAppSimulator.Person {
  /// So many people with phones that nobody has, who write to `number`. The same every time.
  package static func crowd(
    _ count: Int, role: Role = .customer, writingTo number: String
  ) -> [WhatsAppSimulator.Person] {
    (0..<count).compactMap { index in
      let digits = String(index)
      let phone = "9100" + String(repeating: "0", count: max(0, 8 - digits.count)) + digits
      return WhatsAppSimulator.Person(phone: phone, name: "Person \(index + 1)", role: role, numbers: [number])
    }
  }
}
