package import Foundation

/// The books of one shop at one moment, inside one transaction. The owners of tables give it their verbs.
package struct Books: Sendable {
  package let shop: ShopID
  /// Business time; SQL's `now()` is never asked.
  package let now: Date
  package let transaction: Transaction

  /// Only for whoever has named the shop to the database by himself: an owner of the tables who fills a new shop.
  /// Everybody else is lent books by `Postgres.books(of:at:)`.
  package init(shop: ShopID, now: Date, transaction: Transaction) {
    self.shop = shop
    self.now = now
    self.transaction = transaction
  }

  package func query(_ sql: SQL) async throws -> [Row] { try await transaction.query(sql) }

  @discardableResult
  package func execute(_ sql: SQL) async throws -> Int { try await transaction.execute(sql) }

  /// See `Transaction.later`.
  package func later(_ sql: SQL) throws { try transaction.later(sql) }

  package func pipeline(_ statements: [SQL]) async throws -> [[Row]] { try await transaction.pipeline(statements) }
}
