package import Measures

/// One day on which something is kept: “Diwali, 8 November 2026”, “जत्रा, 12 December”.
package struct FestivalDay: Hashable, Sendable, Codable {
  package let occasion: Occasion
  package let day: Day
  /// The moon over India may make it a day earlier or later; the owner can settle it.
  package let isApproximate: Bool

  package init(_ occasion: Occasion, on day: Day, isApproximate: Bool = false) {
    self.occasion = occasion
    self.day = day
    self.isApproximate = isApproximate
  }
}

/// What is kept on a day: a festival that is reckoned, or an event of the place that the owner told us of.
package enum Occasion: Hashable, Sendable, Codable {
  case festival(Festival)
  /// By the owner's own word for it: “जत्रा”.
  case local(String)
}
