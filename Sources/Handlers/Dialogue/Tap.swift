/// What a tap on one of our buttons or rows means; its id travels to the phone and back as text.
enum Tap: Hashable, Sendable {
  /// Takes back a group of entries, whatever was said since.
  case undo(group: Int64)
  case yes(question: Int64)
  case no(question: Int64)
  case pick(question: Int64, index: Int)
  case newItem(question: Int64)
  case listPage(offset: Int, category: String?)
  case duesPage(offset: Int)
  /// What was to be deleted stays.
  case keepData(erasure: Int64)
  /// Makes a reminder for one of those who owe.
  case remind(customer: Int64, due: String?)
  /// Makes the message of an order to a supplier; nil: of goods whose supplier is not known.
  case order(supplier: Int64?, OrderWish)
  /// Takes an advised price.
  case price(item: Int64, paise: Int64)
  /// Opens the box for the answer to a customer.
  case answer(question: Int64)
  /// An answer to a step of a new shop's way.
  case setup(Setup.Step, String)
  case setupSkip(Setup.Step)
  /// What sold beyond the usual will not come again, or will.
  case spike(Int64, isOneOff: Bool)
  /// What we told was seen.
  case seen(AlertBatch)
  /// Go on in another shop of one's own.
  case shop(Int64)

  var id: String {
    switch self {
    case .undo(let group): "undo:\(group)"
    case .yes(let question): "yes:\(question)"
    case .no(let question): "no:\(question)"
    case .pick(let question, let index): "pick:\(question):\(index)"
    case .newItem(let question): "new:\(question)"
    case .duesPage(let offset): "dues:\(offset)"
    case .keepData(let erasure): "keep:\(erasure)"
    case .remind(let customer, let due): "remind:\(customer)" + (due.map { ":\($0)" } ?? "")
    case .order(let supplier, let wish): "order:\(supplier ?? 0):\(wish.text)"
    case .price(let item, let paise): "price:\(item):\(paise)"
    case .answer(let question): "answer:\(question)"
    case .spike(let spike, let isOneOff): "\(isOneOff ? "oneoff" : "demand"):\(spike)"
    case .shop(let id): "shop:\(id)"
    case .seen(let batch): "seen:\(batch.text)"
    case .setup(let step, let value): "setup:\(step.rawValue):\(value)"
    case .setupSkip(let step): "skip:\(step.rawValue)"
    case .listPage(let offset, let category): "list:\(offset)" + (category.map { ":\($0)" } ?? "")
    }
  }

  /// Nil for an id that we never gave out; it came from outside.
  init?(id: String) {
    let parts = id.split(separator: ":", maxSplits: 2).map(String.init)
    if let tap = Self.ofSetup(parts) {
      self = tap
      return
    }
    if parts.count == 2, parts[0] == "seen" {
      guard let batch = AlertBatch(text: parts[1]) else { return nil }
      self = .seen(batch)
      return
    }
    guard parts.count >= 2, let number = Int64(parts[1]) else { return nil }
    switch parts[0] {
    case "shop": self = .shop(number)
    case "oneoff": self = .spike(number, isOneOff: true)
    case "demand": self = .spike(number, isOneOff: false)
    case "undo": self = .undo(group: number)
    case "yes": self = .yes(question: number)
    case "no": self = .no(question: number)
    case "keep": self = .keepData(erasure: number)
    case "new": self = .newItem(question: number)
    case "pick":
      guard parts.count == 3, let index = Int(parts[2]), index >= 0 else { return nil }
      self = .pick(question: number, index: index)
    case "remind": self = .remind(customer: number, due: parts.count == 3 ? parts[2] : nil)
    case "order":
      guard parts.count == 3, let wish = OrderWish(text: parts[2]) else { return nil }
      self = .order(supplier: number == 0 ? nil : number, wish)
    case "price":
      guard parts.count == 3, let paise = Int64(parts[2]), (1...Self.paiseMax).contains(paise) else { return nil }
      self = .price(item: number, paise: paise)
    case "answer": self = .answer(question: number)
    case "dues":
      guard (0...1_000_000).contains(number) else { return nil }
      self = .duesPage(offset: Int(number))
    case "list":
      guard (0...1_000_000).contains(number) else { return nil }
      self = .listPage(offset: Int(number), category: parts.count == 3 ? parts[2] : nil)
    default: return nil
    }
  }

  private static let paiseMax: Int64 = 100_000_000_000

  private static func ofSetup(_ parts: [String]) -> Tap? {
    guard parts.count >= 2, let step = Setup.Step(rawValue: parts[1]) else { return nil }
    if parts[0] == "skip", parts.count == 2 { return .setupSkip(step) }
    return parts[0] == "setup" && parts.count == 3 ? .setup(step, parts[2]) : nil
  }
}
