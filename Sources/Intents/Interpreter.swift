package import Language

/// Who writes. Known from the phone number, so it is told and never guessed.
package enum Role: String, Hashable, Sendable, Codable, CaseIterable { case owner, customer, staff }

/// What we asked last, or showed: it decides what a bare “5” or “haan” means.
package enum Awaited: String, Hashable, Sendable, Codable, CaseIterable {
  case none
  case confirmation = "await_confirm"
  case choice = "await_choice"
  case slot = "await_slot"
  case afterReport = "after_report"
}

/// One message with what is known about it before it is read.
package struct Utterance: Hashable, Sendable {
  package var text: String
  package var role: Role
  package var awaited: Awaited
  package var previousVoice: Voice?

  package init(text: String, role: Role = .owner, awaited: Awaited = .none, previousVoice: Voice? = nil) {
    self.text = text
    self.role = role
    self.awaited = awaited
    self.previousVoice = previousVoice
  }
}

/// Turns a message into what it means: cut it into spans, settle corrections, weigh words and cues as they were learnt,
/// fill the slots. Pure: the same message always means the same.
package struct Interpreter: Sendable {
  let reader: Reader
  let finder: ItemFinder
  let people: PeopleFinder
  private let judge: IntentJudge

  package init(catalogue: Catalogue, names: KnownNames = .none, model: IntentModel) {
    judge = IntentJudge(model)
    finder = ItemFinder(catalogue: catalogue, cues: .standard)
    people = PeopleFinder(names)
    reader = Reader(finder: finder, people: people, cues: .standard)
  }

  /// Why a message was understood as it was: its spans, and what spoke loudest for the two likeliest intents.
  package func explain(_ utterance: Utterance) -> [String] {
    let text = SpokenText(utterance.text)
    let reading = Reading(tokens: text.tokens, spans: reader.spans(of: text.tokens), finder: finder)
    let evidence = Evidence(reading, role: utterance.role, awaited: utterance.awaited)
    let spans = reading.spans.map {
      "\(text.tokens[$0.range].map(\.spoken).joined(separator: " ")) → \($0.content) \($0.cues.all)"
    }
    return spans + judge.explain(reading, evidence, role: utterance.role, awaited: utterance.awaited)
  }

  package func understand(_ utterance: Utterance) -> Frame {
    let text = SpokenText(utterance.text)
    let voice = VoiceDetector.voice(of: text, previous: utterance.previousVoice)
    let spans = reader.spans(of: text.tokens)
    let whole = Reading(tokens: text.tokens, spans: spans, finder: finder)
    let evidence = Evidence(whole, role: utterance.role, awaited: utterance.awaited)
    let verdict = judge.decide(whole, evidence, role: utterance.role, awaited: utterance.awaited)
    let reading = MinusSign.settled(spans).map { Reading(tokens: text.tokens, spans: $0, finder: finder) } ?? whole
    let slots = SlotFiller(reading: reading, evidence: evidence, intent: verdict.intent).slots()
    var frame = Frame(intent: verdict.intent, slots: slots, confidence: verdict.confidence, voice: voice)
    frame.slots.noteHeard(in: reading)
    frame.isContinuing = reading.isContinuing
    frame.isReplacing = reading.isReplacing
    frame.ambiguities = AmbiguousWords(reading: reading, finder: finder).ambiguities(of: verdict.intent, slots)
    let filled = { SlotFiller(reading: reading, evidence: evidence, intent: $0).slots() }
    if slots.items.isEmpty, !reading.lines.isEmpty { frame.asides = filled(.followUp).items }
    frame.alternatives = Alternatives.of(verdict.others, beside: frame, naming: reading.lines, slots: filled)
    return frame
  }
}
