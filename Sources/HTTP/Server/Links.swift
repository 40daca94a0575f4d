internal import Foundation

/// All open connections, and how many each address has. `lock` guards both tables.
final class Links: @unchecked Sendable {
  private let limits: HTTPServer.Limits
  private let lock = NSLock()
  /// By descriptor, which is unique because an entry goes before its descriptor is closed.
  private var open: [Int32: Link] = [:]
  private var countByAddress: [String: Int] = [:]

  init(limits: HTTPServer.Limits) {
    self.limits = limits
  }

  var all: [Link] { lock.withLock { Array(open.values) } }

  subscript(socket: Int32) -> Link? { lock.withLock { open[socket] } }

  /// Nil when the server, or this address, has enough connections.
  func admit(socket: Int32, from address: String) -> Link? {
    lock.withLock {
      let count = countByAddress[address, default: 0]
      guard open.count < limits.connectionsMax, count < limits.connectionsPerAddressMax else { return nil }
      let link = Link(socket: socket, remoteAddress: address, limits: limits)
      open[socket] = link
      countByAddress[address] = count + 1
      return link
    }
  }

  func remove(_ link: Link) {
    link.closed()
    lock.withLock {
      guard open.removeValue(forKey: link.socket) != nil else { return }
      let count = countByAddress[link.remoteAddress, default: 1] - 1
      countByAddress[link.remoteAddress] = count > 0 ? count : nil
    }
  }
}
