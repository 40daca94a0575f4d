internal import Foundation
internal import HTTP

/// The body of a webhook while updates go in, in Meta's escaping and up to Meta's limit.
struct Envelope: Sendable {
  /// Meta sends no larger ones.
  static let bytesMax = 3 << 20

  private let businessAccountID: String
  /// What concerns chats shares one entry; what concerns the account has one of its own, with its time.
  private var changes: [UInt8] = []
  private var accountEntries: [UInt8] = []
  private(set) var updates: [WebhookUpdate] = []

  init(businessAccountID: String) {
    self.businessAccountID = businessAccountID
  }

  /// False when it is full. One update always fits.
  mutating func add(_ update: WebhookUpdate) -> Bool {
    let change: JSON = ["field": .string(update.field), "value": update.value]
    let bytes = MetaEscaping.escape(change.encoded())
    let size = changes.count + accountEntries.count + bytes.count
    guard updates.isEmpty || size < Envelope.bytesMax else { return false }
    updates.append(update)
    if let time = update.accountTime {
      accountEntries += comma(after: accountEntries) + entry(of: bytes, time: time)
    } else {
      changes += comma(after: changes) + bytes
    }
    return true
  }

  var body: [UInt8] {
    let entry = changes.isEmpty ? [] : entry(of: changes, time: nil)
    let entries = entry + (changes.isEmpty ? [] : comma(after: accountEntries)) + accountEntries
    return Array(#"{"object":"whatsapp_business_account","entry":["#.utf8) + entries + Array("]}".utf8)
  }

  private func entry(of changes: [UInt8], time: Date?) -> [UInt8] {
    let time = time.map { #","time":\#(Int64($0.timeIntervalSince1970))"# } ?? ""
    let id = MetaEscaping.escape(JSON.string(businessAccountID).encoded())
    return Array(#"{"id":"#.utf8) + id + Array("\(time),\"changes\":[".utf8) + changes + Array("]}".utf8)
  }

  private func comma(after bytes: [UInt8]) -> [UInt8] { bytes.isEmpty ? [] : [UInt8(ascii: ",")] }
}
