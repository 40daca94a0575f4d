import CZlib
import Foundation

/// The lines of a text file, plain or packed by gzip, one after the other and never all in memory.
struct TextLines {
  /// zlib reads a file that is not packed as it is.
  private let file: gzFile
  private let path: String
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)
  private var filled = 0
  private var position = 0

  init(path: String) throws {
    guard let file = gzopen(path, "rb") else { throw Plainly("\(path) cannot be read") }
    self.file = file
    self.path = path
  }

  /// The bytes of the next line without its end; nil after the last.
  mutating func next(into line: inout [UInt8]) throws -> Bool {
    line.removeAll(keepingCapacity: true)
    while true {
      if position == filled {
        guard try refill() else { return !line.isEmpty }
      }
      let rest = buffer[position..<filled]
      if let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
        line.append(contentsOf: buffer[position..<end])
        position = end + 1
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        return true
      }
      line.append(contentsOf: rest)
      position = filled
    }
  }

  func close() { gzclose(file) }

  private mutating func refill() throws -> Bool {
    let count = gzread(file, &buffer, UInt32(buffer.count))
    guard count >= 0 else { throw Plainly("\(path) is damaged") }
    (position, filled) = (0, Int(count))
    return count > 0
  }
}
