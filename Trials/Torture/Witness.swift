/// What was said, and what WhatsApp was told of it; the database is not asked.
actor Witness {
  /// By WhatsApp's id.
  private(set) var said: [String: Line] = [:]
  /// Messages that were answered with 200.
  private(set) var acknowledged: Set<String> = []

  /// Messages that a server was handed at least once, whatever came of it.
  private var attempted: Set<String> = []
  private var passesRepeatsOnly = false

  /// From here on our servers get only what they were handed before.
  func passRepeatsOnly(_ isOn: Bool) { passesRepeatsOnly = isOn }

  /// Whether these messages may be handed to a server now.
  func mayPass(_ ids: [String]) -> Bool {
    if passesRepeatsOnly { return !ids.isEmpty && attempted.isSuperset(of: ids) }
    attempted.formUnion(ids)
    return true
  }

  func note(said line: Line, as id: String) { said[id] = line }

  func note(acknowledged ids: [String]) { acknowledged.formUnion(ids) }

  /// Of what was said; the bystander does not count.
  var acknowledgedCount: Int { said.keys.count { acknowledged.contains($0) } }
}
