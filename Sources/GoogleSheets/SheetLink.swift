/// A Google Sheet, as the link that somebody copied names it. Nothing of the link is ever opened but its id and its tab.
package struct SheetLink: Hashable, Sendable {
  /// As it stands behind `/spreadsheets/d/`; one that was published to the web begins with `e/`.
  package let id: String
  /// The tab; nil for the first.
  package let tab: String?

  /// The first link among the words; nil where there is none.
  package init?(in words: String) {
    let pattern =
      /(?:^|\s|<)(?:https?:\/\/)?docs\.google\.com\/spreadsheets\/(?:u\/[0-9]+\/)?d\/((?:e\/)?[A-Za-z0-9_\-]{10,200})([^\s>]*)/
    guard let match = words.firstMatch(of: pattern) else { return nil }
    id = String(match.1)
    tab = (match.2.firstMatch(of: /[?#&]gid=([0-9]{1,20})/)?.1).map(String.init)
  }

  /// Where it can be had as comma-separated text without signing in.
  var path: String {
    let tab = tab.map { "&gid=\($0)" } ?? ""
    return id.hasPrefix("e/")
      ? "/spreadsheets/d/\(id)/pub?output=csv&single=true\(tab)" : "/spreadsheets/d/\(id)/export?format=csv\(tab)"
  }
}
