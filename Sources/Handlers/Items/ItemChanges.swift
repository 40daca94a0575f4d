import Intents
import Inventory
import Language
import Messages

/// “maggi ka naam maggi masala kar do”, “frooti list se hata do”: the list changes, the books stay.
extension Turn {
  func itemRename(_ request: Request) async throws -> Answer {
    try await withItems(of: request) { items in
      let item = items[0]
      guard let new = request.frame.slots.newName, (1...Self.nameMax).contains(new.unicodeScalars.count) else {
        return .say(say(.newNameMissing, [.item: name(item)]), for: request)
      }
      guard try await books.isFreeName(new, for: item.id) else {
        return .say(say(.aliasTaken, [.text: .text(new)]), for: request)
      }
      let what: [Placeholder: PhraseValue] = [.item: name(item), .text: .text(new)]
      if isUnsure(request) { return sure(.unsure, say(.renameSure, what), request) }
      let group = try await books.openGroup(.itemChange, by: author)
      try await books.rename(item, to: new, in: group)
      return .wrote(say(.itemRenamed, what), group, for: request, in: self)
    }
  }

  /// Asked about every time: what is gone is missed late.
  func itemDelete(_ request: Request) async throws -> Answer {
    try await withItems(of: request) { items in
      let item = items[0]
      let what: [Placeholder: PhraseValue] = [.item: name(item), .left: measure(item.onHand, of: item)]
      guard request.settled.contains(.unsure) else {
        let yes = button(.buttonDelete, .yes(question: questionID))
        let no = button(.buttonNo, .no(question: questionID))
        return .ask(say(.deleteSure, what), .sure(.unsure), request, .buttons([yes, no]))
      }
      let group = try await books.openGroup(.itemChange, by: author)
      try await books.remove(item, in: group)
      return .wrote(say(.itemDeleted, what), group, for: request, in: self)
    }
  }

  private static let nameMax = 60
}
