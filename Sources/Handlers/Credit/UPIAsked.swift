import Commerce
import Intents
import Language
import Messages

/// Where the shop is paid: asked for once, before the first reminder, and changed whenever the owner writes another.
extension Turn {
  func askUPI(_ request: Request) async throws -> Answer {
    try await books.noteUPIAsked()
    let skip = button(.buttonNoUPI, .no(question: questionID))
    return .ask(say(.upiAsk, [.text: .text(Self.upiExample)]), .upiAddress, request, .buttons([skip]))
  }

  static let upiExample = "ganesh@okaxis"

  /// “mera upi ganesh@okaxis hai”, or the address alone.
  func takeUPI(from words: String) async throws -> Answer? {
    guard role == .owner, let address = UPIAddress(among: words) else { return nil }
    let isAlone = words.split(whereSeparator: \.isWhitespace).count == 1
    guard isAlone || words.lowercased().contains("upi") || words.contains("यूपीआई") else { return nil }
    return .say(try await saved(address))
  }

  func saved(_ address: UPIAddress) async throws -> String {
    try await books.setUPI(address)
    return say(.upiSaved, [.text: .text(address.text)])
  }
}
