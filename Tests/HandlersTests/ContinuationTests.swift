import Foundation
import Intents
import Language
import Measures
import Testing

@testable import Handlers

/// What an answer makes of an open question, without a database.
struct ContinuationTests {
  private func question(_ kind: OpenQuestion.Kind, _ lines: [ItemLine] = [ItemLine(item: .unsaid)]) -> OpenQuestion {
    var slots = Slots()
    slots.items = lines
    let request = Request(Frame(intent: .saleRecord, slots: slots, confidence: 0.9, voice: .romanHindi))
    return OpenQuestion(id: 1, kind: kind, request: request, askedAt: Date(timeIntervalSince1970: 0))
  }

  private func frame(_ intent: Intent, _ line: ItemLine? = nil, number: Int? = nil) -> Frame {
    var slots = Slots()
    slots.items = line.map { [$0] } ?? []
    slots.number = number
    return Frame(intent: intent, slots: slots, confidence: 0.8, voice: .romanHindi)
  }

  private func line(of continuation: Continuation?) -> ItemLine? {
    guard case .perform(let request)? = continuation else { return nil }
    return request.frame.slots.items.first
  }

  @Test func `a number picks from a choice, counted from one`() {
    let asked = question(.whichItem(line: 0, candidates: [11, 12]))
    #expect(line(of: asked.continued(by: frame(.choose, number: 2)))?.item == .known("12"))
    #expect(asked.continued(by: frame(.choose, number: 3)) == .askAgain)
    #expect(asked.continued(by: frame(.choose, number: 0)) == .askAgain)
  }

  @Test func `an amount answers how much, and keeps the unit that was said before`() {
    let asked = question(.quantity(line: 0), [ItemLine(item: .known("5"), unit: .kilogram)])
    let answered = line(of: asked.continued(by: frame(.followUp, ItemLine(item: .unsaid, quantity: Quantity(15)))))
    #expect(answered?.quantity == Quantity(15))
    #expect(answered?.unit == .kilogram)
    #expect(line(of: asked.continued(by: frame(.choose, number: 3)))?.quantity == Quantity(3))
  }

  @Test func `yes settles the doubt that was asked about and no other`() {
    guard case .perform(let request)? = question(.sure(.belowZero)).continued(by: frame(.yes)) else {
      Issue.record("yes was not taken")
      return
    }
    #expect(request.settled == [.belowZero])
  }

  @Test func `yes to a choice is no answer`() {
    #expect(question(.whichItem(line: 0, candidates: [1, 2])).continued(by: frame(.yes)) == .askAgain)
  }

  @Test func `a clear new request wins over the question`() {
    let asked = question(.quantity(line: 0))
    #expect(asked.continued(by: frame(.stockCheck, ItemLine(item: .known("3")))) == nil)
    #expect(asked.continued(by: frame(.help)) == nil)
  }

  @Test(arguments: [Intent.no, .cancel])
  func `no and cancel drop the request`(intent: Intent) {
    #expect(question(.sure(.unusual)).continued(by: frame(intent)) == .dropped)
    #expect(question(.item(line: 0)).continued(by: frame(intent)) == .dropped)
  }

  @Test func `a pack is learnt in another unit than its own`() {
    let asked = question(.packSize(line: 0, item: 5, unit: .box))
    let kilos = frame(.followUp, ItemLine(item: .unsaid, quantity: Quantity(12), unit: .litre))
    #expect(asked.continued(by: kilos) == .learnPack(item: 5, unit: .box, holds: Quantity(12), of: .litre))
    let circular = frame(.followUp, ItemLine(item: .unsaid, quantity: Quantity(12), unit: .box))
    #expect(asked.continued(by: circular) == .askAgain)
  }

  @Test func `a question closes after half an hour`() {
    let asked = question(.item(line: 0))
    #expect(asked.isOpen(at: Date(timeIntervalSince1970: 29 * 60)))
    #expect(!asked.isOpen(at: Date(timeIntervalSince1970: 30 * 60)))
  }

  @Test func `what the conversation remembers survives being stored`() throws {
    var state = DialogueState()
    state.question = question(.unknownItem(line: 0, nearest: [1, 2], spoken: "टूथब्रश"))
    state.lastRequest = state.question?.request
    state.lastWrite = state.lastRequest
    state.lastGroup = 9
    let stored = try JSONEncoder().encode(state)
    #expect(try JSONDecoder().decode(DialogueState.self, from: stored) == state)
    #expect(try JSONDecoder().decode(DialogueState.self, from: Data("{}".utf8)) == DialogueState())
  }
}
