/// What the models hold to be likely before they have seen the shop. Chosen once, on series of many shops.
package struct Priors: Sendable {
  package static let standard = Priors()

  // Days

  /// How fast a level forgets: from the average of half a year to that of the last two days.
  package var paces = [0.007, 0.015, 0.03, 0.06, 0.12, 0.25, 0.5]
  /// How strongly the paces that missed past weeks by less are preferred: to this power.
  package var pacePreference = 16.0
  /// Days after which a missed week counts half.
  package var lossHalfLife = 120.0
  /// Part of the forecast that each weekday's own level makes, and its pace.
  package var weekdayShare = 0.15
  package var weekdayPace = 0.07
  /// Days after which a day counts half for the shape of the week.
  package var weekdayHalfLife = 180.0
  /// Variance of an item's weekday ratio around the shop's, before any was seen.
  package var weekdaySpread = 0.02
  /// Days after which an error counts half for the range of a day, and of a total.
  package var scatterHalfLife = 180.0
  /// How many days of errors the shop's usual scatter is worth; how many blocks for a total.
  package var scatterWeight = 10.0
  package var totalWeight = 4.0
  /// Good weeks follow good weeks: variance of a total of seven days beside that of seven days that know nothing of
  /// each other, and by what power it grows from there.
  package var togetherness = 2.0
  package var togethernessPower = 0.5

  // Festivals

  /// An effect on the shop is believed beyond so many times its variance by chance.
  package var eventCaution = 4.0
  /// Variance of an item's own answer around the shop's, before any was seen.
  package var eventSpread = 0.02

  // Weeks and months

  package var periodPaces = [0.05, 0.1, 0.2, 0.4, 0.7, 1]
  package var periodPreference = 32.0
  package var periodLossHalfLife = 70.0
  /// A trend must do better by this factor to be believed as much as no trend.
  package var trendPenalty = 1.1
  package var trendDamping = 0.985
  package var periodScatterHalfLife = 100.0
  /// Errors on the past are smaller than those to come: the year's shape was fitted to it.
  package var periodScale = 1.25
  /// How many periods the shop's spread of year shapes is worth beside the item's own.
  package var yearSpreadWeight = 60.0

  package init() {}
}
