/// What was said before, as far as the next message may lean on it: “aur kal ka?”, “nahi 15 kilo”, “uska rate kya hai”.
package struct Last: Hashable, Sendable {
  package enum Standing: Hashable, Sendable {
    /// It was answered; nothing waits.
    case answered
    /// We asked back, and the frame waits for it.
    case open(Missing)
  }

  package var frame: Frame
  package var standing: Standing

  package init(_ frame: Frame, _ standing: Standing = .answered) {
    self.frame = frame
    self.standing = standing
  }
}

/// What we asked for: a frame that lacks it waits until it is said. Lines are counted from zero.
package enum Missing: Hashable, Sendable {
  case item(line: Int)
  case quantity(line: Int)
  case price(line: Int)
  case customer
  case supplier
  /// A sum of money of the whole.
  case amount
  /// All was said, and we asked whether it is meant.
  case confirmation
}

/// What a message means beside the one before it.
package enum Resolution: Hashable, Sendable {
  /// It says all by itself; where it says “uska”, what was named last stands there now.
  case whole(Frame)
  /// What we asked for: “15 kilo”.
  case completed(Frame)
  /// The last frame with a new value in place of an old one, or with one more: “nahi 15 kilo”, “ramesh ko”.
  case amended(Frame)
  /// The same kind of thing once more, for something else: “aur 2 maggi”, “aur kal ka?”.
  case again(Frame)
  /// It leans on something that was never said.
  case unresolved

  package var frame: Frame? {
    switch self {
    case .whole(let frame), .completed(let frame), .amended(let frame), .again(let frame): frame
    case .unresolved: nil
    }
  }
}
