import API
import Database
import Foundation
import Handlers
import Language
import Messages

/// What stands between the door for programs and the engine behind all doors: neither knows the other.
actor ProgramsDoor {
  /// Nil until what messages mean is learnt, which takes a second or two.
  private var conversation: Conversation?

  func open(_ conversation: Conversation) { self.conversation = conversation }

  nonisolated var engine: Engine {
    Engine(
      languages: Voice.allCases.map(\.rawValue),
      prepare: { words, books in try await self.ready().prepare(for: Self.said(words), in: books) },
      answer: { words, books in
        let conversation = try await self.ready()
        do {
          return try await Self.told(conversation.answer(Self.said(words), in: books))
        } catch is Conversation.ReadsOnly {
          throw Refusal.readsOnly
        }
      })
  }

  private func ready() throws -> Conversation {
    guard let conversation else { throw Refusal.starting }
    return conversation
  }

  private static func said(_ words: Engine.Words) -> ProgramsWords {
    ProgramsWords(
      person: words.caller.person, question: -Int64.random(in: 1..<(1 << 53)), mayWrite: words.caller.mayWrite,
      content: words.content, voice: words.language.flatMap(Voice.init))
  }

  private static func told(_ answer: ProgramsAnswer) -> Engine.Answer {
    Engine.Answer(
      reply: answer.reply, forward: answer.forward, intent: answer.intent, language: answer.voice.rawValue,
      isQuestion: answer.isQuestion, group: answer.group)
  }
}
