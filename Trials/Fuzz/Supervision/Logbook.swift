import Foundation

/// What each lane is doing, in a file that outlives the process: when it dies, the file tells which input it died of.
///
/// Every lane has a place of its own in the file and writes it whole, so no lane waits for another.
struct Logbook: Sendable {
  /// One lane's line.
  struct Line {
    /// Nil between two inputs.
    var input: Int?
    var done: Int
    /// On the clock that all processes of a machine share.
    var beganAt: Double
    var bytes: [UInt8]
  }

  private let descriptor: Int32

  private static let placeBytes = 16 << 20
  private static let headBytes = 32

  /// Opens or makes it.
  init(path: String) throws(Refusal) {
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Refusal("\(path): \(String(cString: strerror(errno)))") }
  }

  func close() { Foundation.close(descriptor) }

  func write(_ line: Line, lane: Int) {
    let numbers = [
      UInt64(bitPattern: Int64(line.input ?? -1)), UInt64(line.done), line.beganAt.bitPattern, UInt64(line.bytes.count),
    ]
    let bytes = numbers.flatMap { number in (0..<8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) } } + line.bytes
    _ = bytes.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, off_t(lane * Self.placeBytes)) }
  }

  /// Nil before the lane has begun.
  func line(of lane: Int, withBytes: Bool = false) -> Line? {
    let place = lane * Self.placeBytes
    guard let head = read(Self.headBytes, at: place) else { return nil }
    let numbers = (0..<4).map { number in
      (0..<8).reduce(UInt64(0)) { $0 | UInt64(head[number * 8 + $1]) << ($1 * 8) }
    }
    let (input, beganAt) = (Int64(bitPattern: numbers[0]), Double(bitPattern: numbers[2]))
    // Where another lane has made the file longer, the place of one that has not begun holds zeros.
    return Line(
      input: input < 0 || beganAt == 0 ? nil : Int(input), done: Int(numbers[1]), beganAt: beganAt,
      bytes: withBytes ? read(Int(numbers[3]), at: place + Self.headBytes) ?? [] : [])
  }

  private func read(_ count: Int, at place: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    let read = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, count, off_t(place)) }
    return read == count ? bytes : nil
  }

  static var now: Double { ProcessInfo.processInfo.systemUptime }
}
