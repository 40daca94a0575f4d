import Foundation

/// An item that always sold and has now sold nothing for days is not on the shelf. The longer it has been away, the
/// longer it stays away (a hazard that falls with age, Lomax).
struct Away: Sendable {
  /// For how many days now; 0 where the item is there.
  let days: Int
  let scale: Double
  let shape: Double

  /// The chance that it is still away after so many more days.
  func stays(for more: Int) -> Double {
    days == 0 ? 0 : pow((scale + Double(days)) / (scale + Double(days + more)), shape)
  }
}
