import Foundation
import Synchronization

/// The process that may die: makes the inputs of one door and gives them to the product, on as many lanes as the door
/// has, each input noted before it is given.
struct Worker {
  let door: Door
  let seed: UInt64
  let count: Int
  let logbook: Logbook

  /// False if the product did what it never should.
  func run() async throws -> Bool {
    let trial = try door.trial()
    let stop = Stop()
    let violations = await withTaskGroup(of: Violation?.self) { group in
      for lane in 0..<door.lanes {
        group.addTask { await offPool { work(lane, on: trial, until: stop) } }
      }
      return await group.reduce(into: []) { $0 += [$1].compactMap { $0 } }
    }
    guard violations.isEmpty else {
      for violation in violations { say("\(door.rawValue): \(violation)") }
      return false
    }
    do {
      let words = try await trial.finish()
      if !words.isEmpty { say("\(door.rawValue): \(words)") }
      return true
    } catch {
      say("\(door.rawValue): \(error)")
      return false
    }
  }

  /// A lane whose input was wrong leaves its line in the logbook as it is; the others end theirs.
  private func work(_ lane: Int, on trial: any Trial, until stop: Stop) -> Violation? {
    var done = 0
    for number in stride(from: lane, to: count, by: door.lanes) where !stop.isAsked {
      var chance = Chance(seed: seed, number: number)
      let input = trial.input(&chance)
      logbook.write(.init(input: number, done: done, beganAt: Logbook.now, bytes: input), lane: lane)
      do {
        try trial.check(input)
      } catch {
        stop.ask()
        return error
      }
      done += 1
    }
    logbook.write(.init(input: nil, done: done, beganAt: Logbook.now, bytes: []), lane: lane)
    return nil
  }
}

private final class Stop: Sendable {
  private let asked = Atomic(false)

  var isAsked: Bool { asked.load(ordering: .relaxed) }

  func ask() { asked.store(true, ordering: .relaxed) }
}

func say(_ text: String) {
  print(text)
  fflush(nil)  // to a file or a pipe, lines would wait for a full buffer
}
