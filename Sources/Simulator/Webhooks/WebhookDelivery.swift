internal import Crypto
package import Foundation
package import HTTP

extension WhatsAppSimulator {
  /// Our server may take so long over a webhook.
  static let webhookSecondsMax = 10.0

  /// Webhooks really go out over HTTP. The same seed makes the same ids and draws the same lots.
  package init(
    configuration: Configuration, now: @escaping @Sendable () -> Date, client: HTTPClient,
    seed: UInt64 = randomBytes(8).reduce(0) { $0 << 8 | UInt64($1) }
  ) {
    let urls = [configuration.webhookURL] + configuration.otherWebhookURLs
    self.init(configuration: configuration, now: now, seed: seed) { post in
      // The next attempt meets another server.
      let url = urls[(post.number + post.attempt) % urls.count]
      do throws(HTTPClient.Failure) {
        return try await client.send(HTTPClient.Request(post, to: url)).status
      } catch {
        // Whatever went wrong, Meta knows only that there was no answer, and tries again.
        return 0
      }
    }
  }
}

extension HTTPClient.Request {
  fileprivate init(_ post: WebhookPost, to url: String) {
    self.init(
      method: "POST", url: url,
      headers: [
        ("Content-Type", "application/json"), ("User-Agent", "facebookexternalua"),
        ("X-Hub-Signature-256", post.signature),
      ], body: post.body, timeoutSeconds: WhatsAppSimulator.webhookSecondsMax)
  }
}
