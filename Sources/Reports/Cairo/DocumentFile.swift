internal import CCairo

/// A PDF file in memory, page after page. Cairo's surface lives as long as it does; it is used by one function and never
/// crosses a boundary.
final class DocumentFile {
  private let surface: OpaquePointer
  private let bytes: Bytes
  let pen: Pen

  /// Where Cairo writes to; on the heap, because Cairo keeps its address.
  private final class Bytes {
    var all: [UInt8] = []
  }

  /// A page of so many points; `day` as ISO 8601 writes it.
  init(width: Double, height: Double, title: String, day: String) {
    bytes = Bytes()
    let write: cairo_write_func_t = { file, part, length in
      guard let file, let part else { return CAIRO_STATUS_WRITE_ERROR }
      Unmanaged<Bytes>.fromOpaque(file).takeUnretainedValue().all
        .append(contentsOf: UnsafeBufferPointer(start: part, count: Int(length)))
      return CAIRO_STATUS_SUCCESS
    }
    guard
      let surface = cairo_pdf_surface_create_for_stream(
        write, Unmanaged.passUnretained(bytes).toOpaque(), width, height)
    else { preconditionFailure("cairo gives an object even when it fails") }
    self.surface = surface
    pen = Pen(on: surface)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title)
    // Else Cairo takes the clock of the machine, and no two documents are the same.
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, day + "T00:00:00Z")
  }

  deinit { cairo_surface_destroy(surface) }

  /// The file's bytes; nothing can be drawn after.
  func finish() -> [UInt8] {
    cairo_surface_finish(surface)
    precondition(
      cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS, "writing a document to memory fails only without memory")
    return bytes.all
  }
}
