import CZlib
import Testing

@testable import Reports

/// The file that every phone must be able to open.
struct PNGFileTests {
  @Test func `a file holds the pixels that were painted, each part with its sum`() throws {
    let canvas = Canvas(width: 3, height: 2)
    canvas.pen.fill(x: 1, y: 0, width: 1, height: 2)
    canvas.pen.fill(x: 0, y: 1, width: 1, height: 1)
    let file = canvas.png()
    let chunks = try chunks(of: file)
    #expect(chunks.map(\.name) == ["IHDR", "IDAT", "IEND"])
    #expect(chunks[0].content == [0, 0, 0, 3, 0, 0, 0, 2, 8, 2, 0, 0, 0])
    let (white, black) = ([UInt8](repeating: 255, count: 3), [UInt8](repeating: 0, count: 3))
    #expect(pixels(of: chunks[1].content, width: 3, height: 2) == [white + black + white, black + black + white])
  }

  private struct Chunk {
    let name: String
    let content: [UInt8]
  }

  private func chunks(of file: [UInt8]) throws -> [Chunk] {
    var (chunks, rest) = ([Chunk](), file.dropFirst(8))
    while !rest.isEmpty {
      let length = number(rest.prefix(4))
      let named = Array(rest.dropFirst(4).prefix(4 + length))
      #expect(number(rest.dropFirst(8 + length).prefix(4)) == Int(crc32(0, named, UInt32(named.count))))
      chunks.append(Chunk(name: String(decoding: named.prefix(4), as: UTF8.self), content: Array(named.dropFirst(4))))
      rest = rest.dropFirst(12 + length)
    }
    return chunks
  }

  private func number(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }

  /// Rows whose bytes are the differences to the row above, which the byte before them says.
  private func pixels(of compressed: [UInt8], width: Int, height: Int) -> [[UInt8]] {
    var bytes = [UInt8](repeating: 0, count: (1 + 3 * width) * height)
    var length = UInt(bytes.count)
    #expect(uncompress(&bytes, &length, compressed, UInt(compressed.count)) == Z_OK)
    return (0..<height).reduce(into: []) { rows, row in
      let line = bytes[(row * (1 + 3 * width))...].prefix(1 + 3 * width)
      #expect(line.first == 2)
      let above = rows.last ?? [UInt8](repeating: 0, count: 3 * width)
      rows.append(zip(line.dropFirst(), above).map { $0 &+ $1 })
    }
  }
}
