internal import Foundation
internal import HTTP

/// What passes between our server and “Meta”, for the engineer's panel beside the phone.
extension World {
  /// More of a body is cut off in the panel.
  static let bodyShownMax = 4_000

  /// One line for each chat that the webhook is about.
  mutating func logCall(of post: WebhookPost, status: Int, milliseconds: Double, verdict: Postbox.Verdict) {
    let request = JSON.string(shown(post.body))
    let updates = Dictionary(grouping: post.updates, by: \.chat)
    var seen: Set<ChatKey?> = []
    for chat in post.updates.map(\.chat) where seen.insert(chat).inserted {
      log.append(
        .call, in: chat,
        [
          "direction": "webhook", "what": .string(subjects(of: updates[chat] ?? [])), "status": .integer(Int64(status)),
          "ms": .real(rounded(milliseconds)), "attempt": .integer(Int64(post.attempt)), "copy": .bool(post.isCopy),
          "fate": .string(verdict.name), "request": request,
        ])
    }
  }

  mutating func logCall(_ call: GraphCall, milliseconds: Double) {
    log.append(
      .call, in: call.chat,
      [
        "direction": "graph", "what": .string(call.what), "status": .integer(Int64(call.response.status)),
        "ms": .real(rounded(milliseconds)), "request": .string(shown(call.requestBody)),
        "answer": .string(shown(call.response.body)),
      ])
  }

  /// “text, status read ×3”
  private func subjects(of updates: [WebhookUpdate]) -> String {
    var counts: [(subject: String, count: Int)] = []
    for update in updates {
      if let index = counts.firstIndex(where: { $0.subject == update.subject }) {
        counts[index].count += 1
      } else {
        counts.append((update.subject, 1))
      }
    }
    return counts.map { $0.count == 1 ? $0.subject : "\($0.subject) ×\($0.count)" }.joined(separator: ", ")
  }

  private func rounded(_ milliseconds: Double) -> Double { (milliseconds * 10).rounded() / 10 }

  private func shown(_ body: [UInt8]) -> String { String(decoding: body.prefix(World.bodyShownMax), as: UTF8.self) }
}

extension Postbox.Verdict {
  fileprivate var name: String {
    switch self {
    case .taken: "taken"
    case .again: "again"
    case .dropped: "dropped"
    }
  }
}
