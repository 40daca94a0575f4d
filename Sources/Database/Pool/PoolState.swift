/// Who has a connection and who waits for one. It only decides; `ConnectionPool` does what it says.
struct PoolState<Member: AnyObject, Waiter: AnyObject> {
  enum Action {
    case lend(Member, to: Waiter)
    case refuse(Waiter, DatabaseError)
    case connect
    case discard(Member)
    /// Closed, and nobody has a connection any more.
    case end
  }

  private let connectionsMax: Int
  private var idle: [Member] = []
  private var lent: [Member] = []
  private var connecting = 0
  private var waiters: [Waiter] = []
  private(set) var isClosed = false

  init(connectionsMax: Int) { self.connectionsMax = connectionsMax }

  /// The most recently used connection that is fit; the unfit ones before it are given up.
  mutating func acquire(_ waiter: Waiter, isFit: (Member) -> Bool) -> [Action] {
    guard !isClosed else { return [.refuse(waiter, .closed)] }
    let (member, actions) = acquireIdle(isFit: isFit)
    if let member { return actions + [.lend(member, to: waiter)] }
    waiters.append(waiter)
    return actions + connectForWaiters()
  }

  /// One that can be had without waiting; nil when there is none.
  mutating func acquireIdle(isFit: (Member) -> Bool) -> (Member?, [Action]) {
    var actions: [Action] = []
    while let member = idle.popLast() {
      guard isFit(member) else {
        actions.append(.discard(member))
        continue
      }
      lent.append(member)
      return (member, actions)
    }
    return (nil, actions)
  }

  mutating func connected(_ member: Member) -> [Action] {
    connecting -= 1
    return place(member)
  }

  /// The one who has waited longest hears why; the others get their own attempts.
  mutating func connectFailed(_ error: DatabaseError) -> [Action] {
    connecting -= 1
    let refused: [Action] = waiters.isEmpty ? [] : [.refuse(waiters.removeFirst(), error)]
    return refused + connectForWaiters() + endIfDone()
  }

  mutating func returned(_ member: Member, isFit: Bool) -> [Action] {
    lent.removeAll { $0 === member }
    return isFit ? place(member) : [.discard(member)] + connectForWaiters() + endIfDone()
  }

  /// A connection broke while nobody used it. A lent one is dropped when it is returned.
  mutating func lost(_ member: Member) {
    idle.removeAll { $0 === member }
  }

  /// A waiter's time is up, or its task was cancelled; nothing happens when it has got its connection meanwhile.
  mutating func withdraw(_ waiter: Waiter, _ error: DatabaseError?) -> [Action] {
    guard let position = waiters.firstIndex(where: { $0 === waiter }) else { return [] }
    waiters.remove(at: position)
    let reason: DatabaseError =
      lent.count >= connectionsMax ? .poolExhausted : .unavailable("no connection could be made in time")
    return [.refuse(waiter, error ?? reason)]
  }

  mutating func close() -> [Action] {
    isClosed = true
    defer { (idle, waiters) = ([], []) }
    return waiters.map { .refuse($0, .closed) } + idle.map { .discard($0) } + endIfDone()
  }

  /// The connections that are still lent when the time for their return is up.
  var overdue: [Member] { lent }

  private mutating func place(_ member: Member) -> [Action] {
    guard !isClosed else { return [.discard(member)] + endIfDone() }
    guard !waiters.isEmpty else {
      idle.append(member)
      return []
    }
    lent.append(member)
    return [.lend(member, to: waiters.removeFirst())]
  }

  private mutating func connectForWaiters() -> [Action] {
    guard !isClosed else { return [] }
    let room = connectionsMax - idle.count - lent.count - connecting
    let wanted = max(0, min(room, waiters.count - connecting))
    connecting += wanted
    return Array(repeating: .connect, count: wanted)
  }

  /// Nobody has a connection or is about to get one.
  var isDone: Bool { isClosed && lent.isEmpty && connecting == 0 }

  private func endIfDone() -> [Action] { isDone ? [.end] : [] }
}
