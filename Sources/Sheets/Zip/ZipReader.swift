internal import CMinizip

/// A ZIP archive in memory, of which somebody unknown says what is in it: what is taken out is counted, whatever its
/// headings claim.
///
/// Not Sendable: it lives within the function that made it. The pointers belong to minizip and to the bytes, which are
/// held until the archive is closed.
final class ZipReader {
  struct Damaged: Error {}

  private let bytes: UnsafeMutableRawBufferPointer
  private let source: UnsafeMutablePointer<cminizip_bytes>
  private let archive: unzFile

  enum Limit {
    static let entries = 2_000
    static let entryBytes = 64 << 20
  }

  init(_ content: [UInt8]) throws(UnreadableFile) {
    bytes = .allocate(byteCount: max(content.count, 1), alignment: 1)
    bytes.copyBytes(from: content)
    source = .allocate(capacity: 1)
    source.initialize(to: cminizip_bytes(bytes: UnsafeRawPointer(bytes.baseAddress), length: content.count))
    guard let archive = cminizip_open(source) else {
      source.deallocate()
      bytes.deallocate()
      throw .damaged
    }
    self.archive = archive
    var info = unz_global_info64()
    guard unzGetGlobalInfo64(archive, &info) == UNZ_OK, info.number_entry <= Limit.entries else { throw .tooLarge }
  }

  deinit {
    unzClose(archive)
    source.deallocate()
    bytes.deallocate()
  }

  /// The names of what is in it, in its order.
  var names: [String] {
    var names: [String] = []
    guard unzGoToFirstFile(archive) == UNZ_OK else { return [] }
    repeat {
      var name = [CChar](repeating: 0, count: 512)
      unzGetCurrentFileInfo64(archive, nil, &name, 511, nil, 0, nil, 0)
      names.append(String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self))
    } while names.count < Limit.entries && unzGoToNextFile(archive) == UNZ_OK
    return names
  }

  /// Nil when there is no such entry.
  func entry(_ name: String) throws(UnreadableFile) -> [UInt8]? {
    guard unzLocateFile(archive, name, 1) == UNZ_OK else { return nil }
    guard unzOpenCurrentFile(archive) == UNZ_OK else { throw .damaged }
    defer { unzCloseCurrentFile(archive) }
    var content: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = unzReadCurrentFile(archive, &piece, UInt32(piece.count))
      guard count >= 0 else { throw .damaged }
      guard count > 0 else { return content }
      content += piece.prefix(Int(count))
      guard content.count <= Limit.entryBytes else { throw .tooLarge }
    }
  }
}
