/// What is known of one message, as the places of a table: many features in groups, those of a group counting the same.
package struct Features: Sendable {
  /// Features that share one value, so that a long message says no more than a short one.
  package struct Group: Sendable {
    package var places: [UInt16]
    package var value: Float

    package init(places: [UInt16], value: Float) {
      self.places = places
      self.value = value
    }
  }

  package var groups: [Group]
  /// A value for each class that speaks for that class alone.
  package var own: [Float]

  package init(groups: [Group] = [], own: [Float] = SoftmaxRegression.silence) {
    self.groups = groups
    self.own = own
  }
}

/// One message whose class is known.
package struct Example: Sendable {
  package let features: Features
  package let label: Int
  /// Zero for each class that may be meant here, `Example.closed` for the others.
  package let bars: [Float]

  /// Added to the score of a class that may not be meant: it leaves no probability.
  package static let closed: Float = -1e9

  package init(features: Features, label: Int, bars: [Float]) {
    self.features = features
    self.label = label
    self.bars = bars
  }
}
