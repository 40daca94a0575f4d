internal import CXML

/// Walks through an XML document of unknown origin: tells which elements begin and end, and the text within. No document
/// type, so no entity that grows or fetches; nothing nested deeply; nothing from the network.
///
/// The C callbacks get this object as their context; it outlives the parser, which lives within `read`.
final class ElementReader {
  /// Attributes by their local name.
  var onBegin: (_ name: String, _ attributes: [String: String]) throws(UnreadableFile) -> Void = { _, _ in }
  var onEnd: (_ name: String) throws(UnreadableFile) -> Void = { _ in }
  var onText: (_ text: String) -> Void = { _ in }

  private var parser: xmlParserCtxtPtr?
  private var fault: UnreadableFile?
  private var depth = 0

  /// libxml2 limits the depth of trees only, and here none is built.
  private static let depthMax = 64
  private static let pieceBytes = 32 << 10
  /// The mark of a handler that knows namespaces (libxml2's XML_SAX2_MAGIC).
  private static let handlerMark: UInt32 = 0xDEED_BEAF

  func read(_ document: [UInt8]) throws(UnreadableFile) {
    var handler = callbacks()
    let context = Unmanaged.passUnretained(self).toOpaque()
    guard let parser = xmlCreatePushParserCtxt(&handler, context, nil, 0, nil) else { throw .damaged }
    self.parser = parser
    defer {
      self.parser = nil
      xmlFreeParserCtxt(parser)
    }
    xmlCtxtUseOptions(parser, Int32(XML_PARSE_NONET.rawValue))
    let isRead = document.withUnsafeBytes { bytes in
      var start = 0
      while start < bytes.count, fault == nil {
        let count = min(Self.pieceBytes, bytes.count - start)
        let piece = bytes.baseAddress?.advanced(by: start).assumingMemoryBound(to: CChar.self)
        guard xmlParseChunk(parser, piece, Int32(count), 0) == 0 else { return false }
        start += count
      }
      return xmlParseChunk(parser, nil, 0, 1) == 0
    }
    if let fault { throw fault }
    guard isRead, parser.pointee.wellFormed == 1 else { throw .damaged }
  }

  private func begin(_ name: String, _ attributes: [String: String]) throws(UnreadableFile) {
    depth += 1
    guard depth <= Self.depthMax else { throw .damaged }
    try onBegin(name, attributes)
  }

  private func end(_ name: String) throws(UnreadableFile) {
    depth -= 1
    try onEnd(name)
  }

  private func stop(because fault: UnreadableFile) {
    self.fault = self.fault ?? fault
    xmlStopParser(parser)
  }

  private func guarded(_ body: () throws(UnreadableFile) -> Void) {
    guard fault == nil else { return }
    do throws(UnreadableFile) { try body() } catch { stop(because: error) }
  }
}

extension ElementReader {
  private func callbacks() -> xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = Self.handlerMark
    handler.startElementNs = { context, name, _, _, _, _, count, _, attributes in
      let reader = ElementReader.of(context)
      let found = ElementReader.attributes(attributes, Int(count))
      reader?.guarded { () throws(UnreadableFile) in try reader?.begin(ElementReader.text(name), found) }
    }
    handler.endElementNs = { context, name, _, _ in
      let reader = ElementReader.of(context)
      reader?.guarded { () throws(UnreadableFile) in try reader?.end(ElementReader.text(name)) }
    }
    handler.characters = { context, text, length in
      ElementReader.of(context)?.onText(ElementReader.text(text, Int(length)))
    }
    handler.cdataBlock = handler.characters
    handler.internalSubset = { context, _, _, _ in ElementReader.of(context)?.stop(because: .damaged) }
    handler.serror = { _, _ in }  // else libxml2 prints
    return handler
  }

  private static func of(_ context: UnsafeMutableRawPointer?) -> ElementReader? {
    context.map { Unmanaged<ElementReader>.fromOpaque($0).takeUnretainedValue() }
  }

  private static func text(_ pointer: UnsafePointer<xmlChar>?) -> String { pointer.map { String(cString: $0) } ?? "" }

  private static func text(_ pointer: UnsafePointer<xmlChar>?, _ length: Int) -> String {
    String(decoding: UnsafeBufferPointer(start: pointer, count: length), as: UTF8.self)
  }

  /// Five pointers each: local name, prefix, namespace, beginning and end of the value.
  private static func attributes(
    _ pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int
  ) -> [String: String] {
    guard let pointers else { return [:] }
    var found: [String: String] = [:]
    for index in 0..<count {
      let (name, begin, end) = (pointers[index * 5], pointers[index * 5 + 3], pointers[index * 5 + 4])
      guard let begin, let end else { continue }
      found[text(name)] = text(begin, end - begin)
    }
    return found
  }
}
