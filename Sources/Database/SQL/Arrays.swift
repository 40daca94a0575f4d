/// What an array that is bound to a statement may hold: any bindable value, or bytes (then the array is one `bytea`).
package protocol SQLArrayElement: Sendable {
  static var sqlArrayType: SQLType { get }
  static func sqlParameter(of array: [Self]) -> SQLParameter
}

/// What an array that is read from a column may hold.
package protocol SQLDecodableElement {
  static func array(sqlText: String) throws -> [Self]
}

extension Array: SQLBindable, SQLArrayElement where Element: SQLArrayElement {
  package static var sqlType: SQLType { Element.sqlArrayType }
  package var sqlParameter: SQLParameter { Element.sqlParameter(of: self) }
}

extension Array: SQLDecodable, SQLDecodableElement where Element: SQLDecodableElement {
  package init(sqlText: String) throws { self = try Element.array(sqlText: sqlText) }
}

extension SQLArrayElement where Self: SQLBindable {
  package static var sqlArrayType: SQLType { SQLType(oid: sqlType.arrayOID, arrayOID: 0) }

  package static func sqlParameter(of array: [Self]) -> SQLParameter {
    let elements = array.map(\.sqlParameter.value)
    if let elementOID = BinaryArray.elementOID(ofArray: sqlArrayType.oid) {
      return SQLParameter(sqlArrayType, .bytes(BinaryArray.encode(elements, elementOID: elementOID)))
    }
    return SQLParameter(sqlArrayType, "{" + elements.map(ArrayText.element).joined(separator: ",") + "}")
  }
}

extension SQLDecodableElement where Self: SQLDecodable {
  package static func array(sqlText: String) throws -> [Self] {
    try ArrayText.elements(of: sqlText).map { try $0.map(Self.init(sqlText:)) ?? fromNull() }
  }
}

/// PostgreSQL's text form of an array of one dimension: `{1,NULL,"with \"quotes\""}`.
enum ArrayText {
  static func element(_ value: SQLParameter.Value) -> String {
    switch value {
    case .null: "NULL"
    case .text(let text): quoted(text)
    case .bytes(let bytes): quoted(UInt8.hexadecimal(bytes))
    }
  }

  private static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = [quote]
    for byte in text.utf8 {
      if byte == quote || byte == backslash { bytes.append(backslash) }
      bytes.append(byte)
    }
    return String(decoding: bytes + [quote], as: UTF8.self)
  }

  /// The elements, nil for null. Arrays of arrays and of other lower bounds (`[2:3]={…}`) are refused.
  static func elements(of text: String) throws -> [String?] {
    let bytes = Array(text.utf8)
    guard bytes.count >= 2, bytes.first == UInt8(ascii: "{"), bytes.last == UInt8(ascii: "}") else {
      throw DatabaseError.decoding("not an array")
    }
    var rest = bytes.dropFirst().dropLast()
    var elements: [String?] = []
    while !rest.isEmpty {
      elements.append(rest.first == quote ? try takeQuoted(&rest) : try takePlain(&rest))
      guard rest.isEmpty || rest.popFirst() == comma && !rest.isEmpty else {
        throw DatabaseError.decoding("an array with something behind an element")
      }
    }
    return elements
  }

  private static func takeQuoted(_ rest: inout ArraySlice<UInt8>) throws -> String {
    rest.removeFirst()
    var element: [UInt8] = []
    while let byte = rest.popFirst() {
      if byte == quote { return String(decoding: element, as: UTF8.self) }
      guard byte == backslash else {
        element.append(byte)
        continue
      }
      guard let escaped = rest.popFirst() else { break }
      element.append(escaped)
    }
    throw DatabaseError.decoding("an array with an open quotation")
  }

  private static func takePlain(_ rest: inout ArraySlice<UInt8>) throws -> String? {
    let element = rest.prefix { $0 != comma }
    rest = rest.dropFirst(element.count)
    guard !element.isEmpty, !element.contains(UInt8(ascii: "{")) else {
      throw DatabaseError.decoding("an array of arrays")
    }
    let text = String(decoding: element, as: UTF8.self)
    return text == "NULL" ? nil : text
  }

  private static let quote = UInt8(ascii: "\"")
  private static let backslash = UInt8(ascii: "\\")
  private static let comma = UInt8(ascii: ",")
}
