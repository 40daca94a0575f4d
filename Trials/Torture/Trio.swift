import Database
import Foundation
import TestSupport

/// A primary and two standbys on one machine; a commit waits until one of the standbys has it on its disk.
struct Trio: Sendable {
  struct Member: Sendable {
    let name: String
    let cluster: PrivateCluster
  }

  let primary: Member
  let standbys: [Member]

  /// The same for all, since any of them may have to lead.
  private static let settings = [
    "synchronous_standby_names": "ANY 1 (one, two, three)", "wal_keep_size": "1GB",
    "recovery_init_sync_method": "syncfs", "wal_retrieve_retry_interval": "200ms",
  ]

  /// With our database, empty.
  static func start() async throws -> Trio {
    let one = try await startDisposableCluster(durability: .full, settings: settings)
    let two = try await startDisposableCluster(
      durability: .full, settings: settings, following: (primary: one, name: "two"))
    let three = try await startDisposableCluster(
      durability: .full, settings: settings, following: (primary: one, name: "three"))
    return Trio(
      primary: Member(name: "one", cluster: one),
      standbys: [Member(name: "two", cluster: two), Member(name: "three", cluster: three)])
  }

  func url(user: String = PrivateCluster.superuser) -> String {
    PrivateCluster.url(
      ofWritableOneOf: [primary.cluster] + standbys.map(\.cluster), database: Stage.databaseName, user: user)
  }

  /// No standby receives anything from here on: commits wait.
  func stopReceiving() async throws {
    for standby in standbys { try await signalReceiver(of: standby, SIGSTOP) }
  }

  /// Ends the sessions whose commits wait for a standby, as an administrator may; returns how many.
  func cutOffWaitingCommits() async throws -> Int {
    try await ask(primary) { postgres in
      try await postgres.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where wait_event = 'SyncRep' and pid <> pg_backend_pid()"
      ).count
    }
  }

  func killPrimary() throws {
    guard let postmaster = primary.cluster.postmaster else { throw Plainly("the primary is gone already") }
    Glibc.kill(postmaster, SIGKILL)
  }

  /// What a stopped standby had not read is lost with its receiver; PostgreSQL starts it again from what is on its disk.
  func loseWhatWasNotReceived() async throws {
    for standby in standbys { try await signalReceiver(of: standby, SIGKILL) }
  }

  /// The standby that has received the most leads, the other one follows it. Returns the name of the first.
  func promoteFurthest() async throws -> String {
    var received: [(member: Member, bytes: Int64)] = []
    for standby in standbys { received.append((standby, try await receivedBytes(of: standby))) }
    received.sort { $0.bytes > $1.bytes }
    let (leader, follower) = (received[0].member, received[1].member)
    try await ask(leader) { try await $0.execute("select pg_promote(true, 60)") }
    try await ask(follower) { postgres in
      let connection = leader.cluster.connection(as: follower.name)
      try await postgres.execute(script: "alter system set primary_conninfo = '\(connection)'")
      try await postgres.execute("select pg_reload_conf()")
    }
    return leader.name
  }

  /// A standby that has just started anew no longer knows what it had received: only when it has replayed all that is on
  /// its disk, and waits for more, does its place count.
  private func receivedBytes(of standby: Member) async throws -> Int64 {
    try await ask(standby) { postgres in
      while true {
        let (isAtTheEnd, bytes) = try await postgres.query(
          """
          select coalesce(wait_event in ('RecoveryWalStream', 'RecoveryRetrieveRetryInterval'), false),
            (greatest(pg_last_wal_receive_lsn(), pg_last_wal_replay_lsn()) - '0/0'::pg_lsn)::bigint
          from pg_stat_activity where backend_type = 'startup'
          """
        ).only().decode(Bool.self, Int64.self)
        if isAtTheEnd { return bytes }
        await pause(milliseconds: 20)
      }
    }
  }

  private func signalReceiver(of standby: Member, _ signal: Int32) async throws {
    let receiver = try await ask(standby) { postgres in
      try await postgres.query("select pid from pg_stat_wal_receiver").first?.decode(Int32.self)
    }
    guard let receiver else { throw Plainly("the standby \(standby.name) receives nothing") }
    Glibc.kill(receiver, signal)
  }

  /// Tries for a while: a standby that has lost its receiver starts anew.
  @discardableResult
  private func ask<R: Sendable>(_ member: Member, _ body: (Postgres) async throws -> R) async throws -> R {
    let postgres = Postgres(.init(url: member.cluster.url()))
    let deadline = ContinuousClock.now + .seconds(30)
    while true {
      do {
        let answer = try await body(postgres)
        await postgres.close()
        return answer
      } catch let error as DatabaseError where error.isPassing && ContinuousClock.now < deadline {
        await pause(milliseconds: 100)
      }
    }
  }
}

extension DatabaseError {
  fileprivate var isPassing: Bool {
    switch self {
    case .unavailable, .poolExhausted: true
    case .server(let error): error.sqlState.hasPrefix("57P")
    case .encoding, .decoding, .commitUnconfirmed, .transactionAborted, .misuse, .cancelled, .closed: false
    }
  }
}
