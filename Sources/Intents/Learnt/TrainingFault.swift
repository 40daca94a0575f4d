/// What is wrong with the training files, for whoever has to put them right.
package enum TrainingFault: Error, Hashable, CustomStringConvertible {
  /// The folder does not stand where the program was installed.
  case noFolder(String)
  case unreadable(String)
  case heading(String, line: Int)
  case noHeading(String, line: Int)
  /// The heading has a role who may not mean this, or awaits what this does not answer.
  case closed(String, line: Int)
  case empty(String)
  case goods(line: Int)

  package var description: String {
    switch self {
    case .noFolder(let place): "the training lines are missing: \(place) must be installed beside the program"
    case .unreadable(let name): "\(name) cannot be read as text"
    case .heading(let name, let line): "\(name), line \(line): the heading is not [language role awaited]"
    case .noHeading(let name, let line): "\(name), line \(line): a message stands before the first heading"
    case .closed(let name, let line): "\(name), line \(line): this role cannot mean this, or not in this place"
    case .empty(let name): "\(name) has no lines"
    case .goods(let line): "\(TrainingGoods.file), line \(line): expected id | category | unit | name | …"
    }
  }
}
