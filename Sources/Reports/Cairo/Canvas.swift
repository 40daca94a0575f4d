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
    cairo_surface_flush(surface)
    guard let pixels = cairo_image_surface_get_data(surface) else { preconditionFailure("a picture has pixels") }
    let (width, height) = (cairo_image_surface_get_width(surface), cairo_image_surface_get_height(surface))
    let bytesPerRow = Int(cairo_image_surface_get_stride(surface))
    return PNGFile(width: Int(width), height: Int(height))
      .bytes(of: UnsafeBufferPointer(start: pixels, count: bytesPerRow * Int(height)), bytesPerRow: bytesPerRow)
  }
}
