internal import Crypto
internal import Foundation
internal import HTTP

/// What became of fetching a file that somebody sent.
package enum MediaFetch: Hashable, Sendable {
  case fetched([UInt8])
  case tooLarge
  /// WhatsApp does not have it any more, or will not give it.
  case gone
  /// It may be had later.
  case trouble(String)
}

/// Files wait at WhatsApp behind an address that lives five minutes: asked for, and fetched at once.
extension GraphAPI {
  /// - Parameter sha256: as the message gave it, in base64 or hex; what comes must fit it, and what the address's
  ///   description says.
  package func fetch(_ mediaID: String, on channel: String, sha256: String?, bytesMax: Int) async -> MediaFetch {
    do {
      return try await fetchOnce(mediaID, on: channel, sha256: sha256, bytesMax: bytesMax)
    } catch {
      return .trouble("\(error)")
    }
  }

  private func fetchOnce(
    _ mediaID: String, on channel: String, sha256: String?, bytesMax: Int
  ) async throws(HTTPClient.Failure) -> MediaFetch {
    guard isPlainID(mediaID), isPlainID(channel) else { return .gone }
    let path = "\(configuration.baseURL)/\(configuration.version)/\(mediaID)?phone_number_id=\(channel)"
    let described = try await get(path, bytesMax: 1 << 16)
    guard described.status == 200 else { return .refused(described.status) }
    guard let description = JSON(orNil: described.body), let address = description["url"]?.text else {
      return .trouble("no address")
    }
    guard description["file_size"]?.integer ?? 0 <= bytesMax else { return .tooLarge }
    // The token opens all of the account: nobody else is to see it, whatever the answer says.
    guard isMetas(address) else { return .gone }
    let file: HTTPClient.Response
    do {
      file = try await get(address, bytesMax: bytesMax)
    } catch .tooLarge {
      return .tooLarge
    }
    guard file.status == 200 else { return .refused(file.status) }
    let digest = Digest.sha256(file.body)
    let expected = [sha256, description["sha256"]?.text].compactMap { $0 }
    guard expected.allSatisfy({ $0.names(digest) }) else { return .trouble("the bytes are not those that were sent") }
    return .fetched(file.body)
  }

  private func get(_ url: String, bytesMax: Int) async throws(HTTPClient.Failure) -> HTTPClient.Response {
    try await perform(
      HTTPClient.Request(
        url: url, headers: [("Authorization", "Bearer \(configuration.token())")],
        timeoutSeconds: configuration.timeoutSeconds, bodyBytesMax: bytesMax))
  }

  private static let hosts = ["facebook.com", "fbsbx.com", "whatsapp.net", "whatsapp.com"]

  /// Meta's over HTTPS, or the very server that we were told stands for it.
  func isMetas(_ url: String) -> Bool {
    TrustedHosts(configuration.baseURL, hosts: Self.hosts, below: Self.hosts).include(url)
  }
}

extension MediaFetch {
  /// 404 and 400 are how Meta says that an id is not known, or not any more.
  fileprivate static func refused(_ status: Int) -> MediaFetch {
    status == 400 || status == 404 ? .gone : .trouble("HTTP \(status)")
  }
}

extension String {
  /// Whether this is that digest, in whichever of its two spellings.
  fileprivate func names(_ digest: [UInt8]) -> Bool {
    lowercased() == Hex.encode(digest) || Data(base64Encoded: self).map(Array.init) == digest
  }
}

extension JSON {
  fileprivate init?(orNil bytes: [UInt8]) {
    do throws(JSON.Malformed) { self = try JSON(parsing: bytes) } catch { return nil }
  }
}
