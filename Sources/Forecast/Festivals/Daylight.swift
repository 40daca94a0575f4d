import Foundation
import Measures

/// From sunrise to sunset of one date at one place, and the parts of day and night by which a panchang settles a
/// festival. Sunrise after Meeus, chapters 15 and 28.
struct Daylight: Sendable {
  let day: Day
  let sunrise: Moment
  let sunset: Moment
  private let place: Place

  init(of day: Day, at place: Place = .ujjain) {
    self.day = day
    self.place = place
    let about = Moment.start(of: day) + 0.5
    let sun = Sky.sun(at: about)
    let inSky = Equatorial(longitude: sun)
    let meanSun = 280.46646 + 36_000.76983 * Sky.centuries(at: about) - 0.0057183
    let clockAhead = Sky.halfTurned(meanSun - inSky.rightAscension) / 360  // the equation of time, in days
    let noon = Moment(days: Double(day.number) + 0.5 - place.longitude / 360 - clockAhead)
    // The upper rim shows when the centre is 50 minutes of arc below the horizon.
    let half = place.hourAngle(declination: inSky.declination, altitude: -0.833) / 360
    (sunrise, sunset) = (noon + -half, noon + half)
  }

  private var light: Double { sunset - sunrise }
  private var night: Double { 1 - light }

  /// The part of the day or of the night after it for which the tithi of a festival is asked.
  func part(_ part: PartOfDay) -> ClosedRange<Moment> {
    switch part {
    case .sunrise: sunrise...sunrise
    case .morning: (sunrise + light / 5)...(sunrise + light / 5)
    case .forenoon: sunrise...(sunrise + light / 2)
    case .midday: (sunrise + light * 2 / 5)...(sunrise + light * 3 / 5)
    case .afternoon: (sunrise + light * 3 / 5)...(sunrise + light * 4 / 5)
    case .evening: (sunrise + light * 7 / 8)...(sunset + night / 5)
    case .dusk: sunset...(sunset + night / 5)
    case .midnight: (sunset + night * 7 / 15)...(sunset + night * 8 / 15)
    case .moonrise: moonrise...moonrise
    }
  }

  /// When the moon rises after this day's noon. Meeus, chapters 12 and 15.
  private var moonrise: Moment {
    var moment = sunset
    for _ in 0..<5 {
      let moon = Sky.moonOnEquator(at: moment)
      let siderealHere = 280.46061837 + 360.98564736629 * (moment.days + 2_440_587.5 - 2_451_545) + place.longitude
      let angle = Sky.halfTurned(siderealHere - moon.rightAscension)
      let rising = -place.hourAngle(declination: moon.declination, altitude: 0.125)
      moment = moment + Sky.halfTurned(rising - angle) / 347.8  // degrees by which the sky overtakes the moon a day
    }
    return moment
  }
}

/// The parts of a day that matter to festivals, by their meaning.
enum PartOfDay: Sendable {
  /// Udaya.
  case sunrise
  /// Three muhurtas after sunrise: a tithi that lasts so long counts for the day.
  case morning
  /// Purvahna, the half before noon.
  case forenoon
  /// Madhyahna, the third fifth of the daylight.
  case midday
  /// Aparahna, the fourth fifth.
  case afternoon
  /// From the last half watch of the day to the end of dusk.
  case evening
  /// Pradosha: three muhurtas from sunset.
  case dusk
  /// Nishita: the eighth muhurta of the night.
  case midnight
  /// Chandrodaya.
  case moonrise
}

/// Where the sun is watched.
struct Place: Sendable {
  let latitude: Double
  let longitude: Double

  /// The prime meridian of Indian astronomy.
  static let ujjain = Place(latitude: 23.18, longitude: 75.78)
  static let delhi = Place(latitude: 28.61, longitude: 77.21)

  /// How far from the meridian something stands at this altitude, in degrees. Between the polar circles sun and moon
  /// always reach the horizon.
  func hourAngle(declination: Double, altitude: Double) -> Double {
    let (phi, delta) = (radians(latitude), radians(declination))
    return degrees(acos((sin(radians(altitude)) - sin(phi) * sin(delta)) / (cos(phi) * cos(delta))))
  }
}
