import Intents
import Inventory
import Language
import Messages

/// “Yaad rahega: meethi = Sugar”: when an owner picks the right one of two, or says which one he meant, his word for it is
/// a name of the item from then on, in his shop alone. It is shown, and one tap forgets it.
extension Turn {
  /// Performs what was asked anew, and learns from how it differs from what was understood before.
  func perform(_ request: Request, insteadOf before: Frame) async throws -> Answer {
    guard role == .owner, let (heard, item) = request.frame.named(insteadOf: before),
      let name = interpreter.learnableName(heard), let learnt = try await learn(name, item)
    else { return try await perform(request) }
    let answer = try await perform(request)
    return answer.followed(by: learnt.text, learnt.forget)
  }

  private func learn(_ name: String, _ id: Int64) async throws -> (text: String, forget: Button)? {
    // A group without an entry would be what “undo” takes back.
    guard let item = try await books.item(id), try await books.isFreeName(name) else { return nil }
    let group = try await books.openGroup(.name, by: author)
    guard try await books.learnName(name, of: id, in: group) else { return nil }
    let text = say(.nameLearnt, [.text: .text(name), .item: self.name(item)])
    return (text, button(.buttonForget, .undo(group: group.id)))
  }
}

extension Frame {
  /// What was called by a word that we did not know, or took for something else, and which item it is.
  fileprivate func named(insteadOf before: Frame) -> (heard: String, item: Int64)? {
    guard slots.items.count == before.slots.items.count else { return nil }
    for (new, old) in zip(slots.items, before.slots.items) where new.item != old.item {
      guard case .known(let id) = new.item, let item = Int64(id) else { continue }
      if let heard = old.item.spoken ?? old.heard { return (heard, item) }
    }
    return nil
  }
}

extension Answer {
  /// With a line more at the end, and a button more where there is room for one.
  fileprivate func followed(by line: String, _ button: Button) -> Answer {
    var answer = self
    answer.reply = reply.map { reply in
      let choices: Choices =
        switch reply.choices {
        case .none: .buttons([button])
        case .buttons(let buttons) where buttons.count < Choices.Limit.buttons: .buttons(buttons + [button])
        case .buttons, .list: reply.choices
        }
      return Reply(reply.text + "\n" + line, choices: choices, attachment: reply.attachment)
    }
    return answer
  }
}
