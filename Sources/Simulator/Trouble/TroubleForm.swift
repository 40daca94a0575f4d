package import HTTP

/// Trouble as the control API writes and reads it: times in milliseconds, what is left out goes well, and what is not
/// understood is refused, since a test that misspells its trouble would otherwise pass.
extension WhatsAppSimulator.Trouble {
  package var json: JSON {
    [
      "duplicates": .real(duplicates), "reorder": .real(reorder),
      "delay": delay.map {
        ["from": .integer($0.lowerBound.milliseconds), "to": .integer($0.upperBound.milliseconds)]
      } ?? .null,
      "burst": .integer(Int64(burst)), "refuse429": .real(refuse429), "pairRefuse": .real(pairRefuse),
      "fail500": .real(fail500), "loseAnswers": .real(loseAnswers),
      "slowAnswers": ["share": .real(slowAnswers.share), "wait": .integer(slowAnswers.wait.milliseconds)],
      "isTokenExpired": .bool(isTokenExpired), "statusStorm": .integer(Int64(statusStorm)),
      "isMediaDown": .bool(isMediaDown), "areTemplatesDown": .bool(areTemplatesDown),
    ]
  }

  package init(_ json: JSON) throws(ControlRefusal) {
    for (key, value) in json.object.sorted(by: { $0.key < $1.key }) { try set(key, to: value) }
    if let fault { throw .bad(fault) }
  }

  private mutating func set(_ key: String, to value: JSON) throws(ControlRefusal) {
    switch key {
    case "duplicates": duplicates = try number(value, key)
    case "reorder": reorder = try number(value, key)
    case "delay": delay = value == .null ? nil : try range(value, key)
    case "burst": burst = try whole(value, key)
    case "refuse429": refuse429 = try number(value, key)
    case "pairRefuse": pairRefuse = try number(value, key)
    case "fail500": fail500 = try number(value, key)
    case "loseAnswers": loseAnswers = try number(value, key)
    case "slowAnswers": slowAnswers = try slowness(value, key)
    case "isTokenExpired": isTokenExpired = try flag(value, key)
    case "statusStorm": statusStorm = try whole(value, key)
    case "isMediaDown": isMediaDown = try flag(value, key)
    case "areTemplatesDown": areTemplatesDown = try flag(value, key)
    default: throw .bad("there is no trouble called \(key)")
    }
  }
}

private func slowness(_ value: JSON, _ key: String) throws(ControlRefusal) -> WhatsAppSimulator.Slowness {
  try checkMembers(of: value, ["share", "wait"], key)
  var slowness = WhatsAppSimulator.Slowness()
  if let share = value["share"] { slowness.share = try number(share, key + ".share") }
  if let wait = value["wait"] { slowness.wait = try milliseconds(wait, key + ".wait") }
  return slowness
}

private func range(_ value: JSON, _ key: String) throws(ControlRefusal) -> ClosedRange<Duration> {
  try checkMembers(of: value, ["from", "to"], key)
  let from = try milliseconds(value["from"] ?? .null, key + ".from")
  let to = try milliseconds(value["to"] ?? .null, key + ".to")
  guard from <= to else { throw .bad("\(key): from is more than to") }
  return from...to
}

private func checkMembers(of value: JSON, _ names: [String], _ key: String) throws(ControlRefusal) {
  guard case .object(let members) = value, members.keys.allSatisfy(names.contains) else {
    throw .bad("\(key): an object of \(names.joined(separator: " and "))")
  }
}

private func number(_ value: JSON, _ key: String) throws(ControlRefusal) -> Double {
  switch value {
  case .integer(let number): return Double(number)
  case .real(let number): return number
  case .null, .bool, .string, .array, .object: throw .bad("\(key): a number")
  }
}

/// Far too many milliseconds would overflow before anybody found them out of range.
private func milliseconds(_ value: JSON, _ key: String) throws(ControlRefusal) -> Duration {
  let count = try number(value, key)
  guard (0...1e9).contains(count) else { throw .bad("\(key): milliseconds") }
  return .milliseconds(count)
}

private func whole(_ value: JSON, _ key: String) throws(ControlRefusal) -> Int {
  guard let number = Int(exactly: try number(value, key)) else { throw .bad("\(key): a whole number") }
  return number
}

private func flag(_ value: JSON, _ key: String) throws(ControlRefusal) -> Bool {
  guard case .bool(let flag) = value else { throw .bad("\(key): true or false") }
  return flag
}
