package import Foundation

extension WhatsAppSimulator {
  /// One chat of a person with a number of ours, as the phone shows it.
  package struct Inbox: Sendable, Hashable {
    /// `Person.id`
    package let person: String
    /// `Number.phoneNumberID`
    package let number: String
    /// What came from our server, in the order in which it was sent.
    package let messages: [Received]
  }

  /// A message of ours that a phone showed. Whether our server heard of it is another matter.
  package struct Received: Sendable, Hashable {
    package let messageID: String
    /// The `biz_opaque_callback_data` that our server gave it.
    package let callbackData: String?
    /// 1, or more when this chat has seen the same callback data before: it was sent once more.
    package let time: Int
    package let words: String?
    package let at: Date

    package var isRepeat: Bool { time > 1 }
  }

  /// What has happened since the start.
  package struct Counters: Sendable, Hashable {
    /// Written by people, and ticks on our server's messages: told to our server by webhook.
    package var said = 0
    package var statuses = 0

    /// Attempts to deliver a webhook: answered with 200; with anything else or not at all; given up for good.
    package var posts = 0
    package var postsTaken = 0
    package var postsRefused = 0
    package var postsDropped = 0
    /// Posts that were second copies, and posts that were held back.
    package var copies = 0
    package var heldBack = 0

    /// Sends of our server: taken, and of these repeated; refused; taken with the answer lost.
    package var sends = 0
    package var repeats = 0
    package var sendsRefused = 0
    package var answersLost = 0
    /// Taken, and then reported as failed.
    package var failed = 0

    package init() {}
  }
}
