/// One line of the training files: a message as a person would send it, and what it means.
package struct TrainingLine: Hashable, Sendable {
  package let text: String
  package let intent: Intent
  package let tongue: Tongue
  package let role: Role
  package let awaited: Awaited

  /// The language and script that a section of a file is headed with.
  package enum Tongue: String, Hashable, Sendable, CaseIterable {
    case english = "en"
    case hindi = "hi"
    case romanHindi = "hi-Latn"
    case marathi = "mr"
    case romanMarathi = "mr-Latn"
    case mixed
  }
}

/// A file of training lines, `<intent>.txt`: a comment that says what the intent means, then sections of lines.
///
///     # undo: take the last entry back
///     [hi-Latn staff]
///     wo galat likha gaya hata do
///
/// A heading says the language, and the role and what was awaited where these are not the owner and nothing.
enum TrainingFile {
  static func lines(of text: String, intent: Intent) throws(TrainingFault) -> [TrainingLine] {
    let name = intent.rawValue + ".txt"
    var lines: [TrainingLine] = []
    var heading: Heading?
    for (index, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = raw.trimmed
      guard !line.isEmpty, !line.hasPrefix("#") else { continue }
      if line.hasPrefix("["), line.hasSuffix("]") {
        guard let found = Heading(line.dropFirst().dropLast()) else { throw .heading(name, line: index + 1) }
        heading = found
        continue
      }
      guard let heading else { throw .noHeading(name, line: index + 1) }
      guard intent.isOpen(to: heading.role, awaited: heading.awaited) else { throw .closed(name, line: index + 1) }
      lines.append(
        TrainingLine(
          text: String(line), intent: intent, tongue: heading.tongue, role: heading.role, awaited: heading.awaited))
    }
    guard !lines.isEmpty else { throw .empty(name) }
    return lines
  }

  private struct Heading {
    let tongue: TrainingLine.Tongue
    private(set) var role = Role.owner
    private(set) var awaited = Awaited.none

    init?(_ text: Substring) {
      var words = text.split(separator: " ")[...]
      guard let tongue = words.popFirst().flatMap({ TrainingLine.Tongue(rawValue: String($0)) }) else { return nil }
      self.tongue = tongue
      for word in words {
        if let role = Role(rawValue: String(word)) {
          self.role = role
        } else if let awaited = Awaited(rawValue: String(word)) {
          self.awaited = awaited
        } else {
          return nil
        }
      }
    }
  }
}

extension Substring {
  var trimmed: Substring {
    let head = drop(while: \.isWhitespace)
    guard let last = head.lastIndex(where: { !$0.isWhitespace }) else { return head.prefix(0) }
    return head[...last]
  }
}
