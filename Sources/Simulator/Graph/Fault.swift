/// A trouble that a test orders for one of the next sends.
enum Fault: Sendable, Equatable {
  /// Meta refuses with this code.
  case refuse(code: Int)
  /// Meta takes the message, but its answer does not reach us in time.
  case loseAnswer
  case slow(Duration)
}
