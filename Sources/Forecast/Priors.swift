/// What the models hold to be likely before they have seen the shop. Chosen once on series of many shops.
package struct Priors: Sendable {
  package static let standard = Priors()

  /// How fast a level forgets: from “the average of half a year” to “the last two days”.
  package var paces: [Double] = [0.007, 0.015, 0.03, 0.06, 0.12, 0.25, 0.5]
  /// How strongly the paces that missed less are preferred.
  package var preference = 16.0
  package var lossHorizonWeeks = 1
  /// Part of the forecast that each weekday's own level makes.
  package var weekdayShare = 0.15
  package var weekdayPace = 0.07
  package var weekdayHalfLife = 180.0
  package var weekdaySpread = 0.02
  /// The variance of a day goes with the mean to this power.
  package var variancePower = 1.3
  package var dispersionHalfLife = 180.0
  package var totalHalfLife = 180.0
  package var dispersionScale = 1.0
  package var totalScale = 1.0
  package var lossHalfLife = 120.0

  package var absence = 1.0
  package var endRuns = 1.0
  package var yearShare = 0.0

  package var awayScale = 40.0
  package var awayShape = 1.5
  package var awayStay = 1.0

  package var eventCaution = 4.0
  package var eventItem = 0.02

  package var eventNoise = 1.25

  package init() {}
}
