internal import Foundation

/// Asking without knowing: what is missing, or is of another kind, is nil or empty, never an error. Numbers are read
/// from text and text from numbers, since what arrives is not always of the kind that its documentation promises.
extension JSON {
  /// The member of an object. A member that is null counts as missing.
  package subscript(_ key: String) -> JSON? {
    guard case .object(let members) = self, let member = members[key], member != .null else { return nil }
    return member
  }

  /// The element of an array. An element that is null counts as missing.
  package subscript(_ index: Int) -> JSON? {
    guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
    return elements[index] == .null ? nil : elements[index]
  }

  /// A string, or a number or boolean as it would be written.
  package var text: String? {
    switch self {
    case .string(let text): text
    case .integer(let number): String(number)
    case .real(let number): String(number)
    case .bool(let flag): String(flag)
    case .null, .array, .object: nil
    }
  }

  /// A whole number, also when written `12.0` or `"12"`. A fraction is not rounded: it is nil.
  package var integer: Int64? {
    switch self {
    case .integer(let number): number
    case .real(let number): Int64(exactly: number)
    case .string(let text): Int64(trimmed(text))
    case .null, .bool, .array, .object: nil
    }
  }

  /// A number, also when written in a string.
  package var real: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .real(let number): number
    case .string(let text): decimal(trimmed(text))
    case .null, .bool, .array, .object: nil
    }
  }

  /// A boolean, also when written `"true"`, `"1"` or `1`.
  package var flag: Bool? {
    switch self {
    case .bool(let flag): flag
    case .integer(1), .string("true"), .string("1"): true
    case .integer(0), .string("false"), .string("0"): false
    case .null, .integer, .real, .string, .array, .object: nil
    }
  }

  /// The elements of an array, none if this is something else.
  package var array: [JSON] {
    guard case .array(let elements) = self else { return [] }
    return elements
  }

  /// The members of an object, none if this is something else.
  package var object: [String: JSON] {
    guard case .object(let members) = self else { return [:] }
    return members
  }
}

private func trimmed(_ text: String) -> String {
  text.trimmingCharacters(in: .whitespaces)
}

/// `Double` alone would also read “nan”, “infinity” and “0x1p3”.
private func decimal(_ text: String) -> Double? {
  guard text.utf8.allSatisfy({ "+-.0123456789eE".utf8.contains($0) }) else { return nil }
  return Double(text).flatMap { $0.isFinite ? $0 : nil }
}
