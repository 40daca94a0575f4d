import Database
import TestSupport
import Testing

struct NotificationTests {
  @Test func `what is notified is heard, after a first empty word`() async throws {
    try await withDatabase { postgres in
      var heard = postgres.notifications(on: "Orders of \"today\"").makeAsyncIterator()
      #expect(await heard.next() == "")
      try await postgres.execute("select pg_notify('Orders of \"today\"', \("चीनी"))")
      #expect(await heard.next() == "चीनी")
    }
  }

  @Test func `after the connection broke it listens again and says so`() async throws {
    try await withDatabase { postgres in
      var heard = postgres.notifications(on: "news").makeAsyncIterator()
      #expect(await heard.next() == "")
      try await postgres.execute(
        "select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen%' and datname = current_database()"
      )
      #expect(await heard.next() == "")
      try await postgres.execute("select pg_notify('news', 'again')")
      #expect(await heard.next() == "again")
    }
  }

  @Test func `listening ends with its task`() async throws {
    try await withDatabase { postgres in
      let isListening = Barrier(count: 2)
      let task = Task {
        for await _ in postgres.notifications(on: "news") { await isListening.pass() }
      }
      await isListening.pass()
      task.cancel()
      await task.value
    }
  }

  @Test func `listening ends when the pool is closed`() async throws {
    try await withDatabase { postgres in
      var heard = postgres.notifications(on: "news").makeAsyncIterator()
      #expect(await heard.next() == "")
      await postgres.close()
      #expect(await heard.next() == nil)
    }
  }
}
