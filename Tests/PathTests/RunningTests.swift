import Database
import Foundation
import HTTP
import TestSupport
import Testing

@testable import App

/// The server as an operator knows it: health, a database that goes away, and a stop in the midst of work.
@Suite(.timeLimit(.minutes(5)))
struct RunningTests {
  @Test func `health, readiness and metrics answer`() async throws {
    try await LiveServer.with { live async throws in
      try await live.post(live.envelope(live.asha("sold 5 kg sugar")))
      try await live.quiet()
      for path in ["/health", "/api/v1/health", "/api/v1/health/ready"] {
        let response = try await live.get(path)
        #expect(response.status == 200)
        #expect(try JSON(parsing: response.body)["success"]?.flag == true)
      }
      let metrics = String(decoding: try await live.get("/metrics").body, as: UTF8.self)
      for line in [
        "retailmind_messages_received_total 1.0", "retailmind_inbox_waiting 0.0", "retailmind_inbox_dead 0.0",
      ] {
        #expect(metrics.contains("\n\(line)\n"), "\(line)")
      }
      #expect(try await live.get("/nothing/here").status == 404)
    }
  }

  @Test func `a server whose migrations are pending is alive and not ready`() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "migrations-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: LiveServer.migrations, to: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    let count = try FileManager.default.contentsOfDirectory(atPath: folder.path).count
    let next = String(format: "%04d_later.sql", count + 1)
    try Data("select 1;".utf8).write(to: folder.appending(path: next))
    try await LiveServer.with(migrations: folder) { live async throws in
      #expect(try await live.get("/health").status == 200)
      let response = try await live.get("/api/v1/health/ready")
      #expect(response.status == 503)
      let fault = try JSON(parsing: response.body)["error"]?["details"]?["migrations"]?.text
      #expect(fault == "1 migrations are pending")
    }
  }

  @Test func `while the database is away WhatsApp is asked to come again, and then it is answered once`() async throws {
    let cluster = try await startDisposableCluster()
    let owner = try await migratedDatabase(in: cluster)
    let shop = try await LittleShop.open("Shree Ganesh Kirana", in: owner, at: Date())
    try await LiveServer.run(for: shop, in: cluster, owner) { live async throws in
      #expect(try await live.post(live.envelope(live.asha("sold 5 kg sugar"))) == 200)
      #expect(try await live.answers().count == 1)

      let body = live.envelope(live.asha("sold 2 kg sugar"))
      await cluster.stop()
      #expect(try await live.post(body) == 503)
      #expect(try await live.get("/health").status == 200)
      #expect(try await live.get("/api/v1/health/ready").status == 503)

      try await cluster.start()
      #expect(try await live.post(body) == 200)
      #expect(try await live.post(body) == 200)
      #expect(try await live.answers().count == 2)
      #expect(try await live.sugar() == 33)
    }
    await owner.close(graceSeconds: 1)
    await cluster.stop()
  }

  @Test func `a stop lets the message under way come to its end, and the next server finds the rest`() async throws {
    try await withDatabase(migratedFrom: LiveServer.migrations.path) { owner in
      let shop = try await LittleShop.open("Shree Ganesh Kirana", in: owner, at: Date())
      let cluster = try await testCluster()
      try await LiveServer.run(for: shop, in: cluster, owner) { live async throws in
        try await owner.transaction { lock in
          try await lock.execute("lock table stock in access exclusive mode")
          try await live.post(live.envelope(live.asha("sold 5 kg sugar"), live.asha("sold 2 kg sugar")))
          try await live.untilSomebodyWaitsForALock()
          live.stop()
          try await live.untilTheDoorIsShut()
        }
        try await live.hasStopped()
      }
      // Whether the second message was begun is chance; that one of them is half done is not to be.
      let states = try await owner.query("select state from inbox order by seq").map { try $0.decode(String.self) }
      #expect(states.first == "done")
      let answered = try await owner.query("select 1 from outbox").count
      #expect(states.count { $0 == "done" } == answered)
      #expect(try await owner.query("select 1 from lanes where leased_until is not null or careful").isEmpty)

      try await LiveServer.run(for: shop, in: cluster, owner) { live async throws in
        try await live.quiet()
        #expect(try await live.sugar() == 33)
        #expect(try await live.sales() == 2)
        #expect(try await live.value("select count(*) from outbox") == 2)
      }
    }
  }

  @Test func `doors and workers may be two processes`() async throws {
    try await withDatabase(migratedFrom: LiveServer.migrations.path) { owner in
      let shop = try await LittleShop.open("Shree Ganesh Kirana", in: owner, at: Date())
      let cluster = try await testCluster()
      try await LiveServer.run(for: shop, in: cluster, owner, parts: [.web]) { doors in
        try await doors.post(doors.envelope(doors.asha("sold 5 kg sugar")))
        #expect(try await doors.value("select count(*) from inbox where state = 'waiting'") == 1)
        try await LiveServer.run(for: shop, in: cluster, owner) { workers in
          try await doors.post(doors.envelope(doors.asha("sold 2 kg sugar")))
          #expect(try await workers.answers().count == 2)
          #expect(await doors.sent.all.isEmpty)
        }
      }
    }
  }

  @Test func `a server without workers stops without waiting for any`() async throws {
    try await LiveServer.with(parts: [.web]) { live async throws in
      let asked = ContinuousClock.now
      live.stop()
      try await live.hasStopped()
      #expect(asked.duration(to: .now) < .seconds(10))
    }
  }

  private func migratedDatabase(in cluster: PrivateCluster) async throws -> Postgres {
    let administrator = Postgres(.patient(url: cluster.url()))
    try await administrator.execute("create database shops")
    await administrator.close()
    let owner = Postgres(.patient(url: cluster.url(database: "shops")))
    try await Migrator(directory: LiveServer.migrations).migrate(on: owner)
    return owner
  }
}

extension LiveServer {
  /// Returns when a statement waits for a lock that somebody else holds.
  fileprivate func untilSomebodyWaitsForALock() async throws {
    let waiting: SQL =
      "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
    while try await database.query(waiting).isEmpty { try Task.checkCancellation() }
  }

  /// Returns when the server takes nothing new.
  fileprivate func untilTheDoorIsShut() async throws {
    while true {
      try Task.checkCancellation()
      do { _ = try await get("/health") } catch { return }
    }
  }
}
