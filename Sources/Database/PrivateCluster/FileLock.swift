import Foundation

/// One program at a time. The lock ends with the program, however that ends, and no child inherits it.
enum FileLock {
  static func holding<R>(_ path: String, _ body: () throws -> R) throws -> R {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0, flock(descriptor, LOCK_EX) == 0 else {
      throw PrivateClusterError.unusable("\(path) cannot be locked")
    }
    defer { close(descriptor) }
    return try body()
  }
}
