import Foundation
import Language

/// The reply files after somebody has been at them: every mistake is named with its line, and none ends the program.
struct PhraseTrial: Trial {
  private let files: [Voice: [UInt8]]

  init() throws {
    let home = URL(filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory)
    var files: [Voice: [UInt8]] = [:]
    for voice in Voice.allCases {
      files[voice] = Array(try Data(contentsOf: home.appending(path: "templates/replies/\(voice.rawValue).txt")))
    }
    self.files = files
  }

  /// A few changes anywhere in the file of one voice, whose place in the list of voices is the first byte.
  func input(_ chance: inout Chance) -> [UInt8] {
    let place = chance.below(Voice.allCases.count)
    var bytes = files[Voice.allCases[place]] ?? []
    for _ in 0...chance.below(4) { ByteMutation.mutate(&bytes, &chance) }
    return [UInt8(place)] + bytes
  }

  func check(_ input: [UInt8]) throws(Violation) {
    var texts = files.mapValues { String(decoding: $0, as: UTF8.self) }
    guard let place = input.first.map(Int.init), place < Voice.allCases.count else { return }
    texts[Voice.allCases[place]] = String(decoding: input.dropFirst(), as: UTF8.self)
    do {
      _ = try Phrasebook(texts: texts)
    } catch {
      guard !error.faults.isEmpty, !error.description.isEmpty else { throw Violation("refused without a reason") }
    }
  }
}
