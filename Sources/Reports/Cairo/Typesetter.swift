internal import CCairo

/// Shapes and measures text with Pango: conjuncts and matras of Devanagari, figures of one width. Made and used by one
/// function on one thread, because the fonts that Pango has read belong to the thread.
final class Typesetter: TextMeasuring {
  private let context: OpaquePointer
  private let layout: OpaquePointer

  /// The fonts are named here and nowhere else: what a machine prefers must not change a picture.
  static let families = "Noto Sans, Noto Sans Devanagari"

  /// The language chooses between forms of a letter: Marathi draws ल and श otherwise than Hindi.
  init(language: String) {
    guard let map = pango_cairo_font_map_get_default(), let context = pango_font_map_create_context(map),
      let layout = pango_layout_new(context)
    else { preconditionFailure("pango gives an object or ends the process") }
    self.context = context
    self.layout = layout
    pango_context_set_language(context, pango_language_from_string(language))
    // A picture is looked at in any size: letters are neither bent to whole pixels nor their distances rounded.
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    pango_cairo_context_set_font_options(context, options)
    cairo_font_options_destroy(options)
    pango_context_set_round_glyph_positions(context, 0)
    pango_layout_set_single_paragraph_mode(layout, 1)
    let attributes = pango_attr_list_new()
    pango_attr_list_insert(attributes, pango_attr_font_features_new("tnum=1"))
    pango_layout_set_attributes(layout, attributes)
    pango_attr_list_unref(attributes)
  }

  deinit {
    g_object_unref(UnsafeMutableRawPointer(layout))
    g_object_unref(UnsafeMutableRawPointer(context))
  }

  func size(of text: String, in style: TextStyle) -> TextSize {
    set(text, in: style)
    var (ink, advance) = (PangoRectangle(), PangoRectangle())
    pango_layout_line_get_extents(pango_layout_get_line_readonly(layout, 0), &ink, &advance)
    func length(_ units: Int32) -> Double { Double(units) / Double(PANGO_SCALE) }
    return TextSize(
      width: length(advance.width), rise: max(0, -length(ink.y)), fall: max(0, length(ink.y + ink.height)))
  }

  /// Its baseline begins at the pen's point.
  func draw(_ text: PlacedText, with pen: OpaquePointer) {
    set(text.text, in: text.style)
    pango_cairo_show_layout_line(pen, pango_layout_get_line_readonly(layout, 0))
  }

  /// Adds the edges of its letters to the pen's path.
  func outline(_ text: PlacedText, with pen: OpaquePointer) {
    set(text.text, in: text.style)
    pango_cairo_layout_line_path(pen, pango_layout_get_line_readonly(layout, 0))
  }

  private func set(_ text: String, in style: TextStyle) {
    let font = pango_font_description_new()
    pango_font_description_set_family(font, Self.families)
    pango_font_description_set_weight(font, style.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
    pango_font_description_set_absolute_size(font, style.size * Double(PANGO_SCALE))
    pango_layout_set_font_description(layout, font)
    pango_font_description_free(font)
    pango_layout_set_text(layout, text, -1)
  }
}
