import Learning

/// All that the classifier weighs of one message: its sounds in pieces, its words and pairs of words, its cues and the
/// rules that hold; and for each intent what its rules add up to.
struct MessageFeatures: Sendable {
  /// Which kinds of evidence count; all but in a comparison.
  struct Kinds: OptionSet, Sendable {
    let rawValue: Int
    static let pieces = Kinds(rawValue: 1)
    static let words = Kinds(rawValue: 2)
    static let cues = Kinds(rawValue: 4)
    static let rules = Kinds(rawValue: 8)
    static let all: Kinds = [.pieces, .words, .cues, .rules]
  }

  private(set) var features = Features()
  /// What each place stands for, in the same order, when somebody asks why.
  private(set) var names: [[String]] = []
  private let isNamed: Bool

  /// Pieces have from three to so many sounds.
  private static let (pieceMin, pieceMax) = (3, 5)
  /// More of a message says nothing new.
  private static let soundsMax = 2_000
  /// How much a group counts beside the others; found by cross-validation on the training lines.
  private static let strengths: (pieces: Float, words: Float, cues: Float, rules: Float) = (1.5, 1, 2, 0.7)

  init(
    _ text: MaskedText, _ evidence: Evidence, _ weighed: RuleBook.Weighed, kinds: Kinds = .all, isNamed: Bool = false
  ) {
    self.isNamed = isNamed
    if kinds.contains(.pieces) { addPieces(of: text) }
    if kinds.contains(.words) { addWords(of: text) }
    if kinds.contains(.cues) { addCues(evidence) }
    if kinds.contains(.rules) {
      features.own = weighed.sums
      addRules(weighed)
    }
  }

  private mutating func addPieces(of text: MaskedText) {
    var group = Group(isNamed: isNamed)
    var sounds: [UInt8] = [Self.space]
    for word in text.words where !word.sound.isEmpty {
      sounds += word.sound.utf8
      sounds.append(Self.space)
    }
    sounds = Array(sounds.prefix(Self.soundsMax))
    for start in sounds.indices {
      var hash = FeatureHash(.pieces)
      for end in start..<min(start + Self.pieceMax, sounds.count) {
        hash.take(sounds[end])
        if end - start + 1 >= Self.pieceMin {
          group.add(hash, "“" + String(decoding: sounds[start...end], as: UTF8.self) + "”")
        }
      }
    }
    add(group, strength: Self.strengths.pieces)
  }

  private mutating func addWords(of text: MaskedText) {
    var group = Group(isNamed: isNamed)
    var before: MaskedText.Word?
    var earlier: MaskedText.Word?
    for word in text.words {
      group.add(FeatureHash(.words, word.key), word.key)
      guard !word.sound.isEmpty else { continue }
      if word.sound != word.key { group.add(FeatureHash(.sounds, word.sound), "~" + word.sound) }
      group.add(
        FeatureHash(.pairs, before?.sound ?? "", word.sound), "~" + (before?.sound ?? "^") + " " + word.sound)
      if let earlier {
        group.add(FeatureHash(.skips, earlier.sound, word.sound), "~" + earlier.sound + " … " + word.sound)
      }
      earlier = before
      before = word
    }
    if let before { group.add(FeatureHash(.pairs, before.sound, ""), "~" + before.sound + " $") }
    add(group, strength: Self.strengths.words)
  }

  private mutating func addCues(_ evidence: Evidence) {
    var group = Group(isNamed: isNamed)
    let cues = evidence.cues.all
    for (index, cue) in cues.enumerated() {
      group.add(FeatureHash(.cues, cue.rawValue), ".\(cue)")
      for other in cues[(index + 1)...] {
        group.add(FeatureHash(.cuePairs, cue.rawValue, other.rawValue), ".\(cue)+.\(other)")
      }
    }
    add(group, strength: Self.strengths.cues)
  }

  private mutating func addRules(_ weighed: RuleBook.Weighed) {
    var group = Group(isNamed: isNamed)
    for number in weighed.held {
      group.add(FeatureHash(.rules, UInt8(number & 0xFF), UInt8(number >> 8)), "rule \(number)")
    }
    group.add(FeatureHash(.best, UInt8(weighed.best ?? 255)), "best by rules: \(weighed.best ?? 255)")
    add(group, strength: Self.strengths.rules)
  }

  private mutating func add(_ group: Group, strength: Float) {
    guard !group.places.isEmpty else { return }
    let value = strength / Float(group.places.count).squareRoot()
    features.groups.append(Features.Group(places: group.places, value: value))
    if isNamed { names.append(group.names) }
  }

  private static let space = UInt8(ascii: " ")

  private struct Group {
    let isNamed: Bool
    var places: [UInt16] = []
    var names: [String] = []

    mutating func add(_ hash: FeatureHash, _ name: @autoclosure () -> String) {
      places.append(hash.place)
      if isNamed { names.append(name()) }
    }
  }
}

/// The place of a feature in the table: FNV-1a, the same in every process, unlike Swift's own hashes.
struct FeatureHash {
  enum Kind: UInt8 { case pieces = 1, words, sounds, pairs, cues, cuePairs, rules, best, skips }

  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  init(_ kind: Kind) { take(kind.rawValue) }

  init(_ kind: Kind, _ texts: String...) {
    self.init(kind)
    for text in texts {
      for byte in text.utf8 { take(byte) }
      take(0)
    }
  }

  init(_ kind: Kind, _ bytes: UInt8...) {
    self.init(kind)
    for byte in bytes { take(byte) }
  }

  mutating func take(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }

  /// The upper bits of a product mix all of the state.
  var place: UInt16 { UInt16(truncatingIfNeeded: ((state ^ (state >> 29)) &* 0x9E37_79B9_7F4A_7C15) >> 48) }
}
