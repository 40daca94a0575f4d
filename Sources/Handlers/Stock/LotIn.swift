import Intents
import Inventory
import Language
import Measures

/// “20 packet doodh aaya expiry 12 march batch A12”: the date and the batch on the packs of what came in.
extension Turn {
  /// A date that is over already is asked about: it may have been heard wrong.
  func doubtOfExpiry(_ lines: [GroundedLine], _ request: Request) -> Answer? {
    guard !request.settled.contains(.unusual) else { return nil }
    for line in lines {
      guard let day = line.spoken.lot?.expiry?.lastDay(from: today), day < today else { continue }
      let values: [Placeholder: PhraseValue] = [.item: name(line.item), .date: .date(day, today: today)]
      return sure(.unusual, say(.expiryPastAsk, values), request)
    }
    return nil
  }

  /// Writes the lot of a line, if there is one; returns what is read back of it.
  func note(_ lot: Lot?, of line: GroundedLine, in group: EntryGroup) async throws -> String? {
    guard let lot else { return nil }
    let day = lot.expiry?.lastDay(from: today)
    guard day != nil || lot.batch != nil else { return nil }
    try await books.noteLot(of: line.item.id, line.quantity, expiresOn: day, batch: lot.batch, in: group)
    let date = day.map { PhraseValue.date($0, today: today) }
    switch (date, lot.batch) {
    case (let date?, nil): return say(.lotDated, [.date: date])
    case (let date?, let batch?): return say(.lotDatedBatch, [.date: date, .text: .text(batch)])
    case (nil, let batch): return say(.lotBatch, [.text: .text(batch ?? "")])
    }
  }
}
