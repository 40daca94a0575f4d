import Foundation
import HTTP

/// A client that sends bytes as they are, right or wrong, over one connection.
final class RawClient: Sendable {
  private let socket: Int32

  init(port: Int) {
    socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    // Only so that a broken server fails the test instead of holding it up.
    var patience = timeval(tv_sec: 20, tv_usec: 0)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    withLoopback(port: port) { _ = connect(socket, $0, $1) }
  }

  deinit { close(socket) }

  func send(_ text: String) async {
    await offPool { [socket] in
      var rest = ArraySlice(Array(text.utf8))
      while !rest.isEmpty {
        let count = rest.withUnsafeBytes { Foundation.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
        guard count > 0 else { return }  // the server has hung up, which is what some tests want
        rest = rest.dropFirst(count)
      }
    }
  }

  /// Everything until the text occurs, or until the server closes.
  func read(until end: String? = nil) async -> String {
    await offPool { [socket] in
      var received: [UInt8] = []
      var byte: UInt8 = 0
      while recv(socket, &byte, 1, 0) == 1 {
        received.append(byte)
        if let end, received.suffix(end.utf8.count) == Array(end.utf8)[...] { break }
      }
      return String(decoding: received, as: UTF8.self)
    }
  }

  func exchange(_ text: String) async -> String {
    await send(text)
    return await read()
  }
}

/// A server that does what a test says with each connection, in turn: `serve` runs on a thread of its own.
final class Peer: @unchecked Sendable {
  let port: Int
  private let socket: Int32
  private let lock = NSLock()
  private var count = 0

  /// Connections taken so far. `lock` guards it.
  var connectionCount: Int { lock.withLock { count } }

  init(backlog: Int32 = 16, serve: (@Sendable (Connection) -> Void)?) {
    socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    let socket = socket
    withLoopback(port: 0) { _ = bind(socket, $0, $1) }
    listen(socket, backlog)
    port = boundPort(of: socket)
    guard let serve else { return }
    // Serves for as long as the tests run.
    Thread.detachNewThread {
      while case let client = accept(socket, nil, nil), client >= 0 {
        self.lock.withLock { self.count += 1 }
        Thread.detachNewThread {
          serve(Connection(socket: client))
          close(client)
        }
      }
    }
  }

  deinit { close(socket) }

  struct Connection {
    let socket: Int32

    /// A head and as much of a body as it declares; nil when the client has closed.
    func readRequest() -> String? {
      var received = ""
      var byte: UInt8 = 0
      while !received.hasSuffix("\r\n\r\n") {
        guard recv(socket, &byte, 1, 0) == 1 else { return nil }
        received.unicodeScalars.append(Unicode.Scalar(byte))
      }
      let length = received.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-length:") }
      for _ in 0..<(length.flatMap { Int($0.dropFirst(15).trimmingCharacters(in: .whitespaces)) } ?? 0) {
        guard recv(socket, &byte, 1, 0) == 1 else { return nil }
        received.unicodeScalars.append(Unicode.Scalar(byte))
      }
      return received
    }

    func write(_ text: String) {
      _ = Array(text.utf8).withUnsafeBytes { send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
    }

    func waitForEnd() {
      while readRequest() != nil {}
    }
  }
}

/// Opens once; whoever waits goes on, now or later.
actor Gate {
  private var isOpen = false
  private var waiting: [CheckedContinuation<Void, Never>] = []

  func open() {
    isOpen = true
    for continuation in waiting { continuation.resume() }
    waiting = []
  }

  func wait() async {
    guard !isOpen else { return }
    await withCheckedContinuation { waiting.append($0) }
  }
}

/// Runs a server for the time of a test and stops it the way the program does.
func withServer<Result: Sendable>(
  _ limits: HTTPServer.Limits = .patient,
  onFinished: @escaping @Sendable (HTTPServer.Finished) -> Void = { _ in },
  handler: @escaping @Sendable (HTTPRequest) async -> HTTPResponse,
  test: @Sendable (HTTPServer) async throws -> Result
) async throws -> Result {
  let server = try HTTPServer(address: "127.0.0.1:0", limits: limits, onFinished: onFinished, handler: handler)
  return try await withThrowingTaskGroup(of: Void.self) { group in
    group.addTask { await server.run() }
    let result = try await test(server)
    group.cancelAll()
    return result
  }
}

extension HTTPServer.Limits {
  /// For tests that are not about time, on a machine that may be busy.
  static var patient: HTTPServer.Limits {
    var limits = HTTPServer.Limits()
    limits.requestSecondsMax = 120
    return limits
  }

  static func with(_ change: (inout HTTPServer.Limits) -> Void) -> HTTPServer.Limits {
    var limits = patient
    change(&limits)
    return limits
  }
}

extension HTTPClient.Limits {
  static func with(_ change: (inout HTTPClient.Limits) -> Void) -> HTTPClient.Limits {
    var limits = HTTPClient.Limits()
    change(&limits)
    return limits
  }
}

/// Blocking calls must not hold up the threads that tasks run on.
private func offPool<Result: Sendable>(_ work: @escaping @Sendable () -> Result) async -> Result {
  await withCheckedContinuation { continuation in
    Thread.detachNewThread { continuation.resume(returning: work()) }
  }
}

private func withLoopback(port: Int, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Void) {
  var address = sockaddr_in()
  address.sin_family = sa_family_t(AF_INET)
  address.sin_port = in_port_t(port).bigEndian
  address.sin_addr.s_addr = in_addr_t(INADDR_LOOPBACK).bigEndian
  withUnsafePointer(to: address) { pointer in
    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
      body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
    }
  }
}

private func boundPort(of socket: Int32) -> Int {
  var address = sockaddr_in()
  var length = socklen_t(MemoryLayout<sockaddr_in>.size)
  withUnsafeMutablePointer(to: &address) { pointer in
    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { _ = getsockname(socket, $0, &length) }
  }
  return Int(in_port_t(bigEndian: address.sin_port))
}
