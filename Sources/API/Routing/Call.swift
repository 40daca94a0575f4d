import Foundation
import HTTP

/// A call that was let in: who asks, and what was sent along.
struct Call: Sendable {
  let request: HTTPRequest
  let caller: Caller
  let values: [PathPattern.Parameter: String]
  /// An object; empty where nothing is sent.
  let body: JSON
  let now: Date

  /// A number in the path; nil where something else stands there, which then names nothing.
  func number(_ parameter: PathPattern.Parameter) -> Int64? { values[parameter].flatMap(wholeNumber) }

  // MARK: In the query

  func text(_ name: String) -> String? { request.query[name].flatMap { $0.isEmpty ? nil : $0 } }

  func number(_ name: String, in allowed: ClosedRange<Int64>) throws(Refusal) -> Int64? {
    guard let text = text(name) else { return nil }
    guard let number = wholeNumber(text), allowed.contains(number) else {
      throw .field(name, "“\(name)” is a whole number from \(allowed.lowerBound) to \(allowed.upperBound).")
    }
    return number
  }

  func flag(_ name: String) throws(Refusal) -> Bool? {
    guard let text = text(name) else { return nil }
    guard let flag = JSON.string(text).flag else { throw .field(name, "“\(name)” is true or false.") }
    return flag
  }

  // MARK: In the body

  /// Text with something in it, not longer than `scalarsMax`; nil where it is missing.
  func words(_ name: String, scalarsMax: Int) throws(Refusal) -> String? {
    guard let value = body[name] else { return nil }
    guard case .string(let text) = value else { throw .field(name, "“\(name)” is text.") }
    let isFilled = text.contains { !$0.isWhitespace }
    guard isFilled, text.unicodeScalars.count <= scalarsMax, !text.unicodeScalars.contains("\0") else {
      throw .field(name, "“\(name)” is text of 1 to \(scalarsMax) characters.")
    }
    return text
  }
}

/// Digits only: what `Int64` reads beyond that (“+7”) has two spellings.
func wholeNumber(_ text: String) -> Int64? {
  guard text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), text.utf8.first != 0x30 || text.utf8.count == 1 else { return nil }
  return Int64(text)
}
