/// What the server wrote on a connection, cut into answers.
struct Answers {
  private(set) var statuses: [UInt16] = []
  /// What is no answer and no part of one.
  private(set) var isGarbled = false

  init(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty, !isGarbled { readAnswer(&rest) }
  }

  private mutating func readAnswer(_ rest: inout ArraySlice<UInt8>) {
    guard let end = endOfHead(in: rest), let status = status(in: rest) else {
      isGarbled = true
      return
    }
    // “100 Continue” comes before the answer.
    if status >= 200 { statuses.append(status) }
    let head = String(decoding: rest[..<end], as: UTF8.self)
    rest = rest[end...]
    // The answer to a HEAD has a length and no body.
    guard !rest.starts(with: "HTTP/1.".utf8) else { return }
    rest = rest.dropFirst(length(in: head))
  }

  private func endOfHead(in rest: ArraySlice<UInt8>) -> Int? {
    let blank = Array("\r\n\r\n".utf8)
    return rest.indices.first { rest[$0...].starts(with: blank) }.map { $0 + blank.count }
  }

  private func status(in rest: ArraySlice<UInt8>) -> UInt16? {
    guard rest.starts(with: "HTTP/1.1 ".utf8) || rest.starts(with: "HTTP/1.0 ".utf8) else { return nil }
    return UInt16(String(decoding: rest.dropFirst(9).prefix(3), as: UTF8.self))
  }

  private func length(in head: String) -> Int {
    let line = head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-length:") }
    return line.flatMap { Int($0.dropFirst(15).drop { $0 == " " }) } ?? 0
  }
}
