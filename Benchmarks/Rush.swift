import Database
import Foundation
import HTTP

/// The busiest hour: how much the door takes in, how many whole turns a second there are, and what that does to memory.
struct Rush {
  let stage: Stage
  let wish: Wish
  private let crowd: Crowd

  init(stage: Stage, wish: Wish) async throws {
    self.stage = stage
    self.wish = wish
    say("Opening \(wish.isShort ? 30 : 300) shops …")
    crowd = try await Crowd.settle(
      shops: wish.isShort ? 30 : 300, peoplePerShop: 20, channels: ["300000000000001", "300000000000002"],
      in: stage.database)
  }

  private var seconds: Int { wish.isShort ? 3 : 10 }

  func run(_ table: inout Table) async throws {
    let peer = try await wish.peer.asyncMap { try await stage.peer($0) }
    if wish.wants("door") { try await door(peer, &table) }
    if wish.wants("ingest") {
      table.add("the ingest statement alone", try await ingestAlone(stage, crowd, seconds: seconds), in: .milliseconds)
    }
    if wish.wants("turns") { try await turns(peer, &table) }
    if wish.wants("memory") { try await memory() }
  }

  private func door(_ peer: Subject?, _ table: inout Table) async throws {
    guard let wrk = Wrk(home: stage.home, folder: stage.folder) else {
      return say("wrk is not installed (the package of that name): the door is not measured.")
    }
    say("Signing messages …")
    let subjects =
      [("acknowledging", try stage.retailmind(parts: "web"))] + (peer.map { [("the peer: acknowledging", $0)] } ?? [])
    for (what, subject) in subjects {
      let bodies = try wrk.sign(seconds * 30_000, from: crowd, secret: stage.webhooks.secret, into: "bodies")
      try await stage.clearQueues()
      say("Measuring \(what) …")
      let result = try await subject.running(client: stage.client) { process in
        let before = try stage.cost(of: process)
        let result = try wrk.post(bodies, to: "http://\(subject.address)", path: subject.webhookPath, seconds: seconds)
        say("Each cost: \(try stage.cost(of: process).words(since: before, for: result.requests))")
        return result
      }
      guard result.failures == 0 else { throw Plainly("\(result.failures) posts failed") }
      table.add(what, result)
      try await stage.clearQueues()
      try await subject.running(client: stage.client) { _ in
        let half = try wrk.post(
          bodies, to: "http://\(subject.address)", path: subject.webhookPath, seconds: seconds,
          perSecond: result.perSecond / 2)
        guard half.failures == 0 else { throw Plainly("\(half.failures) posts failed") }
        table.add(what + ", half as many", half)
      }
    }
  }

  private func turns(_ peer: Subject?, _ table: inout Table) async throws {
    let subjects =
      [("whole turns", try stage.retailmind(parts: "web,worker,scheduler"))]
      + (peer.map { [("the peer: whole turns", $0)] } ?? [])
    for (what, subject) in subjects {
      try await stage.clearQueues()
      say("Measuring \(what) …")
      try await subject.running(client: stage.client) { process in
        let load = Load(server: subject, stage: stage, crowd: crowd)
        // The tables are empty at first, and plans made for empty tables stay until the statistics are new.
        _ = try await load.closed(writers: 64, messages: 64 * (wish.isShort ? 4 : 40))
        try await stage.database.execute(script: "analyze")
        let before = try stage.cost(of: process)
        let most = try await load.closed(writers: 128, length: .seconds(seconds))
        say("Each cost: \(try stage.cost(of: process).words(since: before, for: most.count))")
        table.add(what, most, in: .milliseconds)
        for perSecond in [250, 500] {
          let paced = try await load.open(perSecond: perSecond, length: .seconds(seconds))
          table.add(what + ", \(perSecond) a second", paced, in: .milliseconds)
        }
        say("Memory afterwards: \(Cost.memory(of: process)) MiB")
      }
    }
  }

  /// What the door holds while half a million messages come in.
  private func memory() async throws {
    guard let wrk = Wrk(home: stage.home, folder: stage.folder) else { return }
    let (rounds, each) = (6, wish.isShort ? 5_000 : 100_000)
    try await stage.clearQueues()
    let subject = try stage.retailmind(parts: "web")
    try await subject.running(client: stage.client) { process in
      say("Memory at the start: \(Cost.memory(of: process)) MiB")
      var posted = 0
      for round in 1...rounds {
        let bodies = try wrk.sign(each, from: crowd, secret: stage.webhooks.secret, into: "bodies")
        let wanted = round * each * 9 / 10
        while posted < wanted {
          let result = try wrk.post(bodies, to: "http://\(subject.address)", path: subject.webhookPath, seconds: 30)
          posted += result.requests
        }
        say("Memory after \(posted) messages: \(Cost.memory(of: process)) MiB")
      }
    }
  }
}

/// The same statement, driven directly: what PostgreSQL would take in if nobody else were there.
func ingestAlone(_ stage: Stage, _ crowd: Crowd, seconds: Int) async throws -> Figures {
  let batch = 64
  let end = ContinuousClock.now + .seconds(seconds)
  let took = try await withThrowingTaskGroup(of: [Double].self) { group in
    for writer in 0..<2 {
      group.addTask {
        var took: [Double] = []
        var number = writer
        while ContinuousClock.now < end {
          let people = (0..<batch).map { (number + $0 * 2) % crowd.people.count }
          number += batch * 2
          let bodies = people.map {
            Webhooks.body("sold 2 sugar", from: crowd.people[$0], channel: crowd.channel(of: $0), at: 1)
          }
          let ids = people.map { _ in "wamid." + UUID().uuidString }
          let began = ContinuousClock.now
          try await stage.database.execute(
            """
            select take_in(\(people.map(crowd.channel)), \(ids), \(people.map { crowd.people[$0] as String? }),
              \(people.map { _ in nil as String? }), \(people.map { _ in "Sunita" as String? }), \(bodies), \(bodies),
              \(Date()), 0::double precision)
            """)
          took.append((ContinuousClock.now - began) / .seconds(1))
        }
        return took
      }
    }
    return try await group.reduce(into: []) { $0 += $1 }
  }
  return Figures(took, perSecond: Double(took.count * batch) / Double(seconds))
}

extension Optional {
  fileprivate func asyncMap<Result>(_ transform: (Wrapped) async throws -> Result) async throws -> Result? {
    switch self {
    case .none: nil
    case .some(let value): try await transform(value)
    }
  }
}
