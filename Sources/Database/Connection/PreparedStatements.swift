/// Which statements this connection has prepared, the least recently used one making room for a new one.
struct PreparedStatements {
  private struct Entry {
    let name: String
    var lastUse: Int
  }

  private let countMax: Int
  private var entries: [Statement.Key: Entry] = [:]
  private var uses = 0
  /// What the server is to be told when no transaction is open: in a failed one it would refuse.
  private var disposals: [String] = []

  init(countMax: Int) { self.countMax = countMax }

  /// The name under which the statement is prepared, or is to be prepared now.
  mutating func use(_ key: Statement.Key) -> (name: String, isNew: Bool) {
    uses += 1
    if let known = entries[key] {
      entries[key]?.lastUse = uses
      return (known.name, false)
    }
    if entries.count >= countMax { dropLeastRecentlyUsed() }
    let name = "s\(uses)"
    entries[key] = Entry(name: name, lastUse: uses)
    return (name, true)
  }

  /// Preparing it failed.
  mutating func forget(_ key: Statement.Key) { entries[key] = nil }

  /// The server has forgotten them, or their plans no longer fit the schema.
  mutating func forgetAll() {
    entries = [:]
    disposals = ["deallocate all"]
  }

  mutating func takeDisposals() -> [String] {
    defer { disposals = [] }
    return disposals
  }

  private mutating func dropLeastRecentlyUsed() {
    guard let (key, entry) = entries.min(by: { $0.value.lastUse < $1.value.lastUse }) else { return }
    entries[key] = nil
    disposals.append("deallocate \(entry.name)")
  }
}
