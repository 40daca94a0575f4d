import Foundation

/// Where the sun and the moon stand, as a panchang needs it: degrees along the ecliptic from the mean equinox of the
/// date, and how far the moon is ahead of the sun.
///
/// Jean Meeus, *Astronomical Algorithms* (2nd edition, 1998): the sun by chapter 25 (to 0.01°), the moon by the largest
/// terms of tables 47.A and 47.B (to 0.02°). A tithi so begins at most some three minutes early or late. Nutation is left out: it
/// moves both alike, and the fixed stars not at all.
enum Sky {
  static func sun(at moment: Moment) -> Double { sun(centuries: centuries(at: moment)) }

  /// From the fixed stars, as Indian calendars count: less the ayanamsa of the Calendar Reform Committee (Lahiri).
  static func siderealSun(at moment: Moment) -> Double {
    let yearsOf2000 = centuries(at: moment) * 100
    return turned(sun(at: moment) - 23.853 - yearsOf2000 * 50.29 / 3600)
  }

  /// 0 at new moon, 180 at full moon; a tithi is twelve degrees of it.
  static func elongation(at moment: Moment) -> Double {
    let centuries = centuries(at: moment)
    return turned(moonLongitude(centuries: centuries) - sun(centuries: centuries))
  }

  /// The moon from the fixed stars, by which its mansions (nakshatras) are counted.
  static func siderealMoon(at moment: Moment) -> Double { turned(siderealSun(at: moment) + elongation(at: moment)) }

  /// When the elongation is so many degrees, nearest to a guess that is no more than a few days off.
  static func moment(ofElongation degrees: Double, near guess: Moment) -> Moment {
    var moment = guess
    for _ in 0..<12 {  // each step leaves a fifth of the error at most: the moon's pace varies by that
      let ahead = halfTurned(elongation(at: moment) - degrees)
      moment = moment + -ahead / 12.190749
      if abs(ahead) < 0.0005 { break }  // four seconds
    }
    return moment
  }

  /// When the sun stands so many degrees from the fixed stars, nearest to a guess in the same month.
  static func moment(ofSiderealSun degrees: Double, near guess: Moment) -> Moment {
    var moment = guess
    for _ in 0..<6 {
      moment = moment + -halfTurned(siderealSun(at: moment) - degrees) / 1.0
    }
    return moment
  }

  /// Where the moon stands in the sky of the equator: right ascension and declination.
  static func moonOnEquator(at moment: Moment) -> Equatorial {
    let centuries = centuries(at: moment)
    return Equatorial(
      longitude: moonLongitude(centuries: centuries), latitude: moonLatitude(centuries: centuries))
  }

  /// Into 0..<360.
  static func turned(_ degrees: Double) -> Double { degrees - (degrees / 360).rounded(.down) * 360 }

  /// Into -180..<180.
  static func halfTurned(_ degrees: Double) -> Double { turned(degrees + 180) - 180 }

  /// Julian centuries of dynamical time since the beginning of 2000.
  static func centuries(at moment: Moment) -> Double {
    // The earth's clock was 64 seconds behind in 2001 and is 69 behind in 2025; a tithi does not notice the rest.
    let behind = 70.0 / 86_400
    return (moment.days + behind + 2_440_587.5 - 2_451_545) / 36_525
  }

  private static func sun(centuries t: Double) -> Double {
    let mean = 280.46646 + 36_000.76983 * t + 0.0003032 * t * t
    let anomaly = radians(357.52911 + 35_999.05029 * t)
    let centre =
      (1.914602 - 0.004817 * t) * sin(anomaly) + 0.019993 * sin(2 * anomaly) + 0.000289 * sin(3 * anomaly)
    let aberration = 0.00569
    return turned(mean + centre - aberration)
  }

  private static func moonLongitude(centuries t: Double) -> Double {
    let mean = 218.3164477 + 481_267.88123421 * t
    let angles = MoonAngles(centuries: t)
    return turned(mean + longitudeTerms.reduce(0) { $0 + $1.size * sin(angles.sum($1)) })
  }

  private static func moonLatitude(centuries t: Double) -> Double {
    let angles = MoonAngles(centuries: t)
    return latitudeTerms.reduce(0) { $0 + $1.size * sin(angles.sum($1)) }
  }
}

/// A place in the sky by the earth's equator, in degrees.
struct Equatorial: Sendable {
  let rightAscension: Double
  let declination: Double

  /// Meeus, chapter 13.
  init(longitude: Double, latitude: Double = 0) {
    let (l, b, tilt) = (radians(longitude), radians(latitude), radians(23.4393))
    rightAscension = degrees(atan2(sin(l) * cos(tilt) - tan(b) * sin(tilt), cos(l)))
    declination = degrees(asin(sin(b) * cos(tilt) + cos(b) * sin(tilt) * sin(l)))
  }
}

func radians(_ degrees: Double) -> Double { degrees * .pi / 180 }
func degrees(_ radians: Double) -> Double { radians * 180 / .pi }

/// The four angles on which the moon's course depends, by their names in Meeus: its elongation D, the sun's anomaly M,
/// its own M′, its argument of latitude F.
private struct MoonAngles {
  let d, m, mPrime, f: Double

  init(centuries t: Double) {
    d = radians(297.8501921 + 445_267.1114034 * t)
    m = radians(357.5291092 + 35_999.0502909 * t)
    mPrime = radians(134.9633964 + 477_198.8675055 * t)
    f = radians(93.272095 + 483_202.0175233 * t)
  }

  func sum(_ term: MoonTerm) -> Double { term.d * d + term.m * m + term.mPrime * mPrime + term.f * f }
}

/// One line of Meeus's tables, its size in degrees.
private struct MoonTerm {
  let d, m, mPrime, f, size: Double

  init(_ d: Double, _ m: Double, _ mPrime: Double, _ f: Double, _ size: Double) {
    (self.d, self.m, self.mPrime, self.f, self.size) = (d, m, mPrime, f, size)
  }
}

/// Table 47.A.
private let longitudeTerms: [MoonTerm] = [
  .init(0, 0, 1, 0, 6.288774), .init(2, 0, -1, 0, 1.274027), .init(2, 0, 0, 0, 0.658314),
  .init(0, 0, 2, 0, 0.213618), .init(0, 1, 0, 0, -0.185116), .init(0, 0, 0, 2, -0.114332),
  .init(2, 0, -2, 0, 0.058793), .init(2, -1, -1, 0, 0.057066), .init(2, 0, 1, 0, 0.053322),
  .init(2, -1, 0, 0, 0.045758), .init(0, 1, -1, 0, -0.040923), .init(1, 0, 0, 0, -0.034720),
  .init(0, 1, 1, 0, -0.030383), .init(2, 0, 0, -2, 0.015327), .init(0, 0, 1, 2, -0.012528),
  .init(0, 0, 1, -2, 0.010980), .init(4, 0, -1, 0, 0.010675), .init(0, 0, 3, 0, 0.010034),
  .init(4, 0, -2, 0, 0.008548), .init(2, 1, -1, 0, -0.007888), .init(2, 1, 0, 0, -0.006766),
  .init(1, 0, -1, 0, -0.005163), .init(1, 1, 0, 0, 0.004987), .init(2, -1, 1, 0, 0.004036),
]

/// Table 47.B.
private let latitudeTerms: [MoonTerm] = [
  .init(0, 0, 0, 1, 5.128122), .init(0, 0, 1, 1, 0.280602), .init(0, 0, 1, -1, 0.277693),
  .init(2, 0, 0, -1, 0.173237), .init(2, 0, -1, 1, 0.055413), .init(2, 0, -1, -1, 0.046271),
]
