package import Foundation

/// Where the training lines lie beside the program, and the one model that is learnt from them. The only place of this
/// module that reads files.
package enum TrainingFolder {
  /// Learnt once a process, when it is first asked for; a second or two.
  package static func model() throws(TrainingFault) -> IntentModel { try learnt.get() }

  private static let learnt = Result<IntentModel, TrainingFault> { () throws(TrainingFault) in
    try read(standing).model()
  }

  /// All files of a folder, one for each intent.
  package static func read(_ folder: URL) throws(TrainingFault) -> TrainingSet {
    guard FileManager.default.fileExists(atPath: folder.path) else { throw .noFolder(folder.path) }
    let goods = try TrainingGoods.catalogue(text(TrainingGoods.file, in: folder))
    var lines: [TrainingLine] = []
    for intent in Intent.allCases {
      lines += try TrainingFile.lines(of: text(intent.rawValue + ".txt", in: folder), intent: intent)
    }
    return TrainingSet(lines, goods: goods)
  }

  /// The package manager lays the files of a module beside the program. Its own `Bundle.module` is not asked, because
  /// that ends the process where the folder is missing.
  package static var standing: URL { standing(beside: Bundle.main.bundleURL) }

  static func standing(beside program: URL) -> URL {
    program.appending(path: "RetailMind_Intents.resources/Training")
  }

  private static func text(_ name: String, in folder: URL) throws(TrainingFault) -> String {
    do {
      return try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    } catch {
      throw .unreadable(name)
    }
  }
}
