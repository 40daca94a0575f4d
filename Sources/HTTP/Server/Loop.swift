internal import CMicroHTTPD
internal import Foundation

// The border to libmicrohttpd: one thread with its own epoll, and the functions that it calls.
// In an order that it guarantees: connection started · (request began · answer… · request ended)… · connection closed.

/// Nil when the system has no thread or descriptor left.
func startLoop(of reception: Reception) -> OpaquePointer? {
  let limits = reception.limits
  return cmhd_start_loop(
    Unmanaged.passUnretained(reception).toOpaque(),
    // The head, its index of header lines, and a buffer to read bodies through.
    2 * limits.headBytesMax + (16 << 10), UInt32(limits.connectionsMax), UInt32(limits.idleSecondsMax.rounded(.up)),
    answer, requestBegan, requestEnded, connectionChanged)
}

/// Gives the socket to the loop, which closes it in any case.
func handOver(_ socket: Int32, _ address: sockaddr_storage, _ length: socklen_t, to loop: OpaquePointer) -> Bool {
  withUnsafePointer(to: address) { storage in
    storage.withMemoryRebound(to: sockaddr.self, capacity: 1) {
      MHD_add_connection(loop, socket, $0, length) == .YES
    }
  }
}

private func reception(_ owner: UnsafeMutableRawPointer?) -> Reception? {
  owner.map { Unmanaged<Reception>.fromOpaque($0).takeUnretainedValue() }
}

private func link(of connection: OpaquePointer?) -> Link? {
  cmhd_context(connection).map { Unmanaged<Link>.fromOpaque($0).takeUnretainedValue() }
}

private func connectionChanged(
  owner: UnsafeMutableRawPointer?, connection: OpaquePointer?,
  context: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, change: MHD_ConnectionNotificationCode
) {
  guard let reception = reception(owner) else { return }
  switch change {
  case .CONNECTION_NOTIFY_STARTED:
    context?.pointee = reception.links[cmhd_socket(connection)].map { Unmanaged.passRetained($0).toOpaque() }
  case .CONNECTION_NOTIFY_CLOSED:
    guard let pointer = context?.pointee else { return }
    reception.links.remove(Unmanaged<Link>.fromOpaque(pointer).takeRetainedValue())
  }
}

private func requestBegan(
  owner: UnsafeMutableRawPointer?, target: UnsafePointer<CChar>?, connection: OpaquePointer?
) -> UnsafeMutableRawPointer? {
  guard let link = link(of: connection) else { return nil }
  // A target that is not UTF-8 is refused as an empty one, once the head is complete.
  link.exchange = Exchange(target: target.flatMap { String(validatingCString: $0) } ?? "")
  link.requestBegan()
  return nil
}

/// Called with the head, then with each piece of the body, then at its end, and again after a suspension.
private func answer(
  owner: UnsafeMutableRawPointer?, connection: OpaquePointer?, url: UnsafePointer<CChar>?,
  method: UnsafePointer<CChar>?, version: UnsafePointer<CChar>?, bytes: UnsafePointer<CChar>?,
  count: UnsafeMutablePointer<Int>?, state: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> MHD_Result {
  guard let reception = reception(owner), let connection, let link = link(of: connection), let method, let version,
    let count
  else { return .NO }
  guard link.exchange?.request != nil else {
    return reception.headArrived(
      method: String(cString: method), version: String(cString: version), on: link, connection)
  }
  guard count.pointee > 0 else { return reception.requestArrived(on: link, connection) }
  defer { count.pointee = 0 }
  return reception.bodyArrived(UnsafeRawBufferPointer(start: bytes, count: count.pointee), on: link)
}

private func requestEnded(
  owner: UnsafeMutableRawPointer?, connection: OpaquePointer?,
  state: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, reason: MHD_RequestTerminationCode
) {
  guard let reception = reception(owner), let link = link(of: connection), let exchange = link.exchange else { return }
  link.exchange = nil
  link.requestEnded()
  reception.onFinished(exchange.finished(status: Int(cmhd_status(connection)), remoteAddress: link.remoteAddress))
}
