/// Lets nobody on until `count` tasks have come; from then on, everybody. For tests that need two things at once.
package actor Barrier {
  private var missing: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  package init(count: Int) { missing = count }

  package func pass() async {
    missing -= 1
    guard missing > 0 else {
      for continuation in waiting { continuation.resume() }
      waiting = []
      return
    }
    await withCheckedContinuation { waiting.append($0) }
  }
}

package actor Counter {
  package private(set) var value = 0
  package init() {}
  package func increment() { value += 1 }
}
