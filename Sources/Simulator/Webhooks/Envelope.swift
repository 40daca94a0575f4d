internal import HTTP

/// The body of a webhook while updates go in, in Meta's escaping and up to Meta's limit.
struct Envelope: Sendable {
  /// Meta sends no larger ones.
  static let bytesMax = 3 << 20

  private let businessAccountID: String
  private var changes: [UInt8] = []
  private(set) var updates: [WebhookUpdate] = []

  init(businessAccountID: String) {
    self.businessAccountID = businessAccountID
  }

  /// False when it is full. One update always fits.
  mutating func add(_ update: WebhookUpdate) -> Bool {
    let change: JSON = ["field": "messages", "value": update.value]
    let bytes = MetaEscaping.escape(change.encoded())
    guard updates.isEmpty || changes.count + bytes.count < Envelope.bytesMax else { return false }
    if !updates.isEmpty { changes.append(UInt8(ascii: ",")) }
    changes += bytes
    updates.append(update)
    return true
  }

  var body: [UInt8] {
    let id = MetaEscaping.escape(JSON.string(businessAccountID).encoded())
    return Array(#"{"object":"whatsapp_business_account","entry":[{"id":"#.utf8) + id + Array(#","changes":["#.utf8)
      + changes + Array("]}]}".utf8)
  }
}
