import Database
import HTTP

/// A line of the table of what can be asked: under which address, with which right, and who answers.
struct Route: Sendable {
  enum Method: String, Hashable, Sendable { case get = "GET", post = "POST" }

  enum Right: Hashable, Sendable { case read, write }

  /// Where the shop is named that a call is about.
  enum ShopPlace: Hashable, Sendable { case path, body }

  enum Work: Sendable {
    case ofShop(ShopPlace, @Sendable (Call, ShopID) async throws -> HTTPResponse)
    /// About none, or about all that the caller may see.
    case ofCaller(@Sendable (Call) async throws -> HTTPResponse)
  }

  let method: Method
  let path: PathPattern
  let right: Right
  let work: Work

  /// Bodies are small: nobody needs more to say something.
  static let bodyBytesMax = 64 << 10

  static func get(
    _ path: PathPattern, _ answer: @escaping @Sendable (Call, ShopID) async throws -> JSON
  ) -> Route {
    Route(method: .get, path: path, right: .read, work: .ofShop(.path, enveloped(answer)))
  }

  static func getAll(_ path: PathPattern, _ answer: @escaping @Sendable (Call) async throws -> JSON) -> Route {
    Route(
      method: .get, path: path, right: .read,
      work: .ofCaller { call in Envelope.success(try await answer(call), at: call.now) })
  }

  static func post(
    _ path: PathPattern, needs right: Right = .write, shopIn place: ShopPlace = .path,
    _ answer: @escaping @Sendable (Call, ShopID) async throws -> JSON
  ) -> Route {
    Route(method: .post, path: path, right: right, work: .ofShop(place, enveloped(answer)))
  }

  /// Something that has no envelope around it: a file.
  static func getBare(
    _ path: PathPattern, _ answer: @escaping @Sendable (Call, ShopID) async throws -> HTTPResponse
  ) -> Route {
    Route(method: .get, path: path, right: .read, work: .ofShop(.path, answer))
  }

  private static func enveloped(
    _ answer: @escaping @Sendable (Call, ShopID) async throws -> JSON
  ) -> @Sendable (Call, ShopID) async throws -> HTTPResponse {
    { call, shop in Envelope.success(try await answer(call, shop), at: call.now) }
  }
}

/// All that can be asked. More will come: to add a line is all that it takes.
struct RouteTable: Sendable {
  enum Match: Sendable {
    case route(Route, values: [PathPattern.Parameter: String])
    case wrongMethod(allowed: [String])
    case nothing
  }

  let routes: [Route]

  init(_ routes: [Route]) {
    precondition(
      Set(routes.map { [$0.method.rawValue, $0.path.text] }).count == routes.count, "two lines for one address")
    self.routes = routes
  }

  func match(_ method: String, _ path: String) -> Match {
    let asked = method == "HEAD" ? "GET" : method  // the server leaves the body out
    var allowed: [String] = []
    for route in routes {
      guard let values = route.path.values(in: path) else { continue }
      if route.method.rawValue == asked { return .route(route, values: values) }
      allowed += route.method == .get ? ["GET", "HEAD"] : [route.method.rawValue]
    }
    return allowed.isEmpty ? .nothing : .wrongMethod(allowed: allowed)
  }
}
