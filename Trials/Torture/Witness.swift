/// What was said, and what WhatsApp was told of it; the database is not asked.
actor Witness {
  /// By WhatsApp's id.
  private(set) var said: [String: Line] = [:]
  /// Messages that were answered with 200.
  private(set) var acknowledged: Set<String> = []

  func note(said line: Line, as id: String) { said[id] = line }

  func note(acknowledged ids: [String]) { acknowledged.formUnion(ids) }

  /// Of what was said; the bystander does not count.
  var acknowledgedCount: Int { said.keys.count { acknowledged.contains($0) } }
}
