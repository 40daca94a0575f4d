package import Database

/// A kind of work that is done later: a name that outlives releases, what it needs to know, and how long it may take.
package struct JobKind<Payload: Codable & Sendable>: Sendable {
  /// Stored with every job, so it is never changed.
  package let name: String
  package let limit: JobLimit
  /// Jobs of this kind that one shop may have under way at the same time.
  package let abreast: Int

  package init(_ name: String, limit: JobLimit, abreast: Int = 1) {
    self.name = name
    self.limit = limit
    self.abreast = abreast
  }
}

/// What is done at a time needs to know nothing but its slot.
package struct NoPayload: Codable, Sendable {
  package init() {}
}

/// How long a job may take before it is cut off, which counts as a failure.
package enum JobLimit: Int, Sendable {
  case halfAMinute = 30
  case aMinute = 60
  case fiveMinutes = 300

  var seconds: Double { Double(rawValue) }
}

/// How a job came to its end; one that throws is tried again, a little later each time.
package enum JobOutcome: Hashable, Sendable {
  case done
  /// Not yet: once more after so many seconds. It costs no attempt.
  case again(after: Double)
  /// It never can be done; kept among the dead with the reason.
  case never(String)
}

/// What is done for the jobs of one kind. It runs in one transaction with the end of its job: all of it holds, or none.
package struct JobRoutine: Sendable {
  package let name: String
  let limit: JobLimit
  let perform: @Sendable (_ job: QueuedJob, _ transaction: Transaction) async throws -> JobOutcome

  /// For jobs of a shop, in its books.
  package init<Payload>(
    _ kind: JobKind<Payload>,
    inBooks perform: @escaping @Sendable (Payload, QueuedJob, Books) async throws -> JobOutcome
  ) {
    (name, limit) = (kind.name, kind.limit)
    self.perform = { job, transaction in
      guard let shop = job.shop else { return .never("a job of a shop without a shop") }
      guard let payload: Payload = job.payload() else { return .never("its payload cannot be read") }
      return try await perform(payload, job, Books(shop: shop, now: job.startedAt, transaction: transaction))
    }
  }

  /// For jobs of no shop.
  package init<Payload>(
    _ kind: JobKind<Payload>,
    outsideOfBooks perform: @escaping @Sendable (Payload, QueuedJob, Transaction) async throws -> JobOutcome
  ) {
    (name, limit) = (kind.name, kind.limit)
    self.perform = { job, transaction in
      guard let payload: Payload = job.payload() else { return .never("its payload cannot be read") }
      return try await perform(payload, job, transaction)
    }
  }
}
