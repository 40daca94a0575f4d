internal import CMicroHTTPD
internal import Foundation

/// Why the server cannot listen, in words for the operator.
package struct AddressFault: Error, CustomStringConvertible {
  package let description: String
}

/// Where clients knock: a bound, listening socket of our own.
struct Listener {
  let socket: Int32
  let port: Int

  /// `host:port` with a name, an IPv4 address or an IPv6 address in brackets; port 0 takes any that is free.
  init(at address: String) throws(AddressFault) {
    guard let colon = address.lastIndex(of: ":"), let port = UInt16(address[address.index(after: colon)...]) else {
      throw AddressFault(description: "“\(address)” is not of the form host:port")
    }
    let host = address[..<colon].trimmingCharacters(in: CharacterSet(charactersIn: "[]"))
    socket = try listeningSocket(host: host, port: port, address: address)
    self.port = boundPort(of: socket)
  }

  /// The next client who waits; nil when nobody does, or when the process has no descriptor left.
  func accept() -> (socket: Int32, address: sockaddr_storage, length: socklen_t)? {
    var address = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let client = withUnsafeMutablePointer(to: &address) { storage in
      storage.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        cmhd_accept(socket, $0, &length)
      }
    }
    return client >= 0 ? (client, address, length) : nil
  }

  func close() {
    Foundation.close(socket)
  }
}

private func listeningSocket(host: String, port: UInt16, address: String) throws(AddressFault) -> Int32 {
  var hints = addrinfo()
  hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
  hints.ai_flags = AI_PASSIVE
  var found: UnsafeMutablePointer<addrinfo>?
  guard getaddrinfo(host, String(port), &hints, &found) == 0, let place = found?.pointee else {
    throw AddressFault(description: "“\(address)” names no address of this machine")
  }
  defer { freeaddrinfo(found) }
  let type = place.ai_socktype | Int32(SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
  let socket = Foundation.socket(place.ai_family, type, place.ai_protocol)
  var yes: Int32 = 1
  setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
  guard bind(socket, place.ai_addr, place.ai_addrlen) == 0, listen(socket, SOMAXCONN) == 0 else {
    let reason = String(cString: strerror(errno))
    if socket >= 0 { close(socket) }
    throw AddressFault(description: "cannot listen at \(address): \(reason)")
  }
  return socket
}

private func boundPort(of socket: Int32) -> Int {
  var address = sockaddr_storage()
  var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
  _ = withUnsafeMutablePointer(to: &address) { storage in
    storage.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(socket, $0, &length) }
  }
  return Int(inDigits(address, length).port) ?? 0
}

/// Host and port of an address as people write them, without asking a name server.
func inDigits(_ address: sockaddr_storage, _ length: socklen_t) -> (host: String, port: String) {
  var host = [UInt8](repeating: 0, count: Int(NI_MAXHOST))
  var port = [UInt8](repeating: 0, count: Int(NI_MAXSERV))
  withUnsafePointer(to: address) { storage in
    storage.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
      _ = host.withUnsafeMutableBytes { host in
        port.withUnsafeMutableBytes { port in
          getnameinfo(
            address, length, host.baseAddress, socklen_t(host.count), port.baseAddress, socklen_t(port.count),
            NI_NUMERICHOST | NI_NUMERICSERV)
        }
      }
    }
  }
  return (text(host), text(port))
}

private func text(_ buffer: [UInt8]) -> String {
  String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self)
}
