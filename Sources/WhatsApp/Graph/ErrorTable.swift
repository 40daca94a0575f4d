/// What each of WhatsApp's error codes means for a message that we wanted to send. Codes alone decide: titles and
/// texts change.
///
/// https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes, as of October 2026.
package enum ErrorTable {
  package enum Verdict: Hashable, Sendable {
    case retry(Backoff, SendScope)
    case giveUp
    case templateNeeded
    case stopChannel
  }

  package struct Row: Sendable {
    package let codes: [ClosedRange<Int>]
    package let verdict: Verdict
    /// For whoever reads the alert.
    package let meaning: String

    init(_ codes: ClosedRange<Int>..., verdict: Verdict, _ meaning: String) {
      self.codes = codes
      self.verdict = verdict
      self.meaning = meaning
    }

    init(_ codes: Int..., verdict: Verdict, _ meaning: String) {
      self.codes = codes.map { $0...$0 }
      self.verdict = verdict
      self.meaning = meaning
    }
  }

  /// The access token is missing, wrong or out of date: a new one ends the trouble.
  package static let tokenCodes: Set<Int> = [0, 190]

  package static func row(for code: Int) -> Row? {
    rows.first { $0.codes.contains { $0.contains(code) } }
  }

  package static let rows = limits + troubles + people + configuration + mistakes

  private static let limits = [
    Row(4, 80007, verdict: .retry(Backoff(everySeconds: 60), .account), "too many calls of the app or the account"),
    Row(130429, verdict: .retry(Backoff(everySeconds: 5), .channel), "too many messages of this number"),
    Row(
      131057, verdict: .retry(Backoff(everySeconds: 15), .channel),
      "the number is in maintenance, as when its limit grows"),
    Row(
      131048, verdict: .retry(Backoff(everySeconds: 1800), .channel), "too many of this number's messages were reported"
    ),
    // WhatsApp asks for 4^n seconds, n from 0, and counts what comes earlier against us.
    Row(
      131056, verdict: .retry(Backoff(firstSeconds: 1, factor: 4, secondsMax: 1024), .recipient),
      "too many messages to one person"),
  ]

  /// Trouble at their end, which passes.
  static let transientBackoff = Backoff(firstSeconds: 2, factor: 3, secondsMax: 600)

  private static let troubles = [
    Row(1, 2, 131000, 131016, 133004, verdict: .retry(transientBackoff, .message), "trouble at WhatsApp")
  ]

  private static let people = [
    Row(131047, verdict: .templateNeeded, "the person wrote more than 24 hours ago"),
    Row(131026, verdict: .giveUp, "the person cannot be reached"),
    Row(131049, verdict: .giveUp, "the person has had enough marketing for now"),
    Row(131050, verdict: .giveUp, "the person wants no marketing"),
    Row(130403, verdict: .giveUp, "the business has blocked the person"),
    Row(130472, verdict: .giveUp, "the person takes part in an experiment of Meta's"),
    Row(130497, verdict: .giveUp, "not allowed in the person's country"),
    Row(135000, verdict: .giveUp, "something about this person or message"),
  ]

  private static let configuration = [
    Row(0, 190, verdict: .stopChannel, "the access token is not valid"),
    Row(3...3, 10...10, 200...299, verdict: .stopChannel, "the access token lacks a permission"),
    Row(131031, 368, verdict: .stopChannel, "the account is locked"),
    Row(131037, verdict: .stopChannel, "the display name is not approved"),
    Row(131042, verdict: .stopChannel, "payment is not set up"),
    Row(131045, verdict: .stopChannel, "the number's certificate is not valid"),
    Row(131005, verdict: .stopChannel, "access denied"),
    Row(133010, 133016, verdict: .stopChannel, "the number is not registered"),
    Row(133000, 133005, 133006, 133008, 133009, 133015, verdict: .stopChannel, "the number's registration or PIN"),
  ]

  private static let mistakes = [
    Row(131008, 131009, 33, 100, 131021, 131051, verdict: .giveUp, "the request is wrong: a bug of ours"),
    Row(131052, 131053, verdict: .giveUp, "the media cannot be used"),
    Row(131060, 131062, 131063, verdict: .giveUp, "not possible with this message or recipient"),
    Row(131064, verdict: .giveUp, "too many templates in the wrong category"),
    Row(132000, 132001, 132005, 132007, 132012, 132018, verdict: .giveUp, "the template does not fit"),
    Row(132015, 132016, verdict: .giveUp, "the template is paused or disabled"),
    Row(132068, 132069, verdict: .giveUp, "the flow is blocked or slowed down"),
    Row(134011, 2040, 2046, 2047, verdict: .giveUp, "the payment or the state of the order"),
    Row(131020...131020, 131041...131041, 131201...131215, verdict: .giveUp, "groups"),
  ]
}
