/// Why a head is refused. A proxy before us and the parser below us may read the same bytes differently; whoever
/// exploits that smuggles one request inside another. So only heads that can be read in one way pass.
///
/// What the parser has already dropped cannot be seen here: it ends a line at a U+0000. Folded lines, which it joins
/// wrongly, are refused before.
enum HeadFault: Error, Equatable {
  case ambiguous(String)
  case bodyTooLarge

  var response: HTTPResponse {
    switch self {
    case .ambiguous(let reason): .text(reason + "\n", status: 400)
    case .bodyTooLarge: .text("the body is too large\n", status: 413)
    }
  }
}

/// Checks a whole head; answers with the length that it declares for the body, nil if it declares none.
func declaredLength(in headers: HTTPHeaders, version: String, bodyBytesMax: Int) throws(HeadFault) -> Int? {
  for (name, value) in headers.fields {
    guard isPlainField(name, value) else { throw .ambiguous("odd character in a header") }
  }
  guard headers.values(of: "Host").count <= 1 else { throw .ambiguous("more than one Host") }
  let lengths = headers.values(of: "Content-Length")
  let encodings = headers.values(of: "Transfer-Encoding")
  guard lengths.count + encodings.count <= 1 else { throw .ambiguous("more than one length of the body") }
  guard encodings.allSatisfy({ sameName($0, "chunked") }) else { throw .ambiguous("unknown Transfer-Encoding") }
  // HTTP/1.0 had no chunks: whoever takes it at its word finds the end of the body elsewhere.
  guard encodings.isEmpty || version == "HTTP/1.1" else { throw .ambiguous("chunks in HTTP/1.0") }
  guard let length = lengths.first else { return nil }
  guard !length.isEmpty, length.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else { throw .ambiguous("odd Content-Length") }
  // A number too long for Int is surely too large.
  guard let count = Int(length), count <= bodyBytesMax else { throw .bodyTooLarge }
  return count
}

/// Whether a header line can be written and read in one way: a token, and a value without control characters.
func isPlainField(_ name: String, _ value: String) -> Bool {
  !name.isEmpty && name.utf8.allSatisfy(isTokenCharacter) && value.utf8.allSatisfy(isFieldCharacter)
}

private func isTokenCharacter(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x30...0x39: true
  default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
  }
}

private func isFieldCharacter(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "\t") || (byte >= 0x20 && byte != 0x7F)
}
