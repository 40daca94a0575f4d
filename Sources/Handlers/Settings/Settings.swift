import Intents
import Inventory
import Language
import Measures

/// “hindi me baat karo”, “summary raat 9 baje”, “alert band karo”: how a member wants to be spoken to. Each is set back by
/// saying so.
extension Turn {
  func settings(_ request: Request) async throws -> Answer {
    let slots = request.frame.slots
    if SpokenText(request.words ?? "").tokens.contains(where: { Self.automatic.contains($0) }) {
      try await books.prefer(nil, for: author.member)
      return .say(say(.settingLanguageFree), for: request)
    }
    if let silenced = try await silence(request) { return silenced }
    guard !isUnsure(request), let value = slots.value else { return .say(say(.settingsHelp), for: request) }
    switch slots.setting {
    case "language":
      guard let language = AnswerLanguage(rawValue: value) else { return .say(say(.settingsHelp), for: request) }
      try await books.prefer(language, for: author.member)
      var turn = self
      turn.voice = language.voice(answering: request.words, before: voice)
      return .say(turn.say(.settingLanguage), for: request)
    case "summary_time":
      guard let minute = SetupWords.minute(value) else { return .say(say(.settingsHelp), for: request) }
      try await books.prefer(summaryAt: minute, for: author.member)
      return .say(say(.settingSummary, [.time: .time(TimeOfDay(minute: minute))]), for: request)
    case "mute":
      let isMuted = value == "on"
      if isMuted {
        try await books.prefer(isMuted: true, for: author.member)
      } else {
        try await books.preferAlerts(for: author.member)
      }
      return .say(say(isMuted ? .settingMuted : .settingUnmuted), for: request)
    case "large_sale":
      guard role == .owner else { return .say(say(.notAllowed)) }
      guard let units = Quantity(text: value), units > .zero else { return .say(say(.settingsHelp), for: request) }
      try await books.prefer(largeSale: units, for: author.member)
      return .say(say(.settingLargeSale, [.n: .text(units.description)]), for: request)
    default: return .say(say(.settingsHelp), for: request)
    }
  }

  private static let automatic: WordSet = "auto automatic ऑटो ऑटोमैटिक ऑटोमॅटिक"
}
