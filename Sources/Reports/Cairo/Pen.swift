internal import CCairo

/// Paints the marks of a drawing on whatever surface lies under it. Cairo's pen lives as long as it does; it is used by
/// one function and never crosses a boundary.
final class Pen {
  private let pen: OpaquePointer

  init(on surface: OpaquePointer) {
    guard let pen = cairo_create(surface) else { preconditionFailure("cairo gives an object even when it fails") }
    precondition(cairo_status(pen) == CAIRO_STATUS_SUCCESS, "this surface cannot be painted on")
    self.pen = pen
  }

  deinit { cairo_destroy(pen) }

  func cover(with colour: Colour) {
    choose(colour)
    cairo_paint(pen)
  }

  /// Whole pixels, without soft edges.
  func fill(x: Int, y: Int, width: Int, height: Int) {
    cairo_set_antialias(pen, CAIRO_ANTIALIAS_NONE)
    choose(.black)
    cairo_rectangle(pen, Double(x), Double(y), Double(width), Double(height))
    cairo_fill(pen)
  }

  func draw(_ drawing: Drawing, with typesetter: Typesetter) {
    cairo_set_line_cap(pen, CAIRO_LINE_CAP_ROUND)
    cairo_set_line_join(pen, CAIRO_LINE_JOIN_ROUND)
    for mark in drawing.marks { draw(mark, with: typesetter) }
  }

  /// What was drawn is a page of a document; what comes now is the next.
  func endPage() { cairo_show_page(pen) }

  private func draw(_ mark: Mark, with typesetter: Typesetter) {
    switch mark {
    case .area(let path, let colour):
      follow(path)
      choose(colour)
      cairo_fill(pen)
    case .line(let path, let stroke):
      follow(path)
      choose(stroke.colour)
      cairo_set_line_width(pen, stroke.width)
      cairo_set_dash(pen, stroke.dashes, Int32(stroke.dashes.count), 0)
      cairo_stroke(pen)
    case .text(let text):
      if text.hasHalo { drawHalo(of: text, with: typesetter) }
      choose(text.style.colour)
      cairo_move_to(pen, text.origin.x, text.origin.y)
      typesetter.draw(text, with: pen)
      cairo_new_path(pen)
    }
  }

  private func drawHalo(of text: PlacedText, with typesetter: Typesetter) {
    cairo_new_path(pen)
    cairo_move_to(pen, text.origin.x, text.origin.y)
    typesetter.outline(text, with: pen)
    choose(.halo)
    cairo_set_dash(pen, [], 0, 0)
    cairo_set_line_width(pen, text.style.size * 0.28)
    cairo_stroke(pen)
  }

  private func choose(_ colour: Colour) {
    cairo_set_source_rgba(pen, colour.red, colour.green, colour.blue, colour.opacity)
  }

  private func follow(_ path: Path) {
    cairo_new_path(pen)
    for step in path.steps {
      switch step {
      case .move(let point): cairo_move_to(pen, point.x, point.y)
      case .line(let point): cairo_line_to(pen, point.x, point.y)
      case .curve(let first, let second, let end):
        cairo_curve_to(pen, first.x, first.y, second.x, second.y, end.x, end.y)
      case .close: cairo_close_path(pen)
      }
    }
  }
}
