import Foundation

/// The standard normal distribution.
enum Normal {
  /// Acklam's rational approximation of the inverse, good to nine digits; ±8 at the ends.
  static func quantile(_ probability: Double) -> Double {
    guard probability > 1e-15 else { return -8 }
    guard probability < 1 - 1e-15 else { return 8 }
    if probability < 0.02425 { return tail(probability) }
    if probability > 0.97575 { return -tail(1 - probability) }
    let q = probability - 0.5
    let r = q * q
    let above =
      (((((-3.969683028665376e+01 * r + 2.209460984245205e+02) * r - 2.759285104469687e+02) * r
        + 1.383577518672690e+02) * r - 3.066479806614716e+01) * r + 2.506628277459239e+00) * q
    let below =
      ((((-5.447609879822406e+01 * r + 1.615858368580409e+02) * r - 1.556989798598866e+02) * r
        + 6.680131188771972e+01) * r - 1.328068155288572e+01) * r + 1
    return above / below
  }

  static func cumulative(_ value: Double) -> Double { 0.5 * erfc(-value / 2.0.squareRoot()) }

  private static func tail(_ probability: Double) -> Double {
    let q = (-2 * log(probability)).squareRoot()
    let above =
      ((((-7.784894002430293e-03 * q - 3.223964580411365e-01) * q - 2.400758277161838e+00) * q
        - 2.549732539343734e+00) * q + 4.374664141464968e+00) * q + 2.938163982698783e+00
    let below =
      (((7.784695709041462e-03 * q + 3.224671290700398e-01) * q + 2.445134137142996e+00) * q
        + 3.754408661907416e+00) * q + 1
    return above / below
  }
}
