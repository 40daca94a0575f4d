internal import Crypto
internal import Foundation
internal import HTTP

/// Files, as Meta handles them: upload, ask for an address that lives five minutes, fetch from there, delete.
extension WhatsAppSimulator {
  func upload(_ request: HTTPRequest) -> GraphCall {
    let call = { (response: HTTPResponse) in GraphCall(what: "POST media", response: response) }
    let parts = MultipartForm.parts(of: request.body, contentType: request.headers["Content-Type"] ?? "")
    guard parts.first(where: { $0.name == "messaging_product" })?.text == "whatsapp" else {
      return call(refusal(.missing("messaging_product")))
    }
    guard let file = parts.first(where: { $0.name == "file" }) else { return call(refusal(.missing("file"))) }
    guard let type = parts.first(where: { $0.name == "type" })?.text ?? file.contentType else {
      return call(refusal(.missing("type")))
    }
    guard file.bytes.count <= Upload.bytesMax else { return call(refusal(.invalid("The file is too large."))) }
    let upload = Upload(mimeType: type, fileName: file.fileName, bytes: file.bytes)
    let id = change { world, _ in world.put(upload) }
    return call(.json(["id": .string(id)]))
  }

  func describeUpload(_ id: String, _ request: HTTPRequest) -> GraphCall {
    let call = { (response: HTTPResponse) in GraphCall(what: "GET media", response: response) }
    if let number = request.query["phone_number_id"], ask({ world, _ in world.number(number) }) == nil {
      return call(refusal(.unknownObject(id)))
    }
    guard let upload = ask({ world, _ in world.uploads[id] }) else { return call(refusal(.unknownObject(id))) }
    return call(
      .json([
        "messaging_product": "whatsapp", "id": .string(id), "mime_type": .string(upload.mimeType),
        "sha256": .string(Hex.encode(Digest.sha256(upload.bytes))), "file_size": .integer(Int64(upload.bytes.count)),
        "url": .string(address(of: id, host: request.headers["Host"] ?? "localhost")),
      ]))
  }

  func deleteUpload(_ id: String, _ request: HTTPRequest) -> GraphCall {
    let wasThere = change { world, _ in world.uploads.remove(id) }
    return GraphCall(
      what: "DELETE media", response: wasThere ? .json(["success": true]) : refusal(.unknownObject(id)))
  }

  /// Where the address leads. What expired or was never given is not found, like at Meta.
  func download(_ request: HTTPRequest, path: [String]) -> HTTPResponse {
    guard request.method == "GET" else { return HTTPResponse(status: 405) }
    if let error = tokenFault(of: request) { return refusal(error) }
    guard let id = path.first, path.count == 1, let upload = ask({ world, _ in world.uploads[id] }),
      let expiry = request.query["ext"].flatMap(Int.init), expiry > ask({ _, now in now.unixSeconds }),
      equalInConstantTime(Array(request.query["hash", default: ""].utf8), Array(seal(id, expiry: expiry).utf8))
    else { return HTTPResponse(status: 404) }
    return HTTPResponse(status: 200, headers: [("Content-Type", upload.mimeType)], body: upload.bytes)
  }

  private func address(of id: String, host: String) -> String {
    let expiry = ask { _, now in now.unixSeconds } + Int(World.addressSeconds)
    return "http://\(host)/simulator/media/\(id)?ext=\(expiry)&hash=\(seal(id, expiry: expiry))"
  }

  /// Ties an address to its hour.
  private func seal(_ id: String, expiry: Int) -> String {
    Hex.encode(HMACKey(Array(configuration.appSecret.utf8)).code(for: Array("media \(id) \(expiry)".utf8)))
  }
}

extension Date {
  fileprivate var unixSeconds: Int { Int(timeIntervalSince1970) }
}
