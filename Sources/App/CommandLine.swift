/// What was typed after `retailmind`.
enum Command: Hashable, Sendable {
  case dev
  case serve(parts: Set<Configuration.Part>)
  case migrate(statusOnly: Bool)
  case understand(catalogue: String?, names: String?, detail: Detail)
  case forecast(Retailmind.ForecastWish)
  case shopCreate(name: String, ownerPhone: String)
  case key(KeyWish)
  case importGoods(shop: Int64, file: String, isRehearsal: Bool)
  case export(shop: Int64, file: String)
  case erase(shop: Int64, person: String?, isMeant: Bool)
  case doctor
  case help
  case version

  /// What is to be done with the keys of programs.
  enum KeyWish: Hashable, Sendable {
    /// - Parameter shops: nil: all, also those to come.
    case create(name: String, mayWrite: Bool, shops: [Int64]?)
    case list
    case revoke(Int64)
  }

  /// What `understand` tells beside the meaning.
  enum Detail: Hashable, Sendable { case none, why, whole }

  /// One clear line for what cannot be understood.
  struct Misuse: Error, CustomStringConvertible {
    let description: String
  }

  static let helpText = """
    retailmind: a shop assistant on WhatsApp

      retailmind dev                           everything local, with a demo shop and a phone in the browser;
                                               its data is in var/, or where RETAILMIND_VAR says
      retailmind serve [--roles web,worker,scheduler]
                                               the server; settings come from the environment (docs/operations.md)
      retailmind migrate [--status]            applies or lists the migrations of the database
      retailmind shop create --name NAME --owner PHONE
                                               a shop and its owner's WhatsApp number, with country code
      retailmind key create --name NAME --shop N[,N] | --all-shops [--write]
                                               a key by which a program asks the API (docs/api.md), shown this once
      retailmind key list                      the keys, what they may, and when they were last used
      retailmind key revoke N                  a key that opens nothing any more
      retailmind understand [--catalogue FILE] [--names FILE] [--why | --explain]
                                               JSON lines in, what they mean out, with --why also what spoke for it,
                                               with --explain every step: words, candidates with scores, doubts
      retailmind forecast --input FILE [--horizon N] [--quantiles 0.1,0.5,0.9] [--calendar IN|FILE] [--explain ID]
                                               series in (CSV, also packed by gzip), what is expected next out, with
                                               ranges and totals; --explain tells what one forecast is made of
      retailmind import --shop N FILE [--dry-run]
                                               a list of goods (XLSX, CSV, text) into a shop's books
      retailmind export --shop N --output FILE everything of a shop as a ZIP of CSV and JSON
      retailmind erase --shop N [--person PHONE] --yes
                                               a shop, or a person in it, for good; prints the proof
      retailmind doctor                        checks everything that the server needs
      retailmind --version
    """

  init(_ arguments: [String]) throws(Misuse) {
    var rest = Options(arguments.dropFirst())
    switch arguments.first {
    case "dev": self = .dev
    case "serve": self = .serve(parts: try Self.parts(try rest.value("--roles")))
    case "migrate": self = .migrate(statusOnly: rest.flag("--status"))
    case "understand":
      self = .understand(
        catalogue: try rest.value("--catalogue"), names: try rest.value("--names"),
        detail: rest.flag("--explain") ? .whole : rest.flag("--why") ? .why : .none)
    case "forecast": self = .forecast(try rest.forecastWish())
    case "shop":
      guard rest.word() == "create", let name = try rest.value("--name"), let phone = try rest.value("--owner") else {
        throw Misuse(description: "use: retailmind shop create --name NAME --owner PHONE")
      }
      guard (8...15).contains(phone.count), phone.allSatisfy({ $0.isASCII && $0.isNumber }) else {
        throw Misuse(description: "--owner is the number with its country code, digits only: 919812345678")
      }
      self = .shopCreate(name: name, ownerPhone: phone)
    case "key": self = .key(try rest.keyWish())
    case "import":
      let (shop, isRehearsal) = (try rest.shop(), rest.flag("--dry-run"))
      guard let file = rest.word() else { throw Misuse(description: "import needs the file") }
      self = .importGoods(shop: shop, file: file, isRehearsal: isRehearsal)
    case "export":
      let shop = try rest.shop()
      guard let file = try rest.value("--output") else { throw Misuse(description: "export needs --output FILE") }
      self = .export(shop: shop, file: file)
    case "erase":
      self = .erase(shop: try rest.shop(), person: try rest.value("--person"), isMeant: rest.flag("--yes"))
    case "doctor": self = .doctor
    case "--help", "-h", "help", nil: self = .help
    case "--version": self = .version
    case let other?: throw Misuse(description: "there is no command \"\(other)\"; retailmind --help lists them")
    }
    if let stray = rest.remaining.first { throw Misuse(description: "\"\(stray)\" is not understood here") }
  }

  private static func parts(_ text: String?) throws(Misuse) -> Set<Configuration.Part> {
    guard let text else { return Set(Configuration.Part.allCases) }
    var parts: Set<Configuration.Part> = []
    for name in text.split(separator: ",") {
      guard let part = Configuration.Part(rawValue: String(name)) else {
        throw Misuse(description: "there is no role \"\(name)\"; there are web, worker and scheduler")
      }
      parts.insert(part)
    }
    guard !parts.isEmpty else { throw Misuse(description: "--roles needs at least one of web, worker, scheduler") }
    return parts
  }
}

/// The words after the command, taken one by one.
private struct Options {
  var remaining: [String]

  init(_ words: ArraySlice<String>) { remaining = Array(words) }

  mutating func word() -> String? { remaining.isEmpty ? nil : remaining.removeFirst() }

  mutating func flag(_ name: String) -> Bool {
    guard let index = remaining.firstIndex(of: name) else { return false }
    remaining.remove(at: index)
    return true
  }

  mutating func keyWish() throws(Command.Misuse) -> Command.KeyWish {
    switch word() {
    case "create":
      guard let name = try value("--name"), (1...60).contains(name.count), !name.contains(where: \.isNewline) else {
        throw Command.Misuse(description: "key create needs --name, a line of at most 60 characters")
      }
      let (isOfAll, mayWrite) = (flag("--all-shops"), flag("--write"))
      let shops = try value("--shop").map { $0.split(separator: ",").map { Int64($0) ?? 0 } }
      guard isOfAll != (shops != nil), shops?.isEmpty != true, shops?.allSatisfy({ $0 > 0 }) != false else {
        throw Command.Misuse(description: "key create needs --shop N, or N,N for several, or --all-shops")
      }
      return .create(name: name, mayWrite: mayWrite, shops: shops.map { Set($0).sorted() })
    case "list": return .list
    case "revoke":
      guard let number = word().flatMap({ Int64($0) }), number > 0 else {
        throw Command.Misuse(description: "key revoke needs the number of a key; key list shows them")
      }
      return .revoke(number)
    case nil, .some:
      throw Command.Misuse(description: "use: retailmind key create, key list or key revoke; --help tells more")
    }
  }

  mutating func forecastWish() throws(Command.Misuse) -> Retailmind.ForecastWish {
    guard let input = try value("--input") else { throw Command.Misuse(description: "forecast needs --input FILE") }
    var wish = Retailmind.ForecastWish(input: input)
    if let text = try value("--horizon") {
      guard let horizon = Int(text), (1...1000).contains(horizon) else {
        throw Command.Misuse(description: "--horizon is a number of periods from 1 to 1000")
      }
      wish.horizon = horizon
    }
    if let text = try value("--quantiles") {
      let probabilities = text.split(separator: ",").map { Double($0) ?? -1 }
      guard !probabilities.isEmpty, probabilities.allSatisfy({ $0 > 0 && $0 < 1 }) else {
        throw Command.Misuse(description: "--quantiles are numbers between 0 and 1, with commas between them")
      }
      wish.probabilities = probabilities.sorted()
    }
    wish.calendar = try value("--calendar")
    wish.explained = try value("--explain")
    return wish
  }

  mutating func shop() throws(Command.Misuse) -> Int64 {
    guard let number = try value("--shop").flatMap({ Int64($0) }), number > 0 else {
      throw Command.Misuse(description: "--shop needs the number of a shop")
    }
    return number
  }

  mutating func value(_ name: String) throws(Command.Misuse) -> String? {
    guard let index = remaining.firstIndex(of: name) else { return nil }
    guard index + 1 < remaining.count else { throw Command.Misuse(description: "\(name) needs a value") }
    let value = remaining[index + 1]
    remaining.removeSubrange(index...(index + 1))
    return value
  }
}
