import Database
import Foundation

/// What breaks while people write.
struct Havoc: Sendable {
  private let plan: Plan
  private let stage: Stage
  private let cluster: PrivateCluster
  let tally = Tally()

  /// What was done, for the verdict.
  actor Tally {
    private(set) var kills = 0
    private(set) var databaseKills = 0
    private(set) var freezes = 0

    func countKill() { kills += 1 }
    func countDatabaseKill() { databaseKills += 1 }
    func countFreeze() { freezes += 1 }
  }

  init(_ plan: Plan, on stage: Stage, _ cluster: PrivateCluster) {
    self.plan = plan
    self.stage = stage
    self.cluster = cluster
  }

  /// Goes on until its task is cancelled; then all that was killed is started, and the frozen one lives.
  func run(seed: UInt64) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await killServers(Dice(seed: seed)) }
      group.addTask { try await killDatabase() }
      group.addTask { await freezeWorker() }
      try await group.waitForAll()
    }
  }

  private func killServers(_ dice: Dice) async throws {
    var dice = dice
    var turn = 0
    while !Task.isCancelled {
      await pause(milliseconds: Int.random(in: plan.killMilliseconds, using: &dice))
      let server = stage.servers[turn % stage.servers.count]
      turn += 1
      await server.kill()
      try await server.start()
      await tally.countKill()
    }
  }

  /// When a third and two thirds have been acknowledged, or as often as there are kills.
  private func killDatabase() async throws {
    for kill in 1...plan.databaseKills {
      while await stage.witness.acknowledgedCount * (plan.databaseKills + 1) < plan.talk.messagesInAll * kill {
        guard !Task.isCancelled else { return }
        await pause(milliseconds: 50)
      }
      guard let postmaster = cluster.postmaster else { throw Plainly("PostgreSQL is gone before it was killed") }
      Glibc.kill(postmaster, SIGKILL)
      try await cluster.start()
      await tally.countDatabaseKill()
    }
  }

  private func freezeWorker() async {
    for seconds in plan.freezeSeconds {
      await pause(milliseconds: 1_200)
      guard !Task.isCancelled else { return }
      await stage.worker.freeze()
      await pause(seconds: seconds)
      await stage.worker.thaw()
      await tally.countFreeze()
    }
  }
}
