internal import Foundation

/// A form with files (RFC 7578), as our server uploads charts and voice.
enum MultipartForm {
  struct Part {
    let name: String
    let fileName: String?
    let contentType: String?
    let bytes: [UInt8]

    var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  static let partsMax = 20

  /// What cannot be read as a part is left out.
  static func parts(of body: [UInt8], contentType: String) -> [Part] {
    guard contentType.lowercased().hasPrefix("multipart/form-data"),
      let boundary = parameter("boundary", of: contentType), !boundary.isEmpty
    else { return [] }
    // The first delimiter has no line end before it; with one put there all look alike.
    let data = Data("\r\n".utf8) + Data(body)
    let delimiter = Data("\r\n--\(boundary)".utf8)
    var parts: [Part] = []
    var start = data.range(of: delimiter)?.upperBound
    while let from = start, parts.count < partsMax, let next = data.range(of: delimiter, in: from..<data.endIndex) {
      if let part = part(data[from..<next.lowerBound]) { parts.append(part) }
      start = next.upperBound
    }
    return parts
  }

  private static func part(_ data: Data) -> Part? {
    guard let blank = data.range(of: Data("\r\n\r\n".utf8)) else { return nil }
    let head = String(decoding: data[..<blank.lowerBound], as: UTF8.self)
    var fields: [String: String] = [:]
    for line in head.components(separatedBy: "\r\n") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      fields[line[..<colon].lowercased()] = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
    }
    guard let disposition = fields["content-disposition"], let name = parameter("name", of: disposition) else {
      return nil
    }
    return Part(
      name: name, fileName: parameter("filename", of: disposition), contentType: fields["content-type"],
      bytes: Array(data[blank.upperBound...]))
  }

  /// `name="…"` or `name=…`.
  private static func parameter(_ name: String, of header: String) -> String? {
    for piece in header.split(separator: ";").dropFirst() {
      let pair = piece.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
      guard pair.count == 2, pair[0].lowercased() == name else { continue }
      return pair[1].trimmingCharacters(in: CharacterSet(charactersIn: "\""))
    }
    return nil
  }
}
