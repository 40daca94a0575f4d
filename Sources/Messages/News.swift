package import Foundation

/// Something that WhatsApp tells us besides messages and their ticks: an account that was banned, a template that was
/// paused, a person with a new number. Whatever we do not know is `.unknown`, and kept all the same.
package struct News: Hashable, Sendable {
  /// The business account that it is about, in WhatsApp's own words; "" where nobody said.
  package let account: String
  /// When it happened, by WhatsApp's clock: news comes late, twice and in any order.
  package let at: Date
  package let matter: Matter

  package init(account: String, at: Date, matter: Matter) {
    self.account = account
    self.at = at
    self.matter = matter
  }

  package enum Matter: Hashable, Sendable {
    case account(AccountEvent)
    case number(display: String, NumberEvent)
    case template(Template, TemplateEvent)
    case preference(Preference)
    case renaming(Renaming)
    case payment(PaymentHint)
    /// Somebody rang us: as good as a message for the time in which we may write freely.
    case call(from: Sender, channel: String)
    /// Errors of a number, without a message that they belong to.
    case trouble([ChannelFailure], channel: String)
    case aside(Aside)
    /// In WhatsApp's words: the field, or the field and its event.
    case unknown(String)
  }

  /// Understood, and of no consequence here. Messages in these are never answered.
  package enum Aside: Hashable, Sendable {
    /// What was said before the number came to us, or why it was not handed over.
    case history
    /// The shop wrote from its own phone.
    case echo
    case addressBook
    case callEnded
    case callStatus
    case flow(event: String)
    case group(event: String)
    /// A word about a message of ours that is no step of its delivery: `deleted`, `warning`.
    case statusWord(String)
    /// Of another product that shares the app.
    case foreign(object: String)
    case nothing
  }
}

// MARK: The account and its numbers

package enum AccountEvent: Hashable, Sendable {
  case ban(Ban)
  case violation(kind: String)
  case restricted([Restriction])
  case deleted
  case offboarded
  case reconnected
  case reviewed(decision: String)
  case alerted(kind: String, severity: String, status: String)
  /// How many people may be written to first in a day, and how many numbers the account may have.
  case capability(conversations: String?, numbers: String?)
  case partner(event: String)
  case solution(event: String, status: String)
  case priceTier(category: String, tier: String)
  case paymentConfiguration(name: String, status: String)
  /// Of no consequence here, but known by name.
  case formality(event: String)

  package enum Ban: String, Hashable, Sendable, CaseIterable {
    case scheduled = "SCHEDULE_FOR_DISABLE"
    case disabled = "DISABLE"
    case reinstated = "REINSTATE"
  }
}

/// Something that an account may not do for a while.
package struct Restriction: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// Writing to people first, with templates.
    case beginning
    /// Answering people who wrote.
    case answering
    case addingNumbers
    case other(String)
  }

  package let kind: Kind
  /// Nil: until further notice.
  package let until: Date?

  package init(kind: Kind, until: Date?) {
    self.kind = kind
    self.until = until
  }
}

package enum NumberEvent: Hashable, Sendable {
  case quality(event: String, limit: String?)
  case name(String, decision: String, reason: String?)
  case username(String, status: String)
  case security(event: String)
}

// MARK: Templates

/// One template in one language; WhatsApp writes `en-US` in news and wants `en_US` in messages.
package struct Template: Hashable, Sendable {
  package let name: String
  package let language: String

  package init(name: String, language: String) {
    self.name = name
    self.language = language.replacing("-", with: "_")
  }
}

package enum TemplateEvent: Hashable, Sendable {
  case status(Status, reason: String?)
  case quality(Quality)
  /// Its words were changed; nothing of them is kept but the raw news.
  case components
  /// `next` is what WhatsApp will make of it, and when.
  case category(String, next: String?, nextAt: Date?)

  package enum Status: String, Hashable, Sendable, CaseIterable {
    case approved = "APPROVED"
    case rejected = "REJECTED"
    case pending = "PENDING"
    case paused = "PAUSED"
    case disabled = "DISABLED"
    case flagged = "FLAGGED"
    case reinstated = "REINSTATED"
    case inAppeal = "IN_APPEAL"
    case limitExceeded = "LIMIT_EXCEEDED"
    case locked = "LOCKED"
    case archived = "ARCHIVED"
    case unarchived = "UNARCHIVED"
    case deleted = "DELETED"
    case pendingDeletion = "PENDING_DELETION"
  }

  package enum Quality: String, Hashable, Sendable, CaseIterable {
    case green = "GREEN"
    case yellow = "YELLOW"
    case red = "RED"
    case unknown = "UNKNOWN"
  }
}

// MARK: People

/// “No more offers, please”, said to WhatsApp, or told to us when one of ours was refused for it.
package struct Preference: Hashable, Sendable {
  package static let marketing = "marketing_messages"

  package let person: Sender
  package let channel: String
  package let category: String
  package let isWanted: Bool

  package init(person: Sender, channel: String, category: String, isWanted: Bool) {
    self.person = person
    self.channel = channel
    self.category = category
    self.isWanted = isWanted
  }
}

/// A person whom we know is called differently from now on.
package struct Renaming: Hashable, Sendable {
  package let known: [Recipient]
  package let now: [Recipient]
  /// The message that told of it, and to which number: one that comes once more tells nothing new.
  package let message: String?
  package let channel: String?

  package init(known: [Recipient], now: [Recipient], message: String? = nil, channel: String? = nil) {
    self.known = known
    self.now = now
    self.message = message
    self.channel = channel
  }
}

/// What WhatsApp says about a payment: a hint, to be confirmed before anything is booked.
package struct PaymentHint: Hashable, Sendable {
  package let channel: String
  /// Ours, of the order.
  package let reference: String
  /// The gateway's; "" before anybody tried to pay.
  package let transaction: String
  package let status: String
  package let transactionStatus: String?
  /// Paise.
  package let amount: Int64?
  package let refunded: Int64
  package let currency: String?

  package init(
    channel: String, reference: String, transaction: String, status: String, transactionStatus: String?,
    amount: Int64?, refunded: Int64, currency: String?
  ) {
    self.channel = channel
    self.reference = reference
    self.transaction = transaction
    self.status = status
    self.transactionStatus = transactionStatus
    self.amount = amount
    self.refunded = refunded
    self.currency = currency
  }
}
