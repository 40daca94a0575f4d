internal import CZlib

/// The pixels of a picture as a PNG file (ISO/IEC 15948). Cairo can write one too, but tries five filters for every row
/// of pixels, which took two thirds of the time of a picture; where so much is even paper, one is as good.
struct PNGFile {
  let width: Int
  let height: Int

  /// Red, green and blue.
  private static let bytesPerPixel = 3
  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  private static let compression: Int32 = 6

  /// The difference to the pixel above.
  private static let filterUp: UInt8 = 2

  /// `pixels` are Cairo's: blue, green, red and nothing, so many bytes in a row.
  func bytes(of pixels: UnsafeBufferPointer<UInt8>, bytesPerRow: Int) -> [UInt8] {
    let colours: [UInt8] = [8, 2, 0, 0, 0]  // eight bits a colour, three colours, nothing unusual
    let header = Self.bigEndian(width) + Self.bigEndian(height) + colours
    return Self.signature + Self.chunk("IHDR", header)
      + Self.chunk("IDAT", Self.compressed(filtered(pixels, bytesPerRow: bytesPerRow))) + Self.chunk("IEND", [])
  }

  private func filtered(_ pixels: UnsafeBufferPointer<UInt8>, bytesPerRow: Int) -> [UInt8] {
    let length = (1 + width * Self.bytesPerPixel) * height
    return [UInt8](unsafeUninitializedCapacity: length) { rows, count in
      var end = 0
      for row in 0..<height {
        rows[end] = Self.filterUp
        end += 1
        for pixel in stride(from: row * bytesPerRow, to: row * bytesPerRow + width * 4, by: 4) {
          for colour in stride(from: 2, through: 0, by: -1) {
            let above = row == 0 ? 0 : pixels[pixel + colour - bytesPerRow]
            rows[end] = pixels[pixel + colour] &- above
            end += 1
          }
        }
      }
      count = end
    }
  }

  private static func compressed(_ bytes: [UInt8]) -> [UInt8] {
    let most = compressBound(UInt(bytes.count))
    return [UInt8](unsafeUninitializedCapacity: Int(most)) { file, count in
      var length = most
      let status = compress2(file.baseAddress, &length, bytes, UInt(bytes.count), compression)
      precondition(status == Z_OK, "compressing into space enough fails only without memory")
      count = Int(length)
    }
  }

  /// Its length, its name, what it holds, and a sum to check it by.
  private static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
    let named = Array(name.utf8) + content
    return bigEndian(content.count) + named + bigEndian(Int(crc32(0, named, UInt32(named.count))))
  }

  private static func bigEndian(_ number: Int) -> [UInt8] { [24, 16, 8, 0].map { UInt8(number >> $0 & 0xFF) } }
}
