import Inventory
import Language
import Messages

/// A new shop's first goods as a file or a sheet: what it says is written on one tap, and the way goes on.
extension Turn {
  /// What could not be read leaves the way where it stands: the goods are asked for once more.
  func arrive(_ setup: Setup, with file: ReceivedFile) async throws -> Answer {
    let answer = try await receive(file)
    guard answer.question == nil, setup.step == .goods, let told = answer.reply else { return answer }
    return ask(setup, after: [told.text])
  }

  /// The goods are there; whoever is still on the way hears what comes next.
  func imported(_ text: String, _ group: EntryGroup) -> Answer {
    let written = Answer(reply: Reply(text), group: group)
    guard var next = state.setup else { return undoable(written, group) }
    if next.step == .goods { _ = next.hear(.skip) }
    var answer = ask(next, after: [text])
    answer.group = group
    return undoable(answer, group)
  }

  /// Somebody who does not want what the file says is still on the way.
  func notImported() -> Answer {
    guard let setup = state.setup else { return .say(say(.cancelled)) }
    return ask(setup, after: [say(.cancelled)])
  }

  func undoable(_ answer: Answer, _ group: EntryGroup) -> Answer {
    var answer = answer
    let undo = button(.buttonUndo, .undo(group: group.id))
    answer.reply = answer.reply.map { reply in
      let choices: Choices =
        switch reply.choices {
        // What no longer fits can be typed.
        case .buttons(let buttons): .buttons([undo] + buttons.prefix(Choices.Limit.buttons - 1))
        case .none: .buttons([undo])
        case .list: reply.choices
        }
      return Reply(reply.text, choices: choices, attachment: reply.attachment)
    }
    return answer
  }
}
