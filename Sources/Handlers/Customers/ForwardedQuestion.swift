import Intents
import Language
import Messages

/// “customer pooch raha hai parle g hai kya?”: the owner passes a customer's question on to us, and gets an answer that
/// he can forward: as at the customers' door, without a word of what only he may know. A question that he forwards from
/// his own phone needs no such words.
extension Turn {
  func answerForwarded(_ words: String) async throws -> Answer? {
    guard role != .customer, let question = isForwarded ? words : words.askedByCustomer else { return nil }
    let frame = interpreter.understand(Utterance(text: question, role: .customer, previousVoice: voice))
    // What a supplier wrote is passed on too: only what surely asks for goods is a customer's.
    let isAsked =
      isForwarded
      ? frame.intent == .productSearch && frame.confidence >= Self.surelyAsked
      : frame.intent == .productSearch || frame.intent == .cartEdit
    guard isAsked, !frame.slots.items.isEmpty else { return nil }
    var request = Request(frame)
    request.frame.intent = .productSearch
    return try await productSearch(request)
  }

  private static let surelyAsked = 0.6
}

extension String {
  /// What a customer asks, where somebody says so: “grahak vicharto sakhar ahe ka” is “sakhar ahe ka”.
  var askedByCustomer: String? {
    let words = split(whereSeparator: \.isWhitespace).map(String.init)
    let keys = words.map { $0.lowercased().trimmingPunctuation }
    guard let who = keys.firstIndex(where: askers.contains) else { return nil }
    let near = keys.indices.dropFirst(who + 1).prefix(3)
    guard let asks = near.first(where: { key in askings.contains { keys[key].hasPrefix($0) } }) else { return nil }
    let rest = words.indices.dropFirst(asks + 1).drop { fillers.contains(keys[$0]) }
    return rest.isEmpty ? nil : words[rest].joined(separator: " ")
  }

  private var trimmingPunctuation: String {
    String(drop { !$0.isLetter }.reversed().drop { !$0.isLetter }.reversed())
  }
}

private let askers: Set<String> = [
  "customer", "client", "someone", "somebody", "grahak", "graahak", "gahak", "girhaik", "girhaaik", "koi", "koni",
  "ग्राहक", "कस्टमर", "गिऱ्हाईक", "गिर्‍हाईक", "कोई", "कोणी",
]
/// The beginnings of words that say that somebody asks.
private let askings = ["ask", "inquir", "enquir", "pooch", "puch", "vichar", "wichar", "पूछ", "पुछ", "विचार"]
private let fillers: Set<String> = [
  "raha", "rahi", "rahe", "hai", "tha", "ahe", "aahe", "hota", "ki", "ke", "if", "whether", "about", "for", "me", "us",
  "रहा", "रही", "रहे", "है", "था", "आहे", "होता", "कि", "की", "",
]
