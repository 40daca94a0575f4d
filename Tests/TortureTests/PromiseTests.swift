import Foundation
import Testing

@testable import Torture

/// The judge of the trials must be able to say “broken”.
struct PromiseTests {
  /// Two people who sold thrice each, and all went well.
  private static let good: Evidence = {
    var evidence = Evidence()
    for speaker in 0..<2 {
      for number in 1...3 {
        let (id, quantity) = ("wamid.\(speaker).\(number)", 50 + number)
        let entry = Int64(10 * number + speaker)
        evidence.said[id] = Line(speaker: speaker, quantity: quantity, sells: .sugar)
        evidence.acknowledged.insert(id)
        evidence.kept[id] = Evidence.Kept(
          messageID: id, lane: Int64(speaker), sequence: Int64(number), quantity: -quantity, entry: entry, reply: entry)
        evidence.replies[entry] = Evidence.Reply(id: entry, state: "delivered", resends: 0, wasUnknown: false)
        evidence.arrivals.append(arrival(entry, of: speaker, quantity))
      }
    }
    return evidence
  }()

  private static func arrival(_ reply: Int64, of speaker: Int, _ quantity: Int) -> Arrival {
    Arrival(phone: "91970000\(speaker)", reply: reply, quantity: quantity, words: "", at: .distantPast)
  }

  /// The titles of what is broken once `change` has happened; one repeat is allowed.
  private func broken(_ change: (inout Evidence) -> Void) -> [String] {
    var evidence = Self.good
    change(&evidence)
    return evidence.promises(repeatsMax: 1).filter { !$0.isKept }.map(\.title)
  }

  private let first = "wamid.0.1"

  @Test func `when all went well every promise was kept`() {
    #expect(broken { _ in } == [])
  }

  @Test func `an acknowledged message that the inbox does not know is lost`() {
    #expect(broken { $0.kept[first] = nil }.contains("acknowledged means kept"))
  }

  @Test func `a message that was never acknowledged is seen`() {
    #expect(broken { $0.acknowledged.remove(first) } == ["acknowledged means kept"])
  }

  @Test(arguments: [0, 2]) func `an effect that is missing or doubled is seen`(groups: Int) {
    #expect(broken { $0.kept[first]?.groups = groups } == ["each message has one effect in the ledger"])
  }

  @Test func `an effect of another quantity is seen`() {
    #expect(broken { $0.kept[first]?.quantity = -7 } == ["each message has one effect in the ledger"])
  }

  @Test func `effects that changed places are seen`() {
    let title = "effects are in the order of their conversation"
    #expect(broken { $0.kept[first]?.entry = 99 } == [title])
  }

  @Test(arguments: [0, 2]) func `a reply that is missing or doubled is seen`(replies: Int) {
    #expect(broken { $0.kept[first]?.replies = replies } == ["each message has one reply in the outbox"])
  }

  @Test func `wrong stock and buried messages are seen`() {
    #expect(broken { $0.wrongItems = 1 } == ["the sum of the ledger is the stock"])
    #expect(broken { $0.dead = 1 } == ["no innocent message was given up"])
  }

  @Test func `a reply that no phone saw, or with other words, is seen`() {
    #expect(broken { $0.arrivals.removeFirst() } == ["every reply reached its phone"])
    #expect(broken { $0.arrivals[0] = Self.arrival(10, of: 0, 99) } == ["every reply reached its phone"])
  }

  @Test func `a repeat must be marked`() {
    func seenTwice(resends: Int) -> [String] {
      broken { evidence in
        evidence.arrivals.insert(Self.arrival(10, of: 0, 51), at: 0)
        evidence.replies[10] = Evidence.Reply(id: 10, state: "delivered", resends: resends, wasUnknown: true)
      }
    }
    #expect(seenTwice(resends: 1) == [])
    #expect(seenTwice(resends: 0) == ["repeats are marked, and at most 1"])
  }

  @Test func `more marked repeats than allowed are seen`() {
    let titles = broken { evidence in
      for reply: Int64 in [10, 20] {
        evidence.arrivals.append(Self.arrival(reply, of: 0, Int(50 + reply / 10)))
        evidence.replies[reply] = Evidence.Reply(id: reply, state: "delivered", resends: 1, wasUnknown: true)
      }
    }
    #expect(titles == ["repeats are marked, and at most 1"])
  }

  @Test func `a reply may overtake only one of unknown fate`() {
    func swapped(wasUnknown: Bool) -> [String] {
      broken { evidence in
        evidence.arrivals.swapAt(0, 1)
        evidence.replies[10] = Evidence.Reply(id: 10, state: "delivered", resends: 0, wasUnknown: wasUnknown)
      }
    }
    #expect(swapped(wasUnknown: true) == [])
    #expect(swapped(wasUnknown: false) == ["the replies of a conversation came in order"])
  }

  @Test func `a reply that did not end as sent is seen`() {
    let titles = broken { $0.replies[10] = Evidence.Reply(id: 10, state: "unknown", resends: 1, wasUnknown: true) }
    #expect(titles == ["every reply is settled as sent"])
  }

  @Test func `one broken promise breaks the verdict`() {
    let kept = Promise(title: "kept", isKept: true, numbers: "")
    let broken = Promise(title: "broken", isKept: false, numbers: "")
    #expect(Verdict(facts: [], promises: [kept]).holds)
    #expect(!Verdict(facts: [], promises: [kept, broken]).holds)
  }

  @Test func `the same seed says the same`() {
    let talk = Talk(conversations: 3, messages: 5, pauseMilliseconds: 0...1)
    let (one, again) = (Script(talk, seed: 7), Script(talk, seed: 7))
    #expect(one.speakers.map(\.lines) == again.speakers.map(\.lines))
    #expect(Script(talk, seed: 8).speakers.map(\.lines) != one.speakers.map(\.lines))
    for speaker in one.speakers { #expect(Set(speaker.lines.map(\.quantity)).count == 5) }
  }

  @Test func `the fullest second is found wherever it begins`() {
    let moments = [0.0, 0.6, 0.9, 1.1, 1.5, 3].map { Date(timeIntervalSince1970: $0) }
    #expect(Pace(moments).most == 4)
    #expect(Pace([]).most == 0)
  }
}
