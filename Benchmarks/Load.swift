import Foundation
import HTTP

/// Whole turns of many people side by side: a message is posted, and the turn ends when its reply comes to WhatsApp.
struct Load {
  let server: Subject
  let stage: Stage
  let crowd: Crowd

  /// So many people at a time, each writes the next message when the last was answered: what the whole can do.
  func closed(writers: Int, messages: Int = .max, warmUp: Duration = .zero, length: Duration = .seconds(3600))
    async throws -> Figures
  {
    let start = ContinuousClock.now + warmUp
    let end = start + length
    let seconds = try await withThrowingTaskGroup(of: [Double].self) { group in
      for writer in 0..<writers {
        group.addTask {
          var seconds: [Double] = []
          // Each writes for people of its own: two messages of one person would wait for each other.
          let people = stride(from: writer, to: crowd.people.count, by: writers)
          while true {
            for person in people {
              guard ContinuousClock.now < end, seconds.count < messages / writers else { return seconds }
              let (began, ended) = try await turn(of: person)
              if began >= start, ended < end { seconds.append((ended - began) / .seconds(1)) }
            }
          }
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    return Figures(seconds, perSecond: Double(seconds.count) / (length / .seconds(1)))
  }

  /// So many messages a second, whether answers come or not: how long people wait at that pace. Counted from when each
  /// was due, since a client that is late must not flatter the server. The first fifth warms up.
  func open(perSecond: Int, length: Duration) async throws -> Figures {
    let start = ContinuousClock.now
    let total = perSecond * Int(length / .seconds(1))
    let seconds = try await withThrowingTaskGroup(of: Double?.self) { group in
      for number in 0..<total {
        let due = start + .seconds(1) * number / perSecond
        if due > .now { try await Task.sleep(until: due) }
        group.addTask {
          let took = (try await turn(of: number % crowd.people.count).1 - due) / .seconds(1)
          return number < total / 5 ? nil : took
        }
      }
      return try await group.reduce(into: [Double]()) { kept, took in if let took { kept.append(took) } }
    }
    return Figures(seconds, perSecond: Double(perSecond))
  }

  private func turn(of person: Int) async throws -> (ContinuousClock.Instant, ContinuousClock.Instant) {
    let request = stage.webhooks.request(
      "sold \(person % 3 + 1) sugar", from: crowd.people[person], on: crowd.channel(of: person),
      to: "http://\(server.address)\(server.turnPath)")
    let began = ContinuousClock.now
    async let reply = stage.graph.reply(to: crowd.people[person], withinSeconds: 30)
    let answer = try await stage.client.send(request)
    guard answer.status == 200 else { throw Plainly("the webhook answered \(answer.status)") }
    return (began, try await reply)
  }
}
