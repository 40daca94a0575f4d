package import Database
package import Messages

/// Who understands what programs say, and answers from the books: the same as for people. `API` does not know it; it
/// is handed in.
package struct Engine: Sendable {
  /// What a program says; `content` is text or a tap on a button of ours.
  package struct Words: Sendable {
    package let caller: Caller
    package let content: Content
    /// One of `languages`; nil answers as it was asked.
    package let language: String?
  }

  package struct Answer: Sendable {
    let reply: Reply?
    let forward: Reply?
    let intent: String?
    let language: String
    let isQuestion: Bool
    let group: Int64?

    package init(
      reply: Reply?, forward: Reply?, intent: String?, language: String, isQuestion: Bool, group: Int64?
    ) {
      (self.reply, self.forward, self.intent) = (reply, forward, intent)
      (self.language, self.isQuestion, self.group) = (language, isQuestion, group)
    }
  }

  let languages: [String]
  /// What must be there before anybody asks, in a transaction of its own.
  let prepare: @Sendable (Words, Books) async throws -> Void
  /// Throws `Refusal.readsOnly` for a caller who may only read, when the words write.
  let answer: @Sendable (Words, Books) async throws -> Answer

  package init(
    languages: [String], prepare: @escaping @Sendable (Words, Books) async throws -> Void,
    answer: @escaping @Sendable (Words, Books) async throws -> Answer
  ) {
    self.languages = languages
    self.prepare = prepare
    self.answer = answer
  }
}
