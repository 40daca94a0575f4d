package import Foundation

/// The books of one shop at one moment, inside one transaction. The owners of tables give it their verbs.
package struct Books: Sendable {
  package let shop: ShopID
  /// Business time; SQL's `now()` is never asked.
  package let now: Date
  package let transaction: Transaction

  package func query(_ sql: SQL) async throws -> [Row] { try await transaction.query(sql) }

  @discardableResult
  package func execute(_ sql: SQL) async throws -> Int { try await transaction.execute(sql) }

  package func pipeline(_ statements: [SQL]) async throws -> [[Row]] { try await transaction.pipeline(statements) }
}
