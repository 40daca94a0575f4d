/// A smooth line through points that invents nothing: it never rises above or falls below its neighbours, as an ordinary
/// spline would (sales below zero between two quiet days). M. Steffen, “A simple method for monotonic interpolation in
/// one dimension”, Astronomy and Astrophysics 239 (1990).
struct MonotoneCurve {
  let points: [Point]
  private let slopes: [Double]

  /// The points go from left to right.
  init(through points: [Point]) {
    self.points = points
    slopes = points.indices.map { Self.slope(at: $0, of: points) }
  }

  private static func slope(at index: Int, of points: [Point]) -> Double {
    guard index > 0 else { return points.count > 1 ? secant(0, points) : 0 }
    guard index < points.count - 1 else { return secant(index - 1, points) }
    let (before, after) = (secant(index - 1, points), secant(index, points))
    guard before * after > 0 else { return 0 }
    let (widthBefore, widthAfter) = (points[index].x - points[index - 1].x, points[index + 1].x - points[index].x)
    let parabola = (before * widthAfter + after * widthBefore) / (widthBefore + widthAfter)
    let steepest = 2 * min(abs(before), abs(after))
    return abs(parabola) <= steepest ? parabola : (before < 0 ? -steepest : steepest)
  }

  private static func secant(_ index: Int, _ points: [Point]) -> Double {
    (points[index + 1].y - points[index].y) / (points[index + 1].x - points[index].x)
  }

  var path: Path {
    var path = Path()
    for index in points.indices { path.add(index == 0 ? .move(points[0]) : step(to: index)) }
    return path
  }

  /// The space between this curve and one below it.
  func path(downTo lower: MonotoneCurve) -> Path {
    guard let last = lower.points.last else { return Path() }
    var path = path
    path.add(.line(last))
    for index in lower.points.indices.dropFirst().reversed() { path.add(lower.step(backTo: index - 1)) }
    path.add(.close)
    return path
  }

  private func step(to index: Int) -> Path.Step {
    .curve(control(of: index - 1, towards: index), control(of: index, towards: index - 1), points[index])
  }

  private func step(backTo index: Int) -> Path.Step {
    .curve(control(of: index + 1, towards: index), control(of: index, towards: index + 1), points[index])
  }

  /// A third of the way along the tangent.
  private func control(of index: Int, towards other: Int) -> Point {
    let third = (points[other].x - points[index].x) / 3
    return Point(x: points[index].x + third, y: points[index].y + slopes[index] * third)
  }
}
