package import Inventory
package import Language
package import Measures

/// The way of a new shop, step by step: language, name, kind, city, first goods, the hour of the summary, from how little
/// on goods are low. Every step can be skipped, gone back on, and left until tomorrow: it is kept with the conversation
/// and never expires.
///
/// Pure: what somebody said goes in, what is to be done comes out, and the step moves on.
package struct Setup: Hashable, Sendable, Codable {
  package enum Step: String, Hashable, Sendable, Codable, CaseIterable {
    case language, name, kind, city, goods, summary, threshold

    var next: Step? { Self.allCases.firstIndex(of: self).flatMap { Self.allCases.dropFirst($0 + 1).first } }
    var previous: Step { Self.allCases.firstIndex(of: self).flatMap { Self.allCases[..<$0].last } ?? .language }

    /// Behind or at `other` on the way.
    func isReached(from other: Step) -> Bool {
      (Self.allCases.firstIndex(of: self) ?? 0) <= (Self.allCases.firstIndex(of: other) ?? 0)
    }
  }

  package enum Input: Hashable, Sendable {
    case words(String)
    /// A tap on a choice of that step.
    case choice(Step, String)
    case skip
    case back
  }

  /// What is to be done about it.
  package enum Effect: Hashable, Sendable {
    case none
    case speak(AnswerLanguage)
    /// The shop comes into being; nil for somebody who gave no name.
    case open(name: String?)
    case rename(String)
    case setKind(ShopKind)
    case setCity(String)
    case stock(TypedGoods)
    /// Everything that a shop of this kind usually sells.
    case stockStarter
    case summaryAt(minute: Int)
    case threshold(Quantity)
    /// That was no answer: the step stays, and is asked once more.
    case unread
  }

  /// Nil when the shop has arrived.
  package private(set) var step: Step? = .language
  package private(set) var language: AnswerLanguage?
  package private(set) var kind: ShopKind?
  /// The shop is there: going back renames it and makes no second one.
  package private(set) var isOpen = false
  /// The language was asked for; whoever then writes something else has shown it.
  package private(set) var isWelcomed = false
  /// The last thing that we said was this step's question; what is then typed may answer it.
  package private(set) var isAsked = true

  package init() {}

  /// Something else was talked about meanwhile.
  package mutating func setAside() { isAsked = false }

  /// The step is asked once more.
  package mutating func resume() { isAsked = true }

  package mutating func hear(_ input: Input) -> Effect {
    guard let here = step else { return .none }
    isAsked = true
    switch input {
    case .skip:
      if here == .name, !isOpen { return opened(nil) }
      step = here.next
      return .none
    case .back:
      step = here.previous
      return .none
    case .choice(let chosen, let value):
      guard chosen.isReached(from: here) else { return .unread }
      return read(value, at: chosen)
    case .words(let words):
      return read(words.split(whereSeparator: \.isWhitespace).joined(separator: " "), at: here, typed: words)
    }
  }

  private mutating func read(_ words: String, at place: Step, typed: String? = nil) -> Effect {
    let effect = answer(words, at: place, typed: typed ?? words)
    switch effect {
    case .unread, .open: break
    // More goods may follow.
    case .stock: step = .goods
    case .none, .speak, .rename, .setKind, .setCity, .stockStarter, .summaryAt, .threshold: step = place.next
    }
    return effect
  }

  private mutating func answer(_ words: String, at place: Step, typed: String) -> Effect {
    // Goods that come early are taken as they come.
    if isOpen, place == .kind || place == .city, TypedGoods(typed).isCounted { return goods(typed) }
    switch place {
    case .language: return readLanguage(words)
    case .name:
      guard let name = SetupWords.name(words) else { return .unread }
      return isOpen ? .rename(name) : opened(name)
    case .kind:
      guard let said = ShopKind(rawValue: words) ?? ShopKind(words: words) else { return .unread }
      kind = said
      return .setKind(said)
    case .city: return SetupWords.city(words).map(Effect.setCity) ?? .unread
    case .goods: return goods(typed)
    case .summary: return SetupWords.minute(words).map(Effect.summaryAt) ?? .unread
    case .threshold: return SetupWords.number(words).map(Effect.threshold) ?? .unread
    }
  }

  private mutating func readLanguage(_ words: String) -> Effect {
    guard let said = SetupWords.language(words) else {
      defer { isWelcomed = true }
      return isWelcomed ? .none : .unread
    }
    (language, isWelcomed) = (said, true)
    return .speak(said)
  }

  private mutating func opened(_ name: String?) -> Effect {
    (isOpen, step) = (true, .kind)
    return .open(name: name)
  }

  private func goods(_ typed: String) -> Effect {
    if typed == Self.starterChoice { return .stockStarter }
    let list = TypedGoods(typed)
    return list.lines.isEmpty ? .unread : .stock(list)
  }

  package static let starterChoice = "starter"
}
