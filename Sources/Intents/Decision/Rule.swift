/// One sentence of experience: “a sold word with goods and a quantity speaks for a sale”. The rules are data; the judge
/// only adds their weights.
struct Rule: Sendable {
  let intent: Intent
  let weight: Double
  /// All of these must be there, and none of those.
  let all: CueSet
  let any: CueSet?
  let none: CueSet

  func holds(_ cues: CueSet) -> Bool {
    cues.isSuperset(of: all) && !cues.intersects(none) && (any.map(cues.intersects) ?? true)
  }
}

/// The rules of one intent, written as a list of weights.
struct RuleList: Sendable {
  let rules: [Rule]

  init(_ intent: Intent, _ entries: [Entry]) {
    rules = entries.map { entry in
      Rule(
        intent: intent, weight: entry.weight, all: CueSet(entry.all), any: entry.any.isEmpty ? nil : CueSet(entry.any),
        none: CueSet(entry.none))
    }
  }

  struct Entry: Sendable {
    let weight: Double
    let all: [Cue]
    let any: [Cue]
    let none: [Cue]
  }
}

/// `+3 when all of …, one of …, none of …`.
func when(_ weight: Double, _ all: [Cue] = [], any: [Cue] = [], none: [Cue] = []) -> RuleList.Entry {
  RuleList.Entry(weight: weight, all: all, any: any, none: none)
}
