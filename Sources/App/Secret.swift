import Foundation

/// A secret, or several that are valid at once while one replaces another. Read from a file it is read again on SIGHUP.
///
/// Unchecked because the compiler cannot see that `current` is touched only under `lock`.
final class Secret: @unchecked Sendable, CustomStringConvertible {
  private let lock = NSLock()
  private let file: URL?
  private var current: [String]

  /// Several are separated by commas.
  init(_ text: String) {
    file = nil
    current = Self.split(text)
  }

  init(file: URL) {
    self.file = file
    current = []
    reload()
  }

  var values: [String] { lock.withLock { current } }

  var first: String { values.first ?? "" }

  /// False for a file that cannot be read or is empty: what was known before stays.
  @discardableResult
  func reload() -> Bool {
    guard let file else { return true }
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return false }
    let read = Self.split(text)
    if !read.isEmpty { lock.withLock { current = read } }
    return !read.isEmpty
  }

  /// Never shown, wherever it is printed.
  var description: String { "(secret)" }

  private static func split(_ text: String) -> [String] {
    text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }.filter { !$0.isEmpty }
  }
}
