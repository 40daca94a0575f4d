internal import Database
internal import Foundation
internal import HTTP
internal import Messages

/// How things stand with an account, and when it must not send: “disabled”, until it is reinstated.
extension Transaction {
  /// Late and repeated news changes nothing: a ban that was lifted does not come back with a second copy of itself.
  func record(_ event: AccountEvent, of news: News, at now: Date) async throws {
    guard try await note(event.fact, of: news, subject: "") else { return }
    switch event.consequence(at: now) {
    case .stop(let cause, let failure, let seconds):
      try await execute(
        "select stop_account(\(news.account), \(cause.rawValue), \(failure.json.sqlText), \(seconds))")
    case .lift(let cause):
      try await execute("select lift_account_stop(\(news.account), \(cause.rawValue))")
    case .none: break
    }
  }

  /// False when we know it already, or something later.
  func note(_ fact: Fact, of news: News, subject: String) async throws -> Bool {
    try await query(
      """
      select note_fact(
        \(news.account), \(subject), \(fact.name), \(JSON.object(fact.value).sqlText), \(news.at))
      """
    ).only().decode(Bool.self)
  }
}

/// One side of an account or a number, of which only the latest counts.
struct Fact {
  let name: String
  let value: [String: JSON]

  init(_ name: String, _ value: [String: String?]) {
    self.name = name
    self.value = value.compactMapValues { $0.map(JSON.string) }
  }
}

/// What becomes of our sending.
private enum Consequence {
  /// Why a stop is there: what ends one cause leaves the stops of the others alone.
  enum Cause: String { case ban, violation, restriction, removal }

  case stop(Cause, ChannelFailure, seconds: Double?)
  case lift(Cause)
  case none
}

extension AccountEvent {
  /// WhatsApp's codes for an account that is locked, and for one that is held back for a time.
  private enum Code {
    static let locked = 131031
    static let heldBack = 368
  }

  fileprivate func consequence(at now: Date) -> Consequence {
    switch self {
    case .ban(.disabled): .stop(.ban, Self.failure(Code.locked, "WhatsApp has disabled the account"), seconds: nil)
    case .ban(.reinstated): .lift(.ban)
    // It may send until the day comes; that day has news of its own.
    case .ban(.scheduled): .none
    case .violation(let kind):
      .stop(.violation, Self.failure(Code.locked, "WhatsApp says that a policy was violated", kind), seconds: nil)
    case .restricted(let restrictions): Self.consequence(of: restrictions, at: now)
    case .deleted: .stop(.removal, Self.failure(Code.locked, "the account was deleted"), seconds: nil)
    case .offboarded: .stop(.removal, Self.failure(Code.locked, "the account was taken off the platform"), seconds: nil)
    case .reconnected: .lift(.removal)
    case .reviewed, .alerted, .capability, .partner, .solution, .priceTier, .paymentConfiguration, .formality: .none
    }
  }

  /// Only what forbids to answer stops our answers. Whoever sends templates asks the facts about `beginning`.
  private static func consequence(of restrictions: [Restriction], at now: Date) -> Consequence {
    let answering = restrictions.filter { $0.kind == .answering }
    guard !answering.isEmpty else { return .none }
    let failure = failure(Code.heldBack, "WhatsApp forbids the account to answer")
    guard answering.allSatisfy({ $0.until != nil }), let until = answering.compactMap(\.until).max() else {
      return .stop(.restriction, failure, seconds: nil)
    }
    let seconds = until.timeIntervalSince(now)
    return seconds > 0 ? .stop(.restriction, failure, seconds: seconds) : .none
  }

  private static func failure(_ code: Int, _ title: String, _ details: String? = nil) -> ChannelFailure {
    ChannelFailure(code: code, title: title, details: details)
  }
}

extension AccountEvent {
  fileprivate var fact: Fact {
    switch self {
    case .ban(let ban): Fact("ban", ["state": ban.rawValue])
    case .violation(let kind): Fact("violation", ["kind": kind])
    case .restricted(let restrictions):
      Fact("restrictions", Dictionary(restrictions.map { ($0.kind.word, $0.end) }) { first, _ in first })
    case .deleted: Fact("standing", ["state": "deleted"])
    case .offboarded: Fact("standing", ["state": "offboarded"])
    case .reconnected: Fact("standing", ["state": "reconnected"])
    case .reviewed(let decision): Fact("review", ["decision": decision])
    case .alerted(let kind, let severity, let status):
      Fact("alert/" + kind, ["severity": severity, "status": status])
    case .capability(let conversations, let numbers):
      Fact("capability", ["conversations": conversations, "numbers": numbers])
    case .partner(let event): Fact("partner", ["event": event])
    case .solution(let event, let status): Fact("solution", ["event": event, "status": status])
    case .priceTier(let category, let tier): Fact("price_tier/" + category, ["tier": tier])
    case .paymentConfiguration(let name, let status): Fact("payments/" + name, ["status": status])
    case .formality(let event): Fact(event.lowercased(), [:])
    }
  }
}

extension NumberEvent {
  var fact: Fact {
    switch self {
    case .quality(let event, let limit): Fact("quality", ["event": event, "limit": limit])
    case .name(let name, let decision, let reason):
      Fact("name", ["name": name, "decision": decision, "reason": reason])
    case .username(let name, let status): Fact("username", ["name": name, "status": status])
    case .security(let event): Fact("security", ["event": event])
    }
  }
}

extension Restriction {
  fileprivate var end: String { until.map { String(Int64($0.timeIntervalSince1970)) } ?? "" }
}

extension Restriction.Kind {
  fileprivate var word: String {
    switch self {
    case .beginning: "beginning"
    case .answering: "answering"
    case .addingNumbers: "adding_numbers"
    case .other(let word): word
    }
  }
}
