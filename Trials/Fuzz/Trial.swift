/// One door of the product, and whoever rattles at it.
protocol Trial: Sendable {
  /// Input `number` of the run: the same for the same seed, and for no other reason.
  func input(_ chance: inout Chance) -> [UInt8]
  /// Gives an input to the product, on a thread of its own. That the product survives it is seen from outside.
  func check(_ input: [UInt8]) throws(Violation)
  /// What can only be said at the end; answers with a line for the report.
  func finish() async throws(Violation) -> String
}

extension Trial {
  func finish() async throws(Violation) -> String { "" }
}

/// The product did something that it never should, whatever it is given.
struct Violation: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

/// The doors that are tried.
enum Door: String, CaseIterable {
  case payloads, requests, sentences, phrases

  /// What the door is, in the words of the report.
  var meaning: String {
    switch self {
    case .payloads: "mutated webhook bodies through the decoder"
    case .requests: "mutated raw requests at a socket of the server"
    case .sentences: "mutated sentences through the interpreter"
    case .phrases: "mutated reply files through the phrasebook"
    }
  }

  var count: Int {
    switch self {
    case .payloads: 1_000_000
    case .requests: 100_000
    case .sentences: 1_000_000
    case .phrases: 5_000
    }
  }

  /// For every run of the tests.
  var shortCount: Int {
    switch self {
    case .payloads: 2_500
    case .requests: 1_500
    case .sentences: 600
    case .phrases: 40
    }
  }

  /// Inputs under way at once. Those at the socket mostly wait.
  var lanes: Int {
    switch self {
    case .payloads, .sentences, .phrases: 2
    case .requests: 16
    }
  }

  /// An input that takes longer hangs. Generous: the machine may be busy, and a sanitizer slows everything.
  var secondsMax: Double {
    switch self {
    case .payloads, .sentences, .phrases: 10
    case .requests: 40
    }
  }

  func trial() throws -> any Trial {
    switch self {
    case .payloads: try PayloadTrial()
    case .requests: try RequestTrial()
    case .sentences: try SentenceTrial()
    case .phrases: try PhraseTrial()
    }
  }
}
