import Language

/// What the forms of a verb hint at: “bechi” and “विकली” speak of a sale that happened, “joda” of goods added.
enum DeedCues {
  static func cues(of form: VerbForm) -> [Cue] {
    let own = (table[form.deed] ?? []).filter { $0.aspects.contains(form.aspect) }.map(\.cue)
    return form.aspect == .happened ? own + [.happened] : own
  }

  private struct Hint {
    let cue: Cue
    let aspects: Set<Aspect>
  }

  private static let table: [Deed: [Hint]] = [
    .sell: [
      Hint(cue: .sold, aspects: [.happened, .coming, .ordered, .linked]), Hint(cue: .sells, aspects: [.ongoing]),
      Hint(cue: .future, aspects: [.coming]),
    ],
    .give: [Hint(cue: .gave, aspects: [.happened])],
    .take: [Hint(cue: .took, aspects: [.happened])],
    .buy: [Hint(cue: .purchased, aspects: [.happened])],
    .come: [Hint(cue: .received, aspects: [.happened])],
    .bring: [Hint(cue: .purchased, aspects: [.happened])],
    .add: [Hint(cue: .add, aspects: [.happened, .ordered])],
    .keep: [Hint(cue: .set, aspects: [.ordered]), Hint(cue: .add, aspects: [.happened])],
    .change: [Hint(cue: .set, aspects: [.ordered])],
    .remain: [Hint(cue: .remaining, aspects: [.happened])],
    .finish: [Hint(cue: .finished, aspects: [.happened, .coming, .ongoing])],
    .decay: [Hint(cue: .damaged, aspects: [.happened])],
    .discard: [Hint(cue: .damaged, aspects: [.happened, .ordered])],
    .steal: [Hint(cue: .stolen, aspects: [.happened])],
    .count: [Hint(cue: .actually, aspects: [.happened, .linked])],
    .write: [Hint(cue: .write, aspects: [.happened, .ordered, .linked, .ongoing])],
    .remove: [Hint(cue: .remove, aspects: [.ordered])],
    .giveBack: [Hint(cue: .returned, aspects: [.happened])],
  ]
}
