import Foundation

/// A client that plays a script and notes what it is answered. It blocks: each has a thread of its own.
struct Client {
  let port: Int

  /// Longer than every deadline of the server: who hears nothing for so long has been forgotten.
  private static let patienceSeconds = 30
  /// The server takes the end of what we send for the end of us, and then owes no answer: so not too soon.
  private static let silenceMilliseconds: Int32 = 60

  enum Outcome {
    /// What came before the server hung up.
    case answered([UInt8])
    case hungUp
    /// Neither an answer nor an end.
    case forgotten
    /// The system has no connection for us; says nothing about the server.
    case unconnected(String)
  }

  func play(_ script: Script, from address: UInt32) -> Outcome {
    let socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard socket >= 0 else { return .unconnected("no socket") }
    defer { close(socket) }
    guard connect(socket, from: address) else { return .unconnected(String(cString: strerror(errno))) }
    for piece in script.pieces {
      if piece.pauseMilliseconds > 0 { usleep(UInt32(piece.pauseMilliseconds) * 1_000) }
      guard send(piece.bytes, over: socket) else { break }  // refused in the midst of it, which may well be right
    }
    switch script.ending {
    case .patient:
      // Whoever is owed an answer waits for it, however busy the machine is; those scripts ask for the end themselves.
      return read(socket, patience: script.expected == nil ? Self.silenceMilliseconds : nil)
    case .silent:
      return read(socket)
    case .reset:
      var linger = linger(l_onoff: 1, l_linger: 0)
      setsockopt(socket, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
      return .hungUp
    }
  }

  /// From many addresses of the loopback, or the ports of one would run out.
  private func connect(_ socket: Int32, from address: UInt32) -> Bool {
    var patience = timeval(tv_sec: Self.patienceSeconds, tv_usec: 0)
    for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
      setsockopt(socket, SOL_SOCKET, option, &patience, socklen_t(MemoryLayout<timeval>.size))
    }
    // The last octet is never 0, and the second never that of 127.0.0.1, where the server is.
    let octets = 127 << 24 | (1 + address / 254 / 256 % 250) << 16 | address / 254 % 256 << 8 | (1 + address % 254)
    let isBound = withAddress(octets, port: 0) { bind(socket, $0, $1) == 0 }
    return isBound && withAddress(127 << 24 | 1, port: port) { Foundation.connect(socket, $0, $1) == 0 }
  }

  private func send(_ bytes: [UInt8], over socket: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  private func read(_ socket: Int32, patience: Int32? = nil) -> Outcome {
    var patience = patience
    var received: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16 << 10)
    while true {
      if let milliseconds = patience, !hasNews(socket, within: milliseconds) {
        shutdown(socket, Int32(SHUT_WR))
        patience = nil
      }
      let count = recv(socket, &buffer, buffer.count, 0)
      if count > 0 {
        received += buffer[..<count]
      } else if count < 0, errno == EAGAIN || errno == EWOULDBLOCK {
        return .forgotten
      } else {
        return .answered(received)
      }
    }
  }

  private func hasNews(_ socket: Int32, within milliseconds: Int32) -> Bool {
    var wanted = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
    return poll(&wanted, 1, milliseconds) > 0
  }
}

private func withAddress<R>(
  _ octets: UInt32, port: Int, _ body: (UnsafePointer<sockaddr>, socklen_t) -> R
) -> R {
  var address = sockaddr_in()
  address.sin_family = sa_family_t(AF_INET)
  address.sin_port = in_port_t(port).bigEndian
  address.sin_addr.s_addr = octets.bigEndian
  return withUnsafePointer(to: address) { pointer in
    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
  }
}
