/// Keeps the newest so many things by their id and forgets the older ones, so that a simulator can run for weeks.
struct Shelf<Value: Sendable>: Sendable {
  private let countMax: Int
  private var values: [String: Value] = [:]
  private var order = Queue<String>()

  init(countMax: Int) {
    self.countMax = countMax
  }

  subscript(id: String) -> Value? { values[id] }

  /// Adds, or replaces in place. Returns what was forgotten for it.
  @discardableResult
  mutating func put(_ value: Value, as id: String) -> [Value] {
    if values.updateValue(value, forKey: id) == nil { order.append(id) }
    var forgotten: [Value] = []
    while order.count > countMax, let oldest = order.popFirst() {
      if let value = values.removeValue(forKey: oldest) { forgotten.append(value) }
    }
    return forgotten
  }

  mutating func change(_ id: String, _ body: (inout Value) -> Void) {
    guard var value = values[id] else { return }
    body(&value)
    values[id] = value
  }

  /// Whether there was such a thing. Its id stays in the order until it is the oldest.
  mutating func remove(_ id: String) -> Bool {
    values.removeValue(forKey: id) != nil
  }
}

/// First in, first out, without moving everything at each step.
struct Queue<Element: Sendable>: Sendable {
  private var elements: [Element] = []
  private var head = 0

  var count: Int { elements.count - head }
  var isEmpty: Bool { count == 0 }
  var first: Element? { isEmpty ? nil : elements[head] }
  var all: [Element] { Array(elements[head...]) }

  mutating func append(_ element: Element) {
    elements.append(element)
  }

  mutating func popFirst() -> Element? {
    guard head < elements.count else { return nil }
    defer {
      head += 1
      // As much is moved as was taken before; what was taken must not stay.
      if head * 2 >= elements.count {
        elements.removeFirst(head)
        head = 0
      }
    }
    return elements[head]
  }
}
