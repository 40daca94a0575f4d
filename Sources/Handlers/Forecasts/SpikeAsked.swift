import Demand
import Forecast
import Intents
import Inventory
import Language
import Measures
import Messages

/// “A one-off order or new demand?”: asked once about what sold far beyond the usual. The answer is what the forecast
/// learns from.
extension Turn {
  /// Adds the question to what was written about a bill; of a helper's bill the owners are asked with the next alerts.
  func askingAboutSpike(_ answer: Answer, _ lines: [GroundedLine]) async throws -> Answer {
    guard let group = answer.group, let reply = answer.reply,
      let spike = try await saleSpike(lines, in: group),
      let item = lines.first(where: { $0.item.id == spike.item })?.item
    else { return answer }
    guard role == .owner else { return answer }
    try await books.noteAsked(spike.id)
    var asking = answer
    let undo = button(.buttonUndo, .undo(group: group.id))
    asking.reply = Reply(
      reply.text + "\n" + question(spike, item), choices: .buttons([undo] + spikeButtons(spike.id)),
      attachment: reply.attachment)
    return asking
  }

  private func saleSpike(_ lines: [GroundedLine], in group: EntryGroup) async throws -> SeenSpike? {
    // Most bills take one of each, and are no more work than they were.
    guard lines.contains(where: { $0.quantity > Quantity(1) }) else { return nil }
    var rule = SpikeRule()
    if let told = try await books.largeSale() { rule.saleUnitsMin = told.amount }
    return try await books.saleSpike(lines.map { ($0.item.id, $0.quantity) }, in: group.id, on: today, rule: rule)
  }

  /// The question about a day that the night's work found, below a forecast.
  func openSpikeQuestion(of item: Item) async throws -> (text: String, buttons: [Button])? {
    guard role == .owner, let spike = try await books.openSpike(of: item.id, since: today.adding(-Self.spikeDaysBack))
    else { return nil }
    return (question(spike, item), spikeButtons(spike.id))
  }

  func answerSpike(_ id: Int64, isOneOff: Bool) async throws -> Answer {
    guard role == .owner else { return .say(say(.notAllowed)) }
    guard let id = try await books.answerSpike(id, isOneOff ? .oneOff : .newDemand, on: today),
      let item = try await books.item(id)
    else {
      return .say(say(.nothingOpen))
    }
    return .say(say(isOneOff ? .spikeOneOff : .spikeNewDemand, [.item: name(item)]))
  }

  /// After that nobody remembers.
  private static let spikeDaysBack = 14

  private func question(_ spike: SeenSpike, _ item: Item) -> String {
    let values: [Placeholder: PhraseValue] = [
      .item: name(item), .qty: rough(spike.amount, of: item), .usual: rough(spike.usual, of: item),
      .date: .day(spike.day, today: today),
    ]
    return say(spike.day == today ? .spikeSale : .spikeDay, values)
  }

  func spikeButtons(_ spike: Int64) -> [Button] {
    [
      button(.buttonOneOff, .spike(spike, isOneOff: true)), button(.buttonNewDemand, .spike(spike, isOneOff: false)),
    ]
  }
}
