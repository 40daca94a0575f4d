import Database
import Foundation
import Telemetry
import Testing

@testable import Scheduler

/// Jobs on a real queue: once in effect, whoever dies, and never in silence.
@Suite(.timeLimit(.minutes(5)))
struct JobTests {
  struct Note: Codable, Sendable { let text: String }
  struct Trouble: Error {}

  private static let kind = JobKind<Note>("note", limit: .halfAMinute)
  private static let now = QueueDatabase.now

  /// Writes its text into `effects`.
  private static let write = JobRoutine(
    kind,
    outsideOfBooks: { note, _, transaction in
      try await transaction.execute("insert into effects (message, is_burial) values (\(note.text), false)")
      return .done
    })

  private func lease(_ jobs: JobQueue, _ worker: String = "one", lanes: Int = 10) async throws -> [[QueuedJob]] {
    try await jobs.lease(by: worker, lanes: lanes, messagesPerLane: 10, seconds: 60, careful: true)
  }

  private func leaseOne(_ jobs: JobQueue, _ worker: String = "one") async throws -> QueuedJob {
    try #require(try await lease(jobs, worker).first?.first)
  }

  private func state(_ database: QueueDatabase) async throws -> [String] {
    try await database.owner.query("select state from jobs order by job_id").map { try $0.decode(String.self) }
  }

  @Test func `a job is there when its transaction commits, and only then`() async throws {
    try await QueueDatabase.with { database in
      await #expect(throws: Trouble.self) {
        try await database.application.transaction { transaction in
          try await transaction.enqueue(Self.kind, Note(text: "never"), at: Self.now)
          throw Trouble()
        }
      }
      try await database.enqueue(Self.kind, Note(text: "a"))
      let job = try await leaseOne(database.jobs())
      try await database.jobs().perform(job, Self.write, isLast: true)
      #expect(try await database.effects() == ["a"])
      #expect(try await state(database) == ["done"])
      #expect(try await lease(database.jobs()).isEmpty)
    }
  }

  @Test func `what is due later waits until then`() async throws {
    try await QueueDatabase.with { database in
      try await database.enqueue(Self.kind, Note(text: "a"), due: Self.now + 60)
      #expect(try await lease(database.jobs(at: Self.now + 59)).isEmpty)
      #expect(try await lease(database.jobs(at: Self.now + 60)).count == 1)
    }
  }

  @Test func `a killed worker's job goes to another when its lease is over, and the late one writes nothing`()
    async throws
  {
    try await QueueDatabase.with { database in
      try await database.enqueue(Self.kind, Note(text: "a"))
      let jobs = database.jobs()
      let late = try await leaseOne(jobs, "dies")
      #expect(try await lease(jobs, "too early").isEmpty)
      try await database.letLeasesRunOut()
      let job = try await leaseOne(jobs, "rescues")
      #expect(job.lease.isCareful && job.attempts == 1)
      let error = await #expect(throws: DatabaseError.self) { try await jobs.perform(late, Self.write, isLast: true) }
      #expect(error?.sqlState == "RM001")
      try await jobs.perform(job, Self.write, isLast: true)
      #expect(try await database.effects() == ["a"])
    }
  }

  @Test func `jobs of one shop and kind run one at a time, those of another beside them`() async throws {
    try await QueueDatabase.with { database in
      for text in ["a", "b"] { try await database.enqueue(Self.kind, Note(text: text)) }
      try await database.enqueue(JobKind<Note>("other", limit: .aMinute), Note(text: "c"))
      try await database.enqueue(JobKind<Note>("wide", limit: .aMinute, abreast: 2), Note(text: "d"))
      try await database.enqueue(JobKind<Note>("wide", limit: .aMinute, abreast: 2), Note(text: "e"))
      let lanes: [String] = try await lease(database.jobs()).map { $0.map(\.kind).joined(separator: " ") }
      #expect(lanes.sorted() == ["note note", "other", "wide", "wide"])
    }
  }

  @Test func `of one key, one is open`() async throws {
    try await QueueDatabase.with { database in
      let first = try await database.enqueue(Self.kind, Note(text: "a"), key: "sugar")
      #expect(first != nil)
      #expect(try await database.enqueue(Self.kind, Note(text: "b"), key: "sugar") == nil)
      #expect(try await database.enqueue(Self.kind, Note(text: "c"), key: "rice") != nil)
      let jobs = database.jobs()
      for job in try await lease(jobs).joined() { try await jobs.perform(job, Self.write, isLast: false) }
      #expect(try await database.enqueue(Self.kind, Note(text: "d"), key: "sugar") != nil)
    }
  }

  @Test func `a cancelled job has no effect, even one that runs, and its lane goes on`() async throws {
    try await QueueDatabase.with { database in
      let ids = try await [
        database.enqueue(Self.kind, Note(text: "a")), database.enqueue(Self.kind, Note(text: "b")),
        database.enqueue(Self.kind, Note(text: "c")),
      ]
      let (first, second) = (try #require(ids[0]), try #require(ids[1]))
      let once = Tally()
      let shift = JobShift(
        database,
        [
          JobRoutine(
            Self.kind,
            outsideOfBooks: { note, job, transaction in
              once.add()
              if once.value == 1 {
                for id in [first, second] {
                  #expect(
                    try await database.application.transaction {
                      try await $0.cancelJob(id, because: "the owner changed his mind", at: Self.now)
                    })
                }
              }
              return try await Self.write.perform(job, transaction)
            })
        ])
      try await shift.work { try await state(database).filter { $0 == "done" }.count == 1 }
      #expect(try await database.effects() == ["c"])
      #expect(try await state(database) == ["cancelled", "cancelled", "done"])
    }
  }

  @Test func `what fails is tried again later and at last kept among the dead with its reason`() async throws {
    try await QueueDatabase.with { database in
      try await database.enqueue(Self.kind, Note(text: "a"))
      let shift = JobShift(database, [JobRoutine(Self.kind, outsideOfBooks: { _, _, _ in throw Trouble() })])
      try await shift.work { try await state(database) == ["dead"] }
      let dead = try await database.application.transaction { try await $0.deadJobs(max: 10) }
      #expect(dead.map(\.reason) == ["Trouble()"])
      #expect(dead.map(\.attempts) == [3])
    }
  }

  @Test func `again costs no attempt, never is the end, and another release's job waits for it`() async throws {
    try await QueueDatabase.with { database in
      try await database.enqueue(Self.kind, Note(text: "again"))
      try await database.enqueue(Self.kind, Note(text: "never"))
      try await database.enqueue(JobKind<Note>("of tomorrow", limit: .aMinute), Note(text: "x"))
      let shift = JobShift(
        database,
        [
          JobRoutine(
            Self.kind,
            outsideOfBooks: { note, _, _ in
              note.text == "again" ? .again(after: 3_600) : .never("there is no such item")
            })
        ])
      try await shift.work { try await state(database) == ["waiting", "dead", "waiting"] }
      #expect(
        try await database.value(
          "select bool_and(attempts = 0 and due_at > \(Self.now + 200)) from jobs where state = 'waiting'") == true)
      #expect(try await database.jobs().depth() == JobDepth(waiting: 2, due: 0, dead: 1))
    }
  }

  @Test func `four runners do five hundred jobs once each, though leases run out under them`() async throws {
    try await QueueDatabase.with { database in
      for number in 0..<500 {
        try await database.enqueue(JobKind<Note>("note", limit: .halfAMinute, abreast: 20), Note(text: "\(number)"))
      }
      let count = Tally()
      let routine = JobRoutine(
        Self.kind,
        outsideOfBooks: { _, job, transaction in
          count.add()
          if count.value % 50 == 0 { try await database.letLeasesRunOut() }
          return try await Self.write.perform(job, transaction)
        })
      try await JobShift(database, [routine], runners: 4).work {
        try await database.letWaitsOfJobsPass()
        return try await database.effects().count == 500
      }
      #expect(try await Set(database.effects()).count == 500)
      #expect(try await Set(state(database)) == ["done"])
    }
  }
}
