/// What we promise, counted after. Nothing here asks anybody: the same evidence makes the same verdict.
extension Evidence {
  /// - Parameter repeatsMax: so many replies may be seen twice.
  func promises(repeatsMax: Int) -> [Promise] {
    [
      acknowledgement, effects, sequence, answers, stock, noneBuried, allSeen, repeats(max: repeatsMax), replySequence,
      endings,
    ]
  }

  /// Messages of people who count; the bystander is not among them.
  private var messages: [(id: String, line: Line, kept: Kept?)] { said.map { ($0.key, $0.value, kept[$0.key]) } }

  /// “200” means that it is kept, and in the end WhatsApp gets a 200 for everything.
  private var acknowledgement: Promise {
    let lost = messages.count { acknowledged.contains($0.id) && $0.kept == nil }
    let refused = messages.count { !acknowledged.contains($0.id) }
    return Promise(
      title: "acknowledged means kept", isKept: lost == 0 && refused == 0,
      numbers: "\(said.count - refused) of \(said.count) acknowledged, \(lost) of them lost")
  }

  private var effects: Promise {
    let none = messages.count { ($0.kept?.groups ?? 0) == 0 }
    let several = messages.count { ($0.kept?.groups ?? 0) > 1 }
    let wrong = messages.count { message in
      message.kept?.groups == 1 && message.kept?.quantity != -message.line.quantity
    }
    return Promise(
      title: "each message has one effect in the ledger", isKept: none + several + wrong == 0,
      numbers: "\(none) without, \(several) with several, \(wrong) with a wrong one")
  }

  private var sequence: Promise {
    let lanes = Dictionary(grouping: messages.compactMap(\.kept), by: \.lane).values
    let wrong = lanes.map { lane in
      descents(lane.sorted { $0.sequence < $1.sequence }.compactMap(\.entry))
    }
    return Promise(
      title: "effects are in the order of their conversation", isKept: wrong.allSatisfy { $0 == 0 },
      numbers: "\(wrong.reduce(0, +)) out of order in \(lanes.count) conversations")
  }

  private var answers: Promise {
    let none = messages.count { ($0.kept?.replies ?? 0) == 0 }
    let several = messages.count { ($0.kept?.replies ?? 0) > 1 }
    return Promise(
      title: "each message has one reply in the outbox", isKept: none + several == 0,
      numbers: "\(none) without, \(several) with several")
  }

  private var stock: Promise {
    Promise(title: "the sum of the ledger is the stock", isKept: wrongItems == 0, numbers: "\(wrongItems) items wrong")
  }

  private var noneBuried: Promise {
    Promise(title: "no innocent message was given up", isKept: dead == 0, numbers: "\(dead) given up")
  }

  private var endings: Promise {
    let bad = Dictionary(grouping: replies.values.filter { !Self.goodEndings.contains($0.state) }, by: \.state)
    let words = bad.map { "\($0.value.count) \($0.key)" }.sorted().joined(separator: ", ")
    return Promise(
      title: "every reply is settled as sent", isKept: bad.isEmpty, numbers: bad.isEmpty ? "all" : words)
  }

  private static let goodEndings: Set = ["sent", "delivered", "read", "played"]

  /// The numbers of a sequence that are smaller than one before them.
  private func descents(_ numbers: [Int64]) -> Int {
    var highest = Int64.min
    return numbers.count { number in
      defer { highest = max(highest, number) }
      return number < highest
    }
  }
}

// MARK: What the phones saw

extension Evidence {
  private var timesSeen: [Int64: Int] {
    arrivals.compactMap(\.reply).reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  /// Replies that were not seen, or twice, or with other words, or did not end as sent.
  var suspects: [Int64] {
    let timesSeen = timesSeen
    let unseen = messages.compactMap(\.kept?.reply).filter { timesSeen[$0] == nil }
    let unsettled = replies.values.filter { !Self.goodEndings.contains($0.state) }.map(\.id)
    return Set(unseen + unsettled + wrongArrivals.compactMap(\.reply) + timesSeen.filter { $0.value > 1 }.keys).sorted()
  }

  /// That do not say what their sender sold.
  private var wrongArrivals: [Arrival] {
    let lines = Dictionary(messages.compactMap { message in message.kept?.reply.map { ($0, message.line) } }) { $1 }
    return arrivals.filter { arrival in
      arrival.reply.flatMap { lines[$0] }.map { $0.quantity != arrival.quantity } ?? false
    }
  }

  private var allSeen: Promise {
    let timesSeen = timesSeen
    let missing = messages.count { message in message.kept?.reply.map { timesSeen[$0] == nil } ?? true }
    let wrong = wrongArrivals.count
    return Promise(
      title: "every reply reached its phone", isKept: missing + wrong == 0,
      numbers: "\(said.count - missing) of \(said.count) seen, \(wrong) with other words than they should have")
  }

  private func repeats(max: Int) -> Promise {
    let repeated = timesSeen.filter { $0.value > 1 }
    let unmarked = repeated.count { reply, times in (replies[reply]?.resends ?? 0) < times - 1 }
    let marked = replies.values.count { $0.resends > 0 }
    return Promise(
      title: "repeats are marked, and at most \(max)", isKept: unmarked == 0 && repeated.count <= max,
      numbers: "\(repeated.count) seen more than once, \(unmarked) of them unmarked; \(marked) sent again")
  }

  /// What was of unknown fate holds up the next for half a minute at most, so it may come late; nothing else may.
  private var replySequence: Promise {
    var late = 0
    var wrong = 0
    for conversation in Dictionary(grouping: arrivals, by: \.phone).values {
      var highest = Int64.min
      for reply in conversation.compactMap(\.reply) {
        if reply < highest {
          if replies[reply]?.wasUnknown == true { late += 1 } else { wrong += 1 }
        }
        highest = max(highest, reply)
      }
    }
    return Promise(
      title: "the replies of a conversation came in order", isKept: wrong == 0,
      numbers: "\(wrong) out of order, \(late) late after an unknown fate")
  }
}
