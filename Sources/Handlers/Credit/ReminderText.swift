import Commerce
import Language
import Measures
import Messages
import Reports
import WhatsApp

/// What a customer reads: a greeting, the sum and since when, how to pay, the shop's name. No threat, and nothing of what
/// was bought.
extension Turn {
  func reminder(of due: Due, at address: UPIAddress?, by deadline: Day?, in voice: Voice) -> String {
    func say(_ phrase: Phrase, _ values: [Placeholder: PhraseValue] = [:]) -> String {
      phrasebook.say(phrase, values, in: voice)
    }
    // Hindi calls nobody by the bare name.
    let isPlain = (voice == .hindi || voice == .romanHindi) && !due.name.hasHonorific
    let hello = isPlain ? say(.remindHelloPlain) : say(.remindHello, [.customer: .text(due.name)])
    var values: [Placeholder: PhraseValue] = [.balance: .money(due.balance)]
    var owed = say(.remindOwed, values)
    if let since = due.since, since < today {
      values[.date] = .day(since, today: today)
      owed = say(.remindOwedSince, values)
    }
    let term = deadline.map { say(.remindBy, [.date: .day($0, today: today)]) } ?? say(.remindWhenever)
    let pay = link(for: due, at: address).map { say(.remindUPI, [.text: .text($0.text)]) }
    let rows = [hello, owed + " " + term, pay, say(.remindPaid), say(.remindSign, [.shop: .text(shopName)])]
    return rows.compactMap { $0 }.joined(separator: "\n")
  }

  private func link(for due: Due, at address: UPIAddress?) -> PaymentLink? {
    address.map { address in
      let note = say(.remindNote, [.customer: .text(due.name)])
      return PaymentLink(
        to: address, payee: fitted(shopName, scalarsMax: Self.payeeMax), amount: due.balance,
        note: fitted(note, scalarsMax: Self.noteMax))
    }
  }

  /// Every letter of Devanagari is nine in a link, and words under a picture hold 1,024.
  private static let payeeMax = 30
  private static let noteMax = 20

  /// The same link as a code to scan; nil where nobody knows where the money goes.
  func payCode(for due: Due, at address: UPIAddress?) async throws -> Attachment? {
    guard let link = link(for: due, at: address), let code = QRCode(link.text) else { return nil }
    return try await books.keep(OutgoingFile(named: "upi.png", type: .png, bytes: code.png()))
  }
}

extension String {
  /// “Sharma ji”, “सुनीता भाभी”: a name as one says it to its bearer.
  fileprivate var hasHonorific: Bool {
    split(separator: " ").dropFirst().contains { honorifics.contains($0.lowercased()) }
  }
}

private let honorifics: Set<String> = [
  "ji", "bhai", "bhaiya", "bhabhi", "didi", "uncle", "aunty", "sahab", "saab", "sir", "madam", "chacha", "chachi", "जी",
  "भाई", "भैया", "भाभी", "दीदी", "अंकल", "आंटी", "साहब", "सर", "मैडम", "चाचा", "चाची",
]
