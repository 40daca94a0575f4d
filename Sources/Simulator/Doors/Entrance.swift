internal import Foundation
package import HTTP

extension WhatsAppSimulator {
  /// Answers everything under `/simulator`; nil for what is somebody else's.
  ///
  /// - `/simulator/graph/v23.0/…` is Meta's API, behind the access token
  /// - `/simulator/media/…` is where its files are fetched
  /// - `/simulator/api/…` steers the phones: for the page and for tests
  /// - `/simulator/` is the page
  package func respond(to request: HTTPRequest) async -> HTTPResponse? {
    let path = request.path.split(separator: "/").map(String.init)
    guard path.first == "simulator" else { return nil }
    let rest = Array(path.dropFirst(2))
    switch path.dropFirst().first {
    case "graph": return await graph(request, path: rest)
    case "media": return download(request, path: rest)
    case "api": return await control(request, path: rest)
    default: return page(request)
    }
  }

  /// Whether the browser means us: a hostile page that points its own name at this machine is turned away, and since
  /// other sites cannot send JSON without asking first, so are their forms.
  func admits(_ request: HTTPRequest) -> Bool {
    guard let host = request.headers["Host"].map(hostName) else { return false }
    guard ["localhost", "127.0.0.1", "[::1]"].contains(host) || configuration.allowedHosts.contains(host) else {
      return false
    }
    guard !["GET", "HEAD"].contains(request.method) else { return true }
    let type = request.headers["Content-Type"]?.split(separator: ";").first
    return type?.trimmingCharacters(in: .whitespaces).lowercased() == "application/json"
  }
}

/// Without the port.
private func hostName(_ host: String) -> String {
  if host.hasPrefix("["), let end = host.firstIndex(of: "]") { return host[...end].lowercased() }
  return host.split(separator: ":", omittingEmptySubsequences: false).first.map { $0.lowercased() } ?? ""
}
