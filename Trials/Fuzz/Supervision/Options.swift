import Foundation

/// What was asked for on the command line.
struct Options {
  enum Task {
    /// Starts a process for each door and watches it from outside.
    case supervise([Door])
    /// Is such a process.
    case work(Door, logbook: String)
    case replay(String, Door)
  }

  var task = Task.supervise(Door.allCases)
  var seed = UInt64(Date().timeIntervalSince1970)
  var isShort = false
  /// Instead of the door's own count.
  var count: Int?

  static let use = """
    use: retailmind-fuzz [--short] [--seed N] [--count N] [--door NAME]
         retailmind-fuzz --replay FILE
    doors: \(Door.allCases.map(\.rawValue).joined(separator: ", "))
    """

  init(_ arguments: [String]) throws(Refusal) {
    var rest = arguments[...]
    var logbook: String?
    var door: Door?
    while let argument = rest.popFirst() {
      switch argument {
      case "--short": isShort = true
      case "--seed": seed = try number(rest.popFirst())
      case "--count": count = Int(try number(rest.popFirst()))
      case "--door": door = try self.door(rest.popFirst())
      case "--logbook": logbook = try word(rest.popFirst())
      case "--replay":
        let file = try word(rest.popFirst())
        task = .replay(
          file, try self.door(file.split(separator: "/").last?.split(separator: "-").first.map(String.init)))
      default: throw Refusal(Self.use)
      }
    }
    if let door { task = logbook.map { .work(door, logbook: $0) } ?? .supervise([door]) }
  }

  func count(of door: Door) -> Int { count ?? (isShort ? door.shortCount : door.count) }

  private func word(_ argument: String?) throws(Refusal) -> String {
    guard let argument else { throw Refusal(Self.use) }
    return argument
  }

  private func number(_ argument: String?) throws(Refusal) -> UInt64 {
    guard let number = argument.flatMap({ UInt64($0) }) else { throw Refusal(Self.use) }
    return number
  }

  private func door(_ argument: String?) throws(Refusal) -> Door {
    guard let door = argument.flatMap(Door.init) else { throw Refusal(Self.use) }
    return door
  }
}

/// Something that the person at the terminal can do something about.
struct Refusal: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
