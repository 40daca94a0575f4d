import Alerts
import Foundation
import Testing

struct OwnerWishesTests {
  static let zone = TimeZone(identifier: "Asia/Kolkata") ?? .gmt
  /// 22 November 2026, 00:00 in India.
  static let midnight = Date(timeIntervalSince1970: 1_795_285_800)

  @Test(arguments: [(0.0, true), (7.4, true), (7.6, false), (12, false), (21.9, false), (22, true), (23.9, true)])
  func `the night goes over midnight`(hour: Double, isNight: Bool) {
    #expect(Night().covers(Self.midnight + hour * 3600, in: Self.zone) == isNight)
  }

  @Test func `a night by day is one too`() {
    var night = Night()
    (night.from, night.until) = (13 * 60, 16 * 60)
    #expect(night.covers(Self.midnight + 14 * 3600, in: Self.zone))
    #expect(!night.covers(Self.midnight + 23 * 3600, in: Self.zone))
  }

  @Test(arguments: [(22.0, 31.5), (3.25, 7.5), (7.5, 31.5)])
  func `it ends at the next half past seven`(hour: Double, end: Double) {
    #expect(Night().end(after: Self.midnight + hour * 3600, in: Self.zone) == Self.midnight + end * 3600)
  }
}
