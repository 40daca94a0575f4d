import Foundation
import TestSupport
import Testing

@testable import App

struct ConfigurationTests {
  private static let home = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  private static let good = [
    "RETAILMIND_DATABASE_URL": "postgresql:///retailmind", "RETAILMIND_HOME": home,
    "RETAILMIND_PHONE_HASH_KEY": "0123456789abcdef0123", "WHATSAPP_ACCESS_TOKEN": "EAAG-long-token",
    "WHATSAPP_APP_SECRET": "first-secret-1,second-secret-2", "WHATSAPP_VERIFY_TOKEN": "verify-me-please",
  ]

  @Test func `what is set is read, what is not has its default`() throws {
    let configuration = try Configuration(Self.good)
    #expect(configuration.environment == .prod)
    #expect(configuration.address == "127.0.0.1:8080")
    #expect(configuration.whatsApp.appSecrets.values == ["first-secret-1", "second-secret-2"])
    #expect(configuration.whatsApp.graphURL == "https://graph.facebook.com")
    #expect(configuration.sheetsURL == "https://docs.google.com")
  }

  @Test func `all faults are told at once`() {
    var bad = Self.good
    bad["RETAILMIND_DATABASE_URL"] = ""
    bad["RETAILMIND_ADDRESS"] = "nowhere"
    bad["RETAILMIND_ENVIRONMENT"] = "production"
    bad["WHATSAPP_API_VERSION"] = "26"
    bad["RETAILMIND_SUPPORT_CONTACT"] = "call us\non Sunday"
    bad["WHATSAPP_ACCESS_TOKEN"] = "changeme"
    #expect {
      try Configuration(bad)
    } throws: { error in
      guard let faults = (error as? Configuration.Faults)?.faults else { return false }
      return [
        "RETAILMIND_DATABASE_URL", "RETAILMIND_ADDRESS", "RETAILMIND_ENVIRONMENT", "WHATSAPP_API_VERSION",
        "WHATSAPP_ACCESS_TOKEN", "RETAILMIND_SUPPORT_CONTACT",
      ].allSatisfy { name in faults.contains { $0.hasPrefix(name) } }
    }
  }

  @Test func `production refuses missing secrets, dev does not need them`() throws {
    var bare = Self.good
    for name in bare.keys where name.hasPrefix("WHATSAPP") { bare[name] = nil }
    bare["RETAILMIND_PHONE_HASH_KEY"] = nil
    #expect(throws: Configuration.Faults.self) { try Configuration(bare) }
    bare["RETAILMIND_ENVIRONMENT"] = "dev"
    #expect(try Configuration(bare).environment == .dev)
  }

  @Test func `a secret from a file is read again, and is never shown`() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "secret-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    try "old-secret\n".write(to: file, atomically: true, encoding: .utf8)
    let secret = Secret(file: file)
    #expect(secret.values == ["old-secret"])
    try "new-secret, old-secret".write(to: file, atomically: true, encoding: .utf8)
    secret.reload()
    #expect(secret.values == ["new-secret", "old-secret"])
    try FileManager.default.removeItem(at: file)
    secret.reload()  // what cannot be read leaves what was known
    #expect(secret.first == "new-secret")
    #expect(!"\(secret)".contains("secret,"))
    #expect("\(secret)" == "(secret)")
  }
}
