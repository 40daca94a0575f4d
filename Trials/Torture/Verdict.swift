/// A promise, whether it was kept, and the numbers that say so.
struct Promise: Sendable, Hashable {
  let title: String
  let isKept: Bool
  let numbers: String
}

/// What a trial ends with.
struct Verdict: Sendable {
  let facts: [String]
  let promises: [Promise]

  static func += (all: inout Verdict, one: Verdict) {
    all = Verdict(facts: all.facts + one.facts, promises: all.promises + one.promises)
  }

  var holds: Bool { promises.allSatisfy(\.isKept) }

  var text: String {
    let lines = promises.map { "\($0.isKept ? "kept  " : "BROKEN")  \($0.title): \($0.numbers)" }
    if promises.isEmpty { return facts.joined(separator: "\n") }
    let end = holds ? "All promises were kept." : "PROMISES WERE BROKEN."
    return (["", "VERDICT"] + facts.map { "        " + $0 } + lines + [end]).joined(separator: "\n")
  }
}
