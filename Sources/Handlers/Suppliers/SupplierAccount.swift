import Commerce
import Intents
import Language
import Measures
import Messages

/// Which supplier a request speaks of: found by name in either script, chosen where several fit.
extension Turn {
  /// Nil where nobody is named: “supplier se”, “mandi se” is no name.
  func supplierName(of request: Request) -> String? {
    guard let said = request.frame.slots.supplier, said != "@ref", !isNameless(said) else { return nil }
    return said
  }

  /// “wholesaler”, “maal wale”: a trade, and nobody in it.
  func isNameless(_ name: String) -> Bool {
    name.split(separator: " ").allSatisfy { Self.nameless.contains(SoundKey(String($0))) }
  }

  /// Nil where no supplier is called so.
  func supplier(named name: String, _ request: Request) async throws -> Grounded<Supplier?> {
    let found = try await books.suppliers(named: name)
    if let chosen = found.first(where: { $0.id == request.supplier }) { return .ready(chosen) }
    return found.count > 1 ? .ask(askWhich(found, name, request)) : .ready(found.first)
  }

  private func askWhich(_ suppliers: [Supplier], _ name: String, _ request: Request) -> Answer {
    let choices = suppliers.map { supplier in
      var chosen = request
      chosen.supplier = supplier.id
      let isAlone = suppliers.count { $0.name == supplier.name } == 1
      return Choice(title: supplier.name + (isAlone ? "" : " #\(supplier.id)"), request: chosen)
    }
    return chooseOne(
      say(.whichSupplier, [.text: .text(name), .n: .number(suppliers.count)]), choices, request)
  }

  /// How the shop stands with a supplier, in words: nothing is said with a minus sign.
  func payableStanding(_ balance: Money) -> String {
    if balance == .zero { return say(.standingSettled) }
    return balance > .zero
      ? say(.standingPayable, [.balance: .money(balance)]) : say(.standingPrepaid, [.balance: .money(-balance)])
  }

  private static let nameless = Set(
    """
    supplier suppliers wholesaler wholesalers vyapari company agency dealer distributor vendor vendors mandi mandai market
    bazar bazaar thok sab sabka all maal wale wala walo everyone सप्लायर सप्लायरों व्यापारी कंपनी एजेंसी एजन्सी डीलर
    डिस्ट्रीब्यूटर मंडी मंडई बाजार मार्केट माल वाले वाला वालों सब
    """.split(whereSeparator: \.isWhitespace).map { SoundKey(String($0)) })
}
