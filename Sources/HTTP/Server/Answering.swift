internal import CMicroHTTPD
internal import Foundation

/// The way of a request through the server: head, body, handler, answer. All of it on the connection's network thread
/// but for the handler, which leaves that thread at its first suspension.
extension Reception {
  func headArrived(method: String, version: String, on link: Link, _ connection: OpaquePointer) -> MHD_Result {
    guard let exchange = link.exchange else { return .NO }
    let target = Target(exchange.target)
    let lines = headLines(of: connection)
    // Known before it is accepted, so that a refusal is reported with what was asked.
    link.exchange?.request = HTTPRequest(
      method: method, path: target?.path ?? exchange.target, query: target?.query ?? [:],
      headers: HTTPHeaders(lines.fields), remoteAddress: link.remoteAddress)
    guard target != nil else { return refuse(.text("cannot read the target\n", status: 400), on: link, connection) }
    guard cmhd_head_bytes(connection) <= limits.headBytesMax else {
      return refuse(.text("the head is too large\n", status: 431), on: link, connection)
    }
    guard !lines.areFolded else { return refuse(.text("a folded header\n", status: 400), on: link, connection) }
    do {
      let fields = link.exchange?.request?.headers ?? HTTPHeaders()
      let length = try declaredLength(in: fields, version: version, bodyBytesMax: limits.bodyBytesMax)
      link.exchange?.request?.body.reserveCapacity(length ?? 0)
      return .YES
    } catch {
      return refuse(error.response, on: link, connection)
    }
  }

  func bodyArrived(_ bytes: UnsafeRawBufferPointer, on link: Link) -> MHD_Result {
    let count = link.exchange?.request?.body.count ?? 0
    guard count + bytes.count <= limits.bodyBytesMax else { return breakOff(link) }
    link.exchange?.request?.body.append(contentsOf: bytes)
    return .YES
  }

  /// Called again once the handler has answered.
  func requestArrived(on link: Link, _ connection: OpaquePointer) -> MHD_Result {
    if let response = link.answer { return send(response, on: link, connection) }
    guard let request = link.exchange?.request, let turn = link.handlingBegan() else {
      return refuse(.text("stopping\n", status: 503), on: link, connection)
    }
    // Unstructured, because a C callback begins it; the link keeps it to cancel it at its deadline. Immediate, so that
    // a handler that need not wait costs no change of threads.
    let task = Task.immediate { [handler] in link.answer(await handler(request), turn: turn) }
    guard let response = link.answerOrSuspend(connection, until: task) else { return .YES }
    return send(response, on: link, connection)
  }

  /// Answers and closes, since what follows on the connection cannot be trusted or is not wanted.
  private func refuse(_ response: HTTPResponse, on link: Link, _ connection: OpaquePointer) -> MHD_Result {
    var response = link.exchange?.request.map { refusal($0, response) } ?? response
    response.headers.append(("Connection", "close"))
    return send(response, on: link, connection)
  }

  /// A body without a declared length turned out too large. The library takes no answer in the midst of a body, so it
  /// is written past it: nothing else has been written yet. The client may miss it if it does not read while it sends.
  private func breakOff(_ link: Link) -> MHD_Result {
    let answer = "HTTP/1.1 413 Content Too Large\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
    _ = Array(answer.utf8).withUnsafeBytes {
      Foundation.send(link.socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
    }
    link.exchange?.statusSent = 413
    return .NO
  }

  private func send(_ response: HTTPResponse, on link: Link, _ connection: OpaquePointer) -> MHD_Result {
    guard let message = message(response, isLast: link.isLeaving) else {
      return send(.text("the answer has an odd header\n", status: 500), on: link, connection)
    }
    defer { MHD_destroy_response(message) }
    let isHead = link.exchange?.request?.method == "HEAD"
    link.exchange?.bytesOut = isHead ? 0 : response.body.count
    return MHD_queue_response(connection, UInt32(response.status), message)
  }
}

/// Nil if a header holds a line break or the like: sent as it is, it could forge a second answer.
private func message(_ response: HTTPResponse, isLast: Bool) -> OpaquePointer? {
  let message = response.body.withUnsafeBytes { body in
    // The library copies the bytes in this mode and never writes to them.
    MHD_create_response_from_buffer(
      body.count, UnsafeMutableRawPointer(mutating: body.baseAddress), .RESPMEM_MUST_COPY)
  }
  let ending = isLast ? [(name: "Connection", value: "close")] : []
  // The library writes the length itself.
  for header in response.headers + ending where !sameName(header.name, "Content-Length") {
    guard MHD_add_response_header(message, header.name, header.value) == .YES else {
      MHD_destroy_response(message)
      return nil
    }
  }
  return message
}

/// The lines of a head, and whether one of them was continued on the next.
private struct HeadLines {
  var fields: [(name: String, value: String)] = []
  var areFolded = false
}

private func headLines(of connection: OpaquePointer) -> HeadLines {
  var lines = HeadLines()
  withUnsafeMutablePointer(to: &lines) { lines in
    _ = MHD_get_connection_values_n(connection, .HEADER_KIND, collect, lines)
  }
  return lines
}

private func collect(
  lines: UnsafeMutableRawPointer?, kind: MHD_ValueKind, name: UnsafePointer<CChar>?, nameCount: Int,
  value: UnsafePointer<CChar>?, valueCount: Int
) -> MHD_Result {
  let text = { (start: UnsafePointer<CChar>?, count: Int) in
    String(decoding: UnsafeRawBufferPointer(start: start, count: count), as: UTF8.self)
  }
  guard let lines = lines?.assumingMemoryBound(to: HeadLines.self) else { return .NO }
  lines.pointee.fields.append((text(name, nameCount), text(value, valueCount)))
  if let value, cmhd_is_folded(value, valueCount) { lines.pointee.areFolded = true }
  return .YES
}
