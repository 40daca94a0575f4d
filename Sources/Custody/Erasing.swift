package import Database
package import Foundation

/// Whose data is to go: “delete all my data” is asked for, carried out when its time has come, and proved. What must be
/// kept by law is refused. The time between is there so that whoever was mistaken, or whose phone somebody else held,
/// can take it back.
package enum ErasureTarget: Hashable, Sendable {
  /// All of the shop.
  case shop
  case person(Int64, member: Int64?)
}

/// The number under which the proof will be found.
package struct AskedErasure: Hashable, Sendable {
  package let id: Int64
}

/// What an erasure leaves behind: how many rows of what, and a hash that ties it to the erasure before it.
package struct ErasureRecord: Hashable, Sendable {
  package let kind: String
  package let shop: Int64
  package let askedAt: Date
  /// Nil while it is still to come.
  package let doneAt: Date?
  /// Rows by table, as JSON.
  package let counts: String?
  package let proof: [UInt8]?
}

extension Books {
  /// Nil where it must be kept.
  package func askErasure(of target: ErasureTarget, due: Date) async throws -> AskedErasure? {
    let (kind, person, member): (String, Int64?, Int64?) =
      switch target {
      case .shop: ("shop", nil, nil)
      case .person(let person, let member): ("person", person, member)
      }
    return try await query("select ask_erasure(\(kind), \(person), \(member), \(now), \(due))").only()
      .decode(Int64?.self).map(AskedErasure.init)
  }

  /// Something of this shop must be kept by law: nothing of it is forgotten.
  package func isHeld() async throws -> Bool {
    try await query("select exists (select from legal_holds where shop_id = \(shop) and lifted_at is null)").only()
      .decode(Bool.self)
  }

  /// False when it is too late, or was never asked.
  package func cancelErasure(_ id: Int64) async throws -> Bool {
    try await query("select cancel_erasure(\(id))").only().decode(Bool.self)
  }

  /// Who wrote a message.
  package func speaker(of inbox: Int64) async throws -> ErasureTarget? {
    try await query("select person_id, member_id from person_of_message(\(inbox))").first.map(ErasureTarget.init)
  }

  /// Of a shop by the phone number of one of its people.
  package func person(called phone: String) async throws -> ErasureTarget? {
    try await query("select person_id, member_id from person_called(\(phone))").first.map(ErasureTarget.init)
  }
}

extension ErasureTarget {
  fileprivate init(_ row: Row) throws {
    let (person, member) = try row.decode(Int64.self, Int64?.self)
    self = .person(person, member: member)
  }
}

extension Postgres {
  /// Carries out what is due; returns how many were erased.
  @discardableResult
  package func eraseDue(at now: Date) async throws -> Int {
    let outcomes = try await transaction { transaction in
      // A shop of many years takes longer than any other statement may.
      _ = try await transaction.query("select set_config('statement_timeout', '0', true)")
      return try await transaction.query("select outcome from erase_due(\(now))").map { try $0.decode(String.self) }
    }
    return outcomes.count { $0 == "erased" }
  }

  package func erasure(_ id: Int64) async throws -> ErasureRecord? {
    try await query(
      "select kind, shop_id, asked_at, done_at, counts::text, proof from erasure_record(\(id))"
    ).first.map { row in
      let (kind, shop, askedAt, doneAt, counts, proof) = try row.decode(
        String.self, Int64.self, Date.self, Date?.self, String?.self, [UInt8]?.self)
      return ErasureRecord(
        kind: kind, shop: shop, askedAt: askedAt, doneAt: doneAt, counts: counts, proof: proof)
    }
  }
}
