import Crypto
import Simulator

/// The numbers and people of the demo: two business numbers, and those who write to them. No real number is among
/// them: nobody has one that begins with 91000000.
enum DemoPhones {
  /// Where owners and staff write.
  static let ownersChannel = "106540352240001"
  /// Where the shop's customers write.
  static let shopChannel = "106540352240002"

  struct Person {
    let phone: String
    let name: String
    let role: WhatsAppSimulator.Person.Role

    var channel: String { role == .customer ? shopChannel : ownersChannel }
  }

  static let people = [
    Person(phone: "910000000101", name: "Sunita Pawar", role: .owner),
    Person(phone: "910000000102", name: "Ravi Jadhav", role: .staff),
    Person(phone: "910000000201", name: "Meena Kulkarni", role: .customer),
    Person(phone: "910000000202", name: "Ramesh Shinde", role: .customer),
  ]

  static func simulator(_ configuration: Configuration) -> WhatsAppSimulator.Configuration {
    WhatsAppSimulator.Configuration(
      appSecret: configuration.whatsApp.appSecrets.first, accessToken: configuration.whatsApp.accessToken.first,
      businessAccountID: "102290129340001", webhookURL: "http://\(configuration.address)/webhook",
      numbers: [
        .init(phoneNumberID: ownersChannel, displayNumber: "+91 00000 00001", name: "RetailMind", pictureLetter: "R"),
        .init(
          phoneNumberID: shopChannel, displayNumber: "+91 00000 00002", name: "Shree Ganesh Kirana", pictureLetter: "श"),
      ],
      people: people.compactMap { .init(phone: $0.phone, name: $0.name, role: $0.role, numbers: [$0.channel]) })
  }
}

extension Retailmind {
  static func freshSecret() -> String { Hex.encode(randomBytes(24)) }
}
