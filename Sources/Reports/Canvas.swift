internal import CCairo

/// A white picture to draw on in black. Cairo's surface and pen live as long as it does; it is used by one function
/// and never crosses a boundary.
final class Canvas {
  private let surface: OpaquePointer
  private let pen: OpaquePointer

  init(width: Int, height: Int) {
    guard let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height)),
      let pen = cairo_create(surface)
    else { preconditionFailure("cairo gives an object even when it fails") }
    precondition(cairo_status(pen) == CAIRO_STATUS_SUCCESS, "a picture of \(width) × \(height) cannot be made")
    self.surface = surface
    self.pen = pen
    cairo_set_antialias(pen, CAIRO_ANTIALIAS_NONE)
    cairo_set_source_rgb(pen, 1, 1, 1)
    cairo_paint(pen)
    cairo_set_source_rgb(pen, 0, 0, 0)
  }

  deinit {
    cairo_destroy(pen)
    cairo_surface_destroy(surface)
  }

  func fill(x: Int, y: Int, width: Int, height: Int) {
    cairo_rectangle(pen, Double(x), Double(y), Double(width), Double(height))
    cairo_fill(pen)
  }

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
