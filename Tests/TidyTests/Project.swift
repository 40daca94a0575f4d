import Foundation

/// The files of this repository, for the rules.
enum Project {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  struct File {
    /// From the top of the repository.
    let path: String
    let text: String

    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
  }

  static func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path).sorted()
  }

  static func file(_ path: String) throws -> File {
    File(path: path, text: try String(contentsOf: root.appending(path: path), encoding: .utf8))
  }

  static func files(in folder: String, ending: String) throws -> [File] {
    try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path).sorted()
      .filter { $0.hasSuffix(ending) }.map { try file(folder + "/" + $0) }
  }

  static func swift(in folder: String) throws -> [File] { try files(in: folder, ending: ".swift") }

  /// “path:line” of every line of code that matches, outside of the files whose paths begin with one of `except`.
  static func lines(
    matching pattern: some RegexComponent, in folder: String, except: [String] = []
  ) throws -> [String] {
    try swift(in: folder).filter { file in !except.contains { file.path.hasPrefix($0) } }.flatMap { file in
      file.lines.enumerated().filter { $1.code(comment: "//").contains(pattern) }.map {
        "\(file.path):\($0.offset + 1)"
      }
    }
  }
}

extension Project.File {
  /// Every name that follows a dot: `say(.sold)`, `Phrase.sold`.
  func membersNamed() -> Set<String> {
    let words = text.utf8.split { !isLetter($0) && $0 != UInt8(ascii: ".") }
    return words.reduce(into: []) { names, word in
      for name in word.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).dropFirst() {
        names.insert(String(decoding: name, as: UTF8.self))
      }
    }
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// Lines of the SQL in this file: what stands between quotes and begins like a statement.
  func statements() -> [Substring] {
    let statement = #/^\s*(select|insert|update|delete|with|values|create|alter)\b/#
    let pieces = text.split(separator: "\"\"\"", omittingEmptySubsequences: false)
    let long = pieces.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
    let short = pieces.enumerated().filter { $0.offset % 2 == 0 }.flatMap { piece in
      piece.element.split(separator: "\n").flatMap { line in
        line.split(separator: "\"", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }
          .map(\.element)
      }
    }
    return (long + short).filter { $0.lowercased().contains(statement) }
  }
}

extension Substring {
  /// Without the comment at its end.
  func code(comment: String) -> Substring { range(of: comment).map { self[..<$0.lowerBound] } ?? self }
}
