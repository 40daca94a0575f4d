import CPostgres

/// One trip to the server and back: several statements in one pipeline, or a script.
///
/// `@unchecked` because it is touched only under the lock of the one connection that carries it out.
final class Exchange: @unchecked Sendable {
  typealias Outcome = Result<[QueryResult], DatabaseError>

  enum Work {
    case statements([Statement])
    /// Simple protocol: several statements in one text.
    case script(String)
  }

  enum Purpose {
    case statements
    /// Never cancelled, and when its answer does not arrive it is unknown whether it holds.
    case commit
    /// Never cancelled, so that the connection can be lent again.
    case rollback
  }

  /// What a stretch of results, up to libpq's nil, answers.
  enum Step {
    case disposal
    case prepare(Statement.Key)
    case execute(wasPrepared: Bool)
    case script
  }

  let work: Work
  let purpose: Purpose
  var steps: [Step] = []
  var isCancelled = false
  var continuation: CheckedContinuation<[QueryResult], any Error>?
  private var position = 0
  private var results: [QueryResult] = []
  private var error: ServerError?
  private var isUnconfirmed = false

  init(_ work: Work, purpose: Purpose = .statements) {
    self.work = work
    self.purpose = purpose
  }

  convenience init(script: String) throws(DatabaseError) {
    guard !script.utf8.contains(0) else { throw .encoding("a script with a NUL character") }
    self.init(.script(script))
  }

  var isCancellable: Bool { purpose == .statements }

  /// True when all steps are answered; a script has no other end.
  var isAnswered: Bool { position >= steps.count }
  var currentStep: Step? { isAnswered ? nil : steps[position] }

  func endStep() { position += 1 }

  func take(_ result: QueryResult) {
    if let failure = result.error {
      error = error ?? failure
    } else if case .execute = currentStep {
      results.append(result)
    }
  }

  func take(_ notice: Notice) {
    isUnconfirmed = isUnconfirmed || notice.leavesUnconfirmed(purpose)
  }

  /// The step failed although its statement was prepared earlier: its plan is outdated or the server has forgotten it.
  func markStale() { error?.isStalePlan = true }

  var outcome: Outcome {
    if let error {
      let wasOurCancel = isCancelled && error.sqlState == "57014"
      return .failure(wasOurCancel ? .cancelled : .server(error))
    }
    return isUnconfirmed ? .failure(.commitUnconfirmed) : .success(results)
  }

  /// How it ends when the connection breaks under it.
  func outcome(lost reason: DatabaseError) -> Outcome {
    .failure(purpose == .commit ? .commitUnconfirmed : reason)
  }
}
