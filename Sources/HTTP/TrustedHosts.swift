internal import Foundation

/// Whom an address that somebody else named may lead to: hosts that we know, over HTTPS. Names, never numbers: whoever
/// answers to one of them has its certificate, so that no address inside our own network can be meant.
package struct TrustedHosts: Sendable {
  /// The server that we were told to ask: theirs, or the one that stands for it.
  private let asked: String
  private let hosts: [String]
  private let domains: [String]

  /// - Parameter domains: all hosts below these are trusted; not the names themselves.
  package init(_ asked: String, hosts: [String], below domains: [String]) {
    self.asked = asked
    self.hosts = hosts
    self.domains = domains
  }

  package func include(_ url: String) -> Bool {
    guard Self.isPlain(url), let address = URLComponents(string: url), let host = address.host?.lowercased(),
      let own = URLComponents(string: asked)
    else { return false }
    if (address.scheme, host, address.port) == (own.scheme, own.host?.lowercased(), own.port) { return true }
    return address.scheme == "https" && address.port ?? 443 == 443
      && (hosts.contains(host) || domains.contains { host.hasSuffix("." + $0) })
  }

  /// What two readers of an address could read differently is refused before either does.
  package static func isPlain(_ url: String) -> Bool {
    url.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: "@") }
  }
}
