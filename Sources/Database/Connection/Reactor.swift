import CEpoll
import Foundation

/// The one thread that listens to all connections: it sleeps in epoll and wakes whoever has got an answer.
///
/// `@unchecked` because `members`, `lastIdentifier` and `isStopped` are touched under `lock` only. A member is known
/// by a number that is never used again, so an event that arrives late cannot hit a newer member.
final class Reactor: @unchecked Sendable {
  protocol Member: AnyObject, Sendable {
    /// The socket can be read, written, or has broken.
    func socketIsReady()
  }

  private let lock = NSLock()
  private let epoll: Int32
  private let wakeup: Int32
  private var members: [UInt64: any Member] = [:]
  private var lastIdentifier: UInt64 = 0
  private var isStopped = false

  init() {
    epoll = epoll_open()
    wakeup = epoll_wakeup_open()
    precondition(epoll >= 0 && wakeup >= 0, "no file descriptors are left for epoll")
    _ = epoll_watch(epoll, wakeup, lastIdentifier)
    let thread = Thread { [self] in run() }
    thread.name = "database"
    thread.start()
  }

  /// Watches a socket until `remove`; nil when the reactor has stopped.
  func add(_ member: any Member, socket: Int32) -> UInt64? {
    lock.withLock {
      guard !isStopped else { return nil }
      lastIdentifier += 1
      guard epoll_watch(epoll, socket, lastIdentifier) == 0 else { return nil }
      members[lastIdentifier] = member
      return lastIdentifier
    }
  }

  /// Whether to be told as well when the socket can be written.
  func setWrites(_ writes: Bool, socket: Int32, identifier: UInt64) {
    lock.withLock {
      guard members[identifier] != nil else { return }
      _ = epoll_rewatch(epoll, socket, writes ? 1 : 0, identifier)
    }
  }

  /// To be called before the socket is closed.
  func remove(socket: Int32, identifier: UInt64) {
    lock.withLock {
      guard members.removeValue(forKey: identifier) != nil else { return }
      _ = epoll_forget(epoll, socket)
    }
  }

  func stop() {
    lock.withLock {
      guard !isStopped else { return }
      isStopped = true
      _ = eventfd_write(wakeup, 1)
    }
  }

  private func run() {
    var ready = [UInt64](repeating: 0, count: 64)
    while !lock.withLock({ isStopped }) {
      let count = epoll_ready(epoll, &ready, Int32(ready.count))
      precondition(count >= 0 || errno == EINTR, "epoll_wait failed")
      for identifier in ready.prefix(Int(max(0, count))) {
        lock.withLock { members[identifier] }?.socketIsReady()
      }
    }
    lock.withLock {
      members = [:]
      close(epoll)
      close(wakeup)
    }
  }
}
