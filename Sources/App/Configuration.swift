import Foundation
import Telemetry

/// How this process shall run: read once from the environment, refused at start with the full list of faults.
struct Configuration: Sendable {
  enum Environment: String, Sendable, CaseIterable { case dev, staging, prod }

  enum Part: String, Sendable, CaseIterable { case web, worker, scheduler }

  var environment: Environment
  var databaseURL: String
  var address: String
  /// Where `templates/` and `Migrations/` are.
  var home: URL
  var logLevel: Log.Level
  var phoneHashKey: [UInt8]
  /// Whom an owner is told to ask who wants a person: a number, an address. Nil where there is nobody.
  var support: String?
  var whatsApp: WhatsAppSettings
  /// Where Google Sheets are had from.
  var sheetsURL: String
  var limits: Limits

  struct WhatsAppSettings: Sendable {
    var graphURL: String
    var apiVersion: String
    var accessToken: Secret
    var appSecrets: Secret
    var verifyToken: Secret
    var phoneNumberID: String?
    /// The owners' number as people dial it, digits with country code: for the link by which a shop joins.
    var ownersNumber: String?
  }

  /// How fast and how long; the defaults suit WhatsApp, trials need others.
  struct Limits: Sendable {
    /// A worker that says nothing for so long has lost its conversations to the others.
    var leaseSeconds = 60.0
    /// Messages of one sender that are handled in a minute, the rest waits; 0 sets no limit.
    var senderPerMinute = 100.0
    /// A send without an answer for so long may or may not have arrived.
    var sendingSeconds = 60.0
    /// What may not have arrived, and of which no status came for so long, is sent once more.
    var resendSeconds = 600.0
    /// WhatsApp's limits: messages a second from one number; to one person so many at once, earned back one by one.
    var numberPerSecond = 80.0
    /// One less than WhatsApp allows: its clock starts when a message arrives, ours when it is handed out.
    var pairBurst = 44.0
    var pairSeconds = 6.0
  }

  struct Faults: Error, CustomStringConvertible {
    let faults: [String]
    var description: String { faults.joined(separator: "\n") }
  }

  /// - Parameter environment: the process's variables.
  init(_ variables: [String: String]) throws(Faults) {
    var read = Reader(variables)
    environment = read.choice("RETAILMIND_ENVIRONMENT", default: .prod)
    databaseURL = read.required("RETAILMIND_DATABASE_URL")
    address = read.address("RETAILMIND_ADDRESS", default: "127.0.0.1:8080")
    home = read.home()
    logLevel = read.choice("RETAILMIND_LOG_LEVEL", default: .info)
    phoneHashKey = Array(read.secret("RETAILMIND_PHONE_HASH_KEY").values.first?.utf8 ?? "".utf8)
    support = read.line("RETAILMIND_SUPPORT_CONTACT")
    whatsApp = WhatsAppSettings(
      graphURL: read.url("WHATSAPP_GRAPH_URL", default: "https://graph.facebook.com"),
      apiVersion: read.version("WHATSAPP_API_VERSION", default: "v26.0"),
      accessToken: read.secret("WHATSAPP_ACCESS_TOKEN"), appSecrets: read.secret("WHATSAPP_APP_SECRET"),
      verifyToken: read.secret("WHATSAPP_VERIFY_TOKEN"), phoneNumberID: read.optional("WHATSAPP_PHONE_NUMBER_ID"),
      ownersNumber: read.dialled("WHATSAPP_OWNERS_NUMBER"))
    sheetsURL = read.url("GOOGLE_SHEETS_URL", default: "https://docs.google.com")
    limits = read.limits()
    if environment == .prod { read.refuseWeakSecrets(phoneHashKey, whatsApp) }
    if !read.faults.isEmpty { throw Faults(faults: read.faults) }
  }
}

/// Reads variables and collects what is wrong with them.
private struct Reader {
  private let variables: [String: String]
  var faults: [String] = []

  init(_ variables: [String: String]) { self.variables = variables }

  func optional(_ name: String) -> String? { variables[name].flatMap { $0.isEmpty ? nil : $0 } }

  /// Something that is shown to people as it is.
  mutating func line(_ name: String) -> String? {
    guard let value = optional(name) else { return nil }
    if value.unicodeScalars.count > 100 || value.contains(where: \.isNewline) {
      faults.append("\(name) must be one line of at most 100 characters")
    }
    return value
  }

  mutating func required(_ name: String) -> String {
    if let value = optional(name) { return value }
    faults.append("\(name) is not set")
    return ""
  }

  mutating func choice<Choice: RawRepresentable & CaseIterable>(_ name: String, default fallback: Choice) -> Choice
  where Choice.RawValue == String {
    guard let value = optional(name) else { return fallback }
    if let choice = Choice(rawValue: value) { return choice }
    let allowed = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    faults.append("\(name) is \"\(value)\"; it must be one of: \(allowed)")
    return fallback
  }

  mutating func address(_ name: String, default fallback: String) -> String {
    let value = optional(name) ?? fallback
    let port = value.split(separator: ":").last.flatMap { UInt16($0) }
    if port == nil || !value.contains(":") { faults.append("\(name) is \"\(value)\"; it must be host:port") }
    return value
  }

  mutating func url(_ name: String, default fallback: String) -> String {
    let value = optional(name) ?? fallback
    let url = URL(string: value)
    if url?.host == nil || !["http", "https"].contains(url?.scheme ?? "") {
      faults.append("\(name) is \"\(value)\"; it must be an http or https address")
    }
    return value
  }

  mutating func version(_ name: String, default fallback: String) -> String {
    let value = optional(name) ?? fallback
    if value.wholeMatch(of: /v[0-9]{1,3}\.[0-9]/) == nil {
      faults.append("\(name) is \"\(value)\"; it looks like v26.0")
    }
    return value
  }

  /// “+91 98000 00000” → “919800000000”.
  mutating func dialled(_ name: String) -> String? {
    guard let value = optional(name) else { return nil }
    let digits = value.filter { !"+ -()".contains($0) }
    if digits.wholeMatch(of: /[1-9][0-9]{7,14}/) == nil {
      faults.append("\(name) is \"\(value)\"; it must be digits with the country code, as 919800000000")
    }
    return digits
  }

  mutating func limits() -> Configuration.Limits {
    var limits = Configuration.Limits()
    let variables: [(String, WritableKeyPath<Configuration.Limits, Double>, ClosedRange<Double>)] = [
      ("RETAILMIND_LEASE_SECONDS", \.leaseSeconds, 1...3_600),
      ("RETAILMIND_SENDER_PER_MINUTE", \.senderPerMinute, 0...1_000_000),
      ("RETAILMIND_SENDING_SECONDS", \.sendingSeconds, 1...3_600),
      ("RETAILMIND_RESEND_SECONDS", \.resendSeconds, 1...86_400),
      ("WHATSAPP_NUMBER_PER_SECOND", \.numberPerSecond, 1...1_000_000),
      ("WHATSAPP_PAIR_BURST", \.pairBurst, 1...1_000_000),
      ("WHATSAPP_PAIR_SECONDS", \.pairSeconds, 0.001...3_600),
    ]
    for (name, limit, allowed) in variables {
      guard let text = optional(name) else { continue }
      if let value = Double(text), allowed.contains(value) {
        limits[keyPath: limit] = value
      } else {
        faults.append("\(name) is \"\(text)\"; it must be from \(allowed.lowerBound) to \(allowed.upperBound)")
      }
    }
    return limits
  }

  mutating func home() -> URL {
    let home = URL(
      filePath: optional("RETAILMIND_HOME") ?? FileManager.default.currentDirectoryPath, directoryHint: .isDirectory)
    for folder in ["Migrations", "templates"]
    where !FileManager.default.fileExists(atPath: home.appending(path: folder).path) {
      faults.append("RETAILMIND_HOME is \(home.path); there is no folder \(folder) in it")
    }
    return home
  }

  /// From the variable itself, or from the file that `…_FILE` names.
  mutating func secret(_ name: String) -> Secret {
    if let path = optional(name + "_FILE") {
      let secret = Secret(file: URL(filePath: path))
      if secret.values.isEmpty { faults.append("\(name)_FILE names \(path), which cannot be read or is empty") }
      return secret
    }
    return Secret(optional(name) ?? "")
  }

  private static let defaults = ["changeme", "secret", "test", "default", "retailmind"]

  mutating func refuseWeakSecrets(_ phoneHashKey: [UInt8], _ whatsApp: Configuration.WhatsAppSettings) {
    if phoneHashKey.count < 16 { faults.append("RETAILMIND_PHONE_HASH_KEY needs at least 16 characters in prod") }
    let secrets = [
      ("WHATSAPP_ACCESS_TOKEN", whatsApp.accessToken), ("WHATSAPP_APP_SECRET", whatsApp.appSecrets),
      ("WHATSAPP_VERIFY_TOKEN", whatsApp.verifyToken),
    ]
    for (name, secret) in secrets {
      if secret.values.isEmpty { faults.append("\(name) is not set; prod needs it") }
      if secret.values.contains(where: { Self.defaults.contains($0.lowercased()) || $0.count < 8 }) {
        faults.append("\(name) is a default or too short for prod")
      }
    }
  }
}
