internal import Crypto
internal import Foundation
internal import HTTP

/// Files, as Meta handles them: upload, ask for an address that lives five minutes, fetch from there, delete.
extension WhatsAppSimulator {
  func upload(_ request: HTTPRequest) -> GraphCall {
    GraphCall(what: "POST media", response: answer { () throws(GraphError) in try taken(request) })
  }

  private func taken(_ request: HTTPRequest) throws(GraphError) -> JSON {
    let parts = MultipartForm.parts(of: request.body, contentType: request.headers["Content-Type"] ?? "")
    guard parts.first(where: { $0.name == "messaging_product" })?.text == "whatsapp" else {
      throw .missing("messaging_product")
    }
    guard let file = parts.first(where: { $0.name == "file" }) else { throw .missing("file") }
    guard let type = parts.first(where: { $0.name == "type" })?.text ?? file.contentType else { throw .missing("type") }
    guard let kind = MediaKind(mimeType: type) else {
      let types = MediaKind.allCases.flatMap(\.mimeTypes).joined(separator: ", ")
      throw .invalid("Param file must be a file with one of the following types: \(types).")
    }
    guard file.bytes.count <= kind.bytesMax else { throw .invalid("The file is larger than \(kind.bytesMax) bytes.") }
    let upload = Upload(mimeType: type, fileName: file.fileName, bytes: file.bytes)
    let id = change { world, now in world.put(upload, keptFor: World.ownUploadSeconds, at: now) }
    return ["id": .string(id)]
  }

  func describeUpload(_ id: String, _ request: HTTPRequest) -> GraphCall {
    GraphCall(what: "GET media", response: answer { () throws(GraphError) in try description(of: id, request) })
  }

  private func description(of id: String, _ request: HTTPRequest) throws(GraphError) -> JSON {
    if let number = request.query["phone_number_id"], world.number(number) == nil { throw .unknownObject(id) }
    guard let upload = world.upload(id, at: now()) else { throw .unknownObject(id) }
    return [
      "messaging_product": "whatsapp", "id": .string(id), "mime_type": .string(upload.mimeType),
      "sha256": .string(Hex.encode(Digest.sha256(upload.bytes))), "file_size": .integer(Int64(upload.bytes.count)),
      "url": .string(address(of: id, host: request.headers["Host"] ?? "localhost")),
    ]
  }

  func deleteUpload(_ id: String, _ request: HTTPRequest) -> GraphCall {
    GraphCall(
      what: "DELETE media",
      response: answer { () throws(GraphError) in
        guard change({ world, _ in world.uploads.remove(id) }) else { throw .unknownObject(id) }
        return ["success": true]
      })
  }

  /// Where the address leads. What expired or was never given is not found, like at Meta.
  func download(_ request: HTTPRequest, path: [String]) -> HTTPResponse {
    guard request.method == "GET" else { return HTTPResponse(status: 405) }
    if let error = tokenFault(of: request) { return refusal(error) }
    guard !trouble.isMediaDown else { return HTTPResponse(status: 503) }
    guard let id = path.first, path.count == 1, let upload = world.upload(id, at: now()),
      let expiry = request.query["ext"].flatMap(Int.init), expiry > now().unixSeconds,
      equalInConstantTime(Array(request.query["hash", default: ""].utf8), Array(seal(id, expiry: expiry).utf8))
    else { return HTTPResponse(status: 404) }
    return HTTPResponse(status: 200, headers: [("Content-Type", upload.mimeType)], body: upload.bytes)
  }

  private func answer(_ body: () throws(GraphError) -> JSON) -> HTTPResponse {
    guard !trouble.isMediaDown else { return refusal(.injected(131_016)) }
    do throws(GraphError) { return .json(try body()) } catch { return refusal(error) }
  }

  private func address(of id: String, host: String) -> String {
    let expiry = now().unixSeconds + Int(World.addressSeconds)
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
