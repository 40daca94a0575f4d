internal import Messages

/// A file as WhatsApp wants it handed in: a form of several parts (RFC 7578).
struct UploadForm {
  let contentType: String
  let body: [UInt8]

  init(_ bytes: [UInt8], as type: FileType) {
    let boundary = Self.boundary(notIn: bytes)
    contentType = "multipart/form-data; boundary=\(boundary)"
    // The reader of the message sees the name that the message gives the file; this one must only fit its type.
    let head = """
      --\(boundary)\r
      Content-Disposition: form-data; name="messaging_product"\r
      \r
      whatsapp\r
      --\(boundary)\r
      Content-Disposition: form-data; name="type"\r
      \r
      \(type.rawValue)\r
      --\(boundary)\r
      Content-Disposition: form-data; name="file"; filename="file.\(type.ending)"\r
      Content-Type: \(type.rawValue)\r
      \r

      """
    body = Array(head.utf8) + bytes + Array("\r\n--\(boundary)--\r\n".utf8)
  }

  private static func boundary(notIn bytes: [UInt8]) -> String {
    var number = 0
    while bytes.contains("retailmind-part-\(number)".utf8) { number += 1 }
    return "retailmind-part-\(number)"
  }
}
