extension WhatsAppSimulator {
  /// Which shop numbers and which phones there are, the secrets our server shares with “Meta”, and how quick Meta is.
  package struct Configuration: Sendable {
    /// Signs the webhooks.
    package var appSecret: String
    /// What our server must show as bearer.
    package var accessToken: String
    /// The WhatsApp Business Account, `entry[].id` of every webhook.
    package var businessAccountID: String
    /// Where our server listens: `http://127.0.0.1:8080/webhook`.
    package var webhookURL: String
    /// More of our servers, as behind a load balancer: webhooks take turns.
    package var otherWebhookURLs: [String] = []
    package var numbers: [Number]
    package var people: [Person]
    /// Names in the Host header, besides loopback ones, under which the phone page may be opened.
    package var allowedHosts: [String] = []
    /// Approved already. Others must be submitted first.
    package var templates: [Template] = []
    package var timing = Timing.lifelike
    package var rates = Rates()
    /// Messages that are remembered; of older ones nothing more can be told.
    package var messagesMax = 50_000

    package init(
      appSecret: String, accessToken: String, businessAccountID: String, webhookURL: String, numbers: [Number],
      people: [Person]
    ) {
      self.appSecret = appSecret
      self.accessToken = accessToken
      self.businessAccountID = businessAccountID
      self.webhookURL = webhookURL
      self.numbers = numbers
      self.people = people
    }
  }

  /// A business number that our server answers for.
  package struct Number: Hashable, Sendable {
    package let phoneNumberID: String
    /// As people read it: “+91 98200 00001”.
    package let displayNumber: String
    package let name: String
    /// Stands for the profile picture.
    package let pictureLetter: String

    package init(phoneNumberID: String, displayNumber: String, name: String, pictureLetter: String) {
      self.phoneNumberID = phoneNumberID
      self.displayNumber = displayNumber
      self.name = name
      self.pictureLetter = pictureLetter
    }
  }

  /// Somebody with a phone, who writes to one or more of the numbers.
  package struct Person: Hashable, Sendable {
    package enum Role: String, Hashable, Sendable, CaseIterable { case owner, staff, customer }

    /// Digits with country code; nil for a person who hides the number behind a username.
    package let phone: String?
    /// Business-scoped user id, `IN.…`.
    package let userID: String?
    package let name: String
    package let role: Role
    /// The `phoneNumberID`s this person chats with, the first one first.
    package let numbers: [String]

    /// Nil when neither a phone nor a user id is given: nobody could be reached that way.
    package init?(phone: String?, userID: String? = nil, name: String, role: Role, numbers: [String]) {
      guard phone != nil || userID != nil else { return nil }
      self.phone = phone
      self.userID = userID
      self.name = name
      self.role = role
      self.numbers = numbers
    }

    /// How the phone page and the control API call this person.
    package var id: String { phone ?? userID ?? "" }
  }

  /// How long Meta takes, and how it tries again.
  package struct Timing: Sendable {
    /// From acceptance to `sent`, from there to `delivered`, from there to `read` where the phone is open.
    package var sent: Duration
    package var delivered: Duration
    package var read: Duration
    /// How long a phone counts as open after its page last asked.
    package var openLinger: Duration
    /// Waits between the attempts of a refused webhook; after the last one it is dropped.
    package var redelivery: [Duration]
    /// How long an answer that a test wants lost is held back.
    package var lostAnswer: Duration
    /// How long a webhook is held back at most until a later one has overtaken it, and a burst until it is full.
    package var heldBack: Duration
    package var burst: Duration
    /// A second copy of a webhook comes so much later at most.
    package var echo: Duration
    /// How long Meta looks at a template.
    package var moderation: Duration
    /// Webhooks under way at once.
    package var inFlightMax = 16
    /// Updates of one person that may share a webhook.
    package var updatesPerPostMax = 10

    /// As on a good day in Mumbai.
    package static let lifelike = Timing(
      sent: .milliseconds(60), delivered: .milliseconds(140), read: .milliseconds(500), openLinger: .seconds(3),
      redelivery: [.seconds(1), .seconds(5), .seconds(30), .seconds(120), .seconds(600)] + hourlyForSevenDays,
      lostAnswer: .seconds(45), heldBack: .seconds(2), burst: .milliseconds(300), echo: .seconds(2),
      moderation: .seconds(3))
    /// For tests: everything at once, and five attempts; a phone once looked at stays open.
    package static let immediate = Timing(
      sent: .zero, delivered: .zero, read: .zero, openLinger: .seconds(3_600),
      redelivery: Array(repeating: .zero, count: 4), lostAnswer: .zero,
      heldBack: .milliseconds(20), burst: .milliseconds(20), echo: .zero, moderation: .zero)

    private static let hourlyForSevenDays = Array(repeating: Duration.seconds(3_600), count: 7 * 24)
  }

  /// Meta's sending limits; nil where a run should not meet them.
  package struct Rates: Sendable {
    /// Messages a second from one number (Meta: 80).
    package var perNumber: Int?
    /// Messages to one person that may go at once (Meta: 45), earned back one per `pairInterval`.
    package var pairBurst: Int?
    package var pairInterval: Duration = .seconds(6)

    package init(perNumber: Int? = nil, pairBurst: Int? = nil, pairInterval: Duration = .seconds(6)) {
      self.perNumber = perNumber
      self.pairBurst = pairBurst
      self.pairInterval = pairInterval
    }
  }
}
