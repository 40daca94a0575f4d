internal import Foundation
package import HTTP

/// What became of fetching a sheet that somebody shared by its link.
package enum SheetFetch: Hashable, Sendable {
  case fetched([UInt8])
  case tooLarge
  /// Google asks to sign in: it is not open to anyone who has the link.
  case notShared
  /// No sheet stands there.
  case gone
  /// It may be had later.
  case trouble(String)
}

/// Google Sheets, as anybody reads them who has the link: one table as comma-separated text, without an account.
package struct SheetFetching: Sendable {
  package typealias Perform = @Sendable (HTTPClient.Request) async throws(HTTPClient.Failure) -> HTTPClient.Response

  package static let google = "https://docs.google.com"

  private let baseURL: String
  private let secondsMax: Double
  private let perform: Perform

  private static let redirectsMax = 3

  package init(from baseURL: String = google, secondsMax: Double = 20, client: HTTPClient) {
    self.init(from: baseURL, secondsMax: secondsMax) { request async throws(HTTPClient.Failure) in
      try await client.send(request)
    }
  }

  /// With something else in place of the network.
  package init(from baseURL: String = google, secondsMax: Double = 20, perform: @escaping Perform) {
    self.baseURL = baseURL
    self.secondsMax = secondsMax
    self.perform = perform
  }

  package func fetch(_ link: SheetLink, bytesMax: Int) async -> SheetFetch {
    do throws(HTTPClient.Failure) {
      return try await follow(baseURL + link.path, bytesMax, until: .now + .seconds(secondsMax))
    } catch .tooLarge {
      return .tooLarge
    } catch {
      return .trouble("\(error)")
    }
  }

  private func follow(
    _ first: String, _ bytesMax: Int, until deadline: ContinuousClock.Instant
  ) async throws(HTTPClient.Failure) -> SheetFetch {
    var address = first
    for _ in 0...Self.redirectsMax {
      let left = ContinuousClock.now.duration(to: deadline) / .seconds(1)
      guard left > 0 else { throw .timedOut }
      let answer = try await perform(
        HTTPClient.Request(url: address, timeoutSeconds: left, bodyBytesMax: bytesMax))
      guard (300...399).contains(answer.status) else { return SheetFetch(answer) }
      guard let next = target(of: answer, from: address) else { return .trouble("a redirect without an address") }
      if isSignIn(next) { return .notShared }
      guard isGoogles(next) else { return .trouble("a redirect to somebody else") }
      address = next.absoluteString
    }
    return .trouble("too many redirects")
  }

  private func target(of answer: HTTPClient.Response, from address: String) -> URL? {
    guard let place = answer.headers["Location"], TrustedHosts.isPlain(place) else { return nil }
    return URL(string: place, relativeTo: URL(string: address))?.absoluteURL
  }

  private func isSignIn(_ url: URL) -> Bool { url.host?.lowercased() == "accounts.google.com" }

  /// Google's over HTTPS, or the very server that we were told stands for it.
  private func isGoogles(_ url: URL) -> Bool {
    TrustedHosts(baseURL, hosts: ["docs.google.com"], below: ["googleusercontent.com"]).include(url.absoluteString)
  }
}

extension SheetFetch {
  /// A page instead of a table is how Google asks to sign in.
  fileprivate init(_ answer: HTTPClient.Response) {
    let type = answer.headers["Content-Type"]?.lowercased() ?? ""
    self =
      switch answer.status {
      case 200 where type.hasPrefix("text/csv"): .fetched(answer.body)
      case 200 where type.hasPrefix("text/html"): .notShared
      case 401, 403: .notShared
      case 400, 404, 410: .gone
      case 413: .tooLarge
      default: .trouble("HTTP \(answer.status) \(type)")
      }
  }
}
