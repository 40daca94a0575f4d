internal import CMinizip
package import Foundation

/// Writes a ZIP archive to a file, entry by entry: the export of a shop, table by table, however large it is.
///
/// Not Sendable: it lives within the function that made it. `archive` belongs to minizip and is closed once.
package final class ZipWriter {
  package struct CouldNotWrite: Error { package let entry: String }

  private var archive: zipFile?

  package init(to file: URL) throws {
    guard let archive = zipOpen64(file.path(percentEncoded: false), APPEND_STATUS_CREATE) else {
      throw CouldNotWrite(entry: "the archive")
    }
    self.archive = archive
  }

  deinit { if let archive { zipClose(archive, nil) } }

  /// All of an entry; the pieces are asked for one after another until there are none.
  package func add(_ name: String, at moment: Date, pieces: () async throws -> [UInt8]?) async throws {
    var info = zip_fileinfo()
    info.tmz_date = tm_zip(moment)
    // Names in UTF-8 (bit 11), so that Devanagari survives.
    let opened = zipOpenNewFileInZip4_64(
      archive, name, &info, nil, 0, nil, 0, nil, Z_DEFLATED, 6, 0, -MAX_WBITS, 8, 0, nil, 0, 0, 1 << 11, 1)
    guard opened == ZIP_OK else { throw CouldNotWrite(entry: name) }
    while let piece = try await pieces() {
      guard zipWriteInFileInZip(archive, piece, UInt32(piece.count)) == ZIP_OK else {
        throw CouldNotWrite(entry: name)
      }
    }
    guard zipCloseFileInZip(archive) == ZIP_OK else { throw CouldNotWrite(entry: name) }
  }

  package func close() throws {
    guard let archive else { return }
    self.archive = nil
    guard zipClose(archive, nil) == ZIP_OK else { throw CouldNotWrite(entry: "the end of the archive") }
  }
}

extension tm_zip {
  /// In universal time; a ZIP knows no zone.
  fileprivate init(_ moment: Date) {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second], from: moment)
    self.init()
    tm_year = numericCast(parts.year ?? 1980)
    tm_mon = numericCast((parts.month ?? 1) - 1)
    tm_mday = numericCast(parts.day ?? 1)
    tm_hour = numericCast(parts.hour ?? 0)
    tm_min = numericCast(parts.minute ?? 0)
    tm_sec = numericCast(parts.second ?? 0)
  }
}
