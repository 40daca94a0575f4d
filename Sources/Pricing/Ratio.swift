import Measures

extension Money {
  /// `self × numerator ÷ denominator`, exact before it is rounded; what leaves the range of Int64 stays at its end.
  /// Both are positive.
  func scaled(by numerator: Int64, over denominator: Int64, roundingUp: Bool) -> Money {
    let wide = paise.magnitude.multipliedFullWidth(by: numerator.magnitude)
    guard wide.high < denominator.magnitude else { return Money(paise: paise < 0 ? .min : .max) }
    let (quotient, remainder) = denominator.magnitude.dividingFullWidth(wide)
    let isUp = roundingUp ? remainder > 0 && paise > 0 : remainder >= denominator.magnitude - remainder
    let (magnitude, overflow) = Int64(clamping: quotient).addingReportingOverflow(isUp ? 1 : 0)
    return overflow ? Money(paise: .max) : Money(paise: paise < 0 ? -magnitude : magnitude)
  }

  /// For reckoning with chances; the result comes back by `init(about:)`.
  var amount: Double { Double(paise) }

  /// The nearest paisa; nothing at all of what is no number.
  init(about paise: Double) {
    guard paise.isFinite else {
      self = .zero
      return
    }
    self.init(paise: Int64(max(-9e17, min(9e17, paise)).rounded()))
  }
}
