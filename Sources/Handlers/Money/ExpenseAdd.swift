import Commerce
import Intents
import Inventory
import Language
import Measures
import Messages

/// “dukan ka kiraya 8000 diya”: a running cost was paid.
extension Turn {
  func expenseAdd(_ request: Request) async throws -> Answer {
    guard let amount = request.frame.slots.amount, amount > .zero else {
      return .ask(say(.amountMissing), .amount, request)
    }
    let kind = ExpenseKind(said: request.words ?? "")
    let what: [Placeholder: PhraseValue] = [.what: .text(say(kind.phrase)), .amount: .money(amount)]
    if isUnsure(request) {
      let items = PhraseValue.list([.words([.text(say(kind.phrase)), .money(amount)])])
      return sure(.unsure, say(.confirmWrite, [.what: .text(say(.whatExpense, [.items: items]))]), request)
    }
    let group = try await books.openGroup(.expense, by: author)
    try await books.spend(amount, on: kind, note: kind == .other ? request.words : nil, in: group, by: author)
    return .wrote(say(.expenseWritten, what), group, for: request, in: self)
  }
}

extension ExpenseKind {
  var phrase: Phrase {
    switch self {
    case .rent: .expenseRent
    case .electricity: .expenseElectricity
    case .salary: .expenseSalary
    case .transport: .expenseTransport
    case .phone: .expensePhone
    case .repair: .expenseRepair
    case .tea: .expenseTea
    case .other: .expenseOther
    }
  }

  /// By the first word that says what it was for.
  init(said words: String) {
    let sounds = words.split { !$0.isLetter && !$0.unicodeScalars.allSatisfy(\.properties.isGraphemeExtend) }
      .map { SoundKey(String($0)) }
    self = sounds.lazy.compactMap { Self.bySound[$0] }.first ?? .other
  }

  private static let bySound: [SoundKey: ExpenseKind] = {
    let words: [(ExpenseKind, String)] = [
      (.rent, "rent kiraya kiraye किराया किराये भाडे भाडं भाड्याचे bhade bhada भाडा"),
      (.electricity, "electricity light lait bijli bijlee vij veej लाइट लाईट बिजली वीज वीजबिल विजेचे करंट"),
      (.salary, "salary wages pagar tankhwah tankha vetan majduri mazdoori पगार तनख्वाह तनखा वेतन मजदूरी मजुरी सैलरी"),
      (
        .transport,
        "transport tempo auto rickshaw riksha diesel petrol delivery टेम्पो टेंपो रिक्शा रिक्षा डीजल डिझेल पेट्रोल ट्रांसपोर्ट ट्रान्सपोर्ट हमाली hamali"
      ),
      (.phone, "phone mobile recharge internet wifi फोन मोबाइल मोबाईल रिचार्ज इंटरनेट"),
      (.repair, "repair repairing marammat durusti fridge मरम्मत दुरुस्ती रिपेयर रिपेअर"),
      (.tea, "chai chaha tea nashta nasta snacks चाय चहा नाश्ता नाष्टा"),
    ]
    return Dictionary(
      words.flatMap { kind, list in list.split(separator: " ").map { (SoundKey(String($0)), kind) } },
      uniquingKeysWith: { first, _ in first })
  }()
}
