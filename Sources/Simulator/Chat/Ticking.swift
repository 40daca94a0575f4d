internal import Foundation
internal import HTTP

/// What time brings to messages on their way: ticks on both sides, and the fate of webhooks.
extension World {
  mutating func happen(_ happening: Happening, at now: Date) {
    switch happening {
    case .status(let state, let messageID, let failure):
      ticksToCome -= 1
      report(state, of: messageID, failure: failure, at: now)
    case .seen(let chat): see(chat, at: now)
    case .closed(let viewer, let look): close(viewer: viewer, look: look)
    case .due(let due): postbox.happen(due)
    case .moderated(let template): moderate(template, at: now)
    }
  }

  /// A page shows this chat, or none: what waits there is read after a moment. Returns the number of the look.
  mutating func look(at chat: ChatKey?, viewer: String) -> Int {
    looks += 1
    viewers[viewer] = chat.map { Viewer(chat: $0, look: looks) }
    if let chat, chats[chat]?.unreadByPerson.isEmpty == false { after(configuration.timing.read, .seen(chat)) }
    return looks
  }

  /// The page's question is answered; it may ask again in a moment, which is still the same look.
  mutating func endLook(_ look: Int, viewer: String) {
    after(configuration.timing.openLinger, .closed(viewer: viewer, look: look))
  }

  private mutating func close(viewer: String, look: Int) {
    if viewers[viewer]?.look == look { viewers[viewer] = nil }
  }

  private func isOpen(_ chat: ChatKey) -> Bool {
    viewers.values.contains { $0.chat == chat }
  }

  /// `sent`, then `delivered`, then `read` where somebody looks; or `failed`. In a storm all at once.
  private mutating func report(_ state: Message.State, of messageID: String, failure: GraphError?, at now: Date) {
    let isStorm = trouble.statusStorm > 0
    let states: [Message.State] = isStorm && state == .sent ? [.sent, .delivered, .read] : [state]
    for state in states { advance(messageID, to: state, failure: failure) }
    if state == .failed { counters.failed += 1 }
    for state in isStorm ? storm(of: states) : states { tell(state, of: messageID, failure: failure, at: now) }
    if states == [state] { follow(state, of: messageID) }
  }

  private mutating func tell(_ state: Message.State, of messageID: String, failure: GraphError?, at now: Date) {
    guard let message = messages[messageID], let number = number(message.chat.number) else { return }
    counters.statuses += 1
    postbox.put(
      WebhookUpdate(
        status: state, of: message, failure: failure, at: now, to: person(message.chat.person), from: number))
  }

  private mutating func follow(_ state: Message.State, of messageID: String) {
    switch state {
    case .sent: after(configuration.timing.delivered, .status(.delivered, of: messageID, failure: nil))
    case .delivered: if let message = messages[messageID] { arrive(message) }
    case .accepted, .read, .failed: break
    }
  }

  private mutating func arrive(_ message: Message) {
    Chat.append(message.id, to: &chats[message.chat, default: Chat()].unreadByPerson)
    if isOpen(message.chat) { after(configuration.timing.read, .seen(message.chat)) }
  }

  private mutating func see(_ chat: ChatKey, at now: Date) {
    guard isOpen(chat), let unread = chats[chat]?.unreadByPerson else { return }
    chats[chat]?.unreadByPerson = []
    for id in unread { report(.read, of: id, failure: nil, at: now) }
  }

  /// Ticks never go backwards.
  mutating func advance(_ messageID: String, to state: Message.State, failure: GraphError? = nil) {
    guard let message = messages[messageID], message.state < state else { return }
    messages.change(messageID) { $0.state = state }
    logStatus(state, of: message, failure: failure)
  }

  mutating func logStatus(_ state: Message.State, of message: Message, failure: GraphError? = nil) {
    var fields: [String: JSON] = ["id": .string(message.id), "status": .string(state.name)]
    fields["error"] = failure.map { ["code": .integer(Int64($0.code)), "title": .string($0.title)] }
    log.append(.status, in: message.chat, fields)
  }

  /// Our server answered a webhook, or did not (`status` 0).
  mutating func finish(_ post: WebhookPost, status: Int, milliseconds: Double) {
    let verdict = postbox.finish(post, status: status)
    logCall(of: post, status: status, milliseconds: milliseconds, verdict: verdict)
    count(post, verdict)
    guard case .taken = verdict else { return }
    for update in post.updates where update.isMessage {
      if let id = update.messageID { advance(id, to: .delivered) }
    }
  }

  private mutating func count(_ post: WebhookPost, _ verdict: Postbox.Verdict) {
    counters.posts += 1
    if post.isCopy, post.attempt == 1 { counters.copies += 1 }
    switch verdict {
    case .taken: counters.postsTaken += 1
    case .again: counters.postsRefused += 1
    case .dropped:
      counters.postsRefused += 1
      if !post.isCopy { counters.postsDropped += 1 }
    }
  }
}
