import Testing

@testable import Database

/// What the pool decides, without a server.
struct PoolStateTests {
  private final class Member {}
  private final class Waiter {}
  private typealias State = PoolState<Member, Waiter>

  private func names(_ actions: [State.Action]) -> [String] {
    actions.map { action in
      switch action {
      case .lend: "lend"
      case .refuse: "refuse"
      case .connect: "connect"
      case .discard: "discard"
      case .end: "end"
      }
    }
  }

  @Test func `it connects for those who wait, up to its maximum`() {
    var state = State(connectionsMax: 2)
    let asked = (1...3).map { _ in names(state.acquire(Waiter()) { _ in true }) }
    #expect(asked == [["connect"], ["connect"], []])
    #expect(names(state.connected(Member())) == ["lend"])
  }

  @Test func `a returned connection goes to the one who has waited longest`() {
    var state = State(connectionsMax: 1)
    let (member, first, second) = (Member(), Waiter(), Waiter())
    _ = state.acquire(Waiter()) { _ in true } + state.connected(member)
    _ = state.acquire(first) { _ in true } + state.acquire(second) { _ in true }
    guard case .lend(_, let waiter)? = state.returned(member, isFit: true).first else { return #expect(Bool(false)) }
    #expect(waiter === first)
  }

  @Test func `an unfit connection is replaced for the one who asks`() {
    var state = State(connectionsMax: 1)
    let member = Member()
    _ = state.acquire(Waiter()) { _ in true } + state.connected(member) + state.returned(member, isFit: true)
    #expect(names(state.acquire(Waiter()) { _ in false }) == ["discard", "connect"])
  }

  @Test func `a failed connect is told to one, and tried again for the next`() {
    var state = State(connectionsMax: 1)
    _ = state.acquire(Waiter()) { _ in true } + state.acquire(Waiter()) { _ in true }
    #expect(names(state.connectFailed(.closed)) == ["refuse", "connect"])
    #expect(names(state.connectFailed(.closed)) == ["refuse"])
  }

  @Test func `who has withdrawn is not refused a second time`() {
    var state = State(connectionsMax: 1)
    let waiter = Waiter()
    _ = state.acquire(waiter) { _ in true }
    #expect(names(state.withdraw(waiter, .cancelled)) == ["refuse"])
    #expect(names(state.withdraw(waiter, nil)) == [])
    #expect(names(state.connected(Member())) == [])
  }

  @Test func `closing ends when the last connection is back`() {
    var state = State(connectionsMax: 2)
    let member = Member()
    _ = state.acquire(Waiter()) { _ in true } + state.connected(member) + state.acquire(Waiter()) { _ in true }
    #expect(names(state.close()) == ["refuse"])
    #expect(names(state.returned(member, isFit: true)) == ["discard"])
    #expect(names(state.connected(Member())) == ["discard", "end"])
  }
}
