internal import CCairo

/// A picture to paint on. Cairo's surface lives as long as it does; it is used by one function and never crosses a
/// boundary.
final class Canvas {
  private let surface: OpaquePointer
  let pen: Pen

  init(width: Int, height: Int, paper: Colour = .white) {
    guard let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height))
    else { preconditionFailure("cairo gives an object even when it fails") }
    precondition(
      cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS, "a picture of \(width) × \(height) cannot be made")
    self.surface = surface
    pen = Pen(on: surface)
    pen.cover(with: paper)
  }

  deinit { cairo_surface_destroy(surface) }

  /// The picture as a file's bytes.
  func png() -> [UInt8] {
    var bytes: [UInt8] = []
    let status = withUnsafeMutablePointer(to: &bytes) { file in
      cairo_surface_write_to_png_stream(
        surface,
        { file, part, length in
          guard let file, let part else { return CAIRO_STATUS_WRITE_ERROR }
          file.assumingMemoryBound(to: [UInt8].self).pointee
            .append(contentsOf: UnsafeBufferPointer(start: part, count: Int(length)))
          return CAIRO_STATUS_SUCCESS
        }, file)
    }
    precondition(status == CAIRO_STATUS_SUCCESS, "writing a picture to memory fails only without memory")
    return bytes
  }
}
