package import Database
package import Foundation
package import HTTP
package import Scheduler
package import Telemetry

/// The door for programs: an administrator's console, a till, a website. Who calls and for which shop is settled here,
/// once for every line of the table; what is behind a line stands in `Endpoints`.
package struct ShopAPI: Sendable {
  let database: Postgres
  let engine: Engine
  let schedules: Schedules
  /// Sees to it that owners are told of alerts that were just raised.
  let tellAlerts: @Sendable (Books) async throws -> Void
  let log: Log
  let now: @Sendable () -> Date
  /// Of one key for one shop.
  let callsPerMinute: Int
  private(set) var table = RouteTable([])

  package static let callsPerMinuteUsual = 100
  package static let root = "/api/v1/"

  package init(
    database: Postgres, engine: Engine, schedules: Schedules,
    tellAlerts: @escaping @Sendable (Books) async throws -> Void, log: Log,
    callsPerMinute: Int = callsPerMinuteUsual, now: @escaping @Sendable () -> Date
  ) {
    self.database = database
    self.engine = engine
    self.schedules = schedules
    self.tellAlerts = tellAlerts
    self.log = log
    self.callsPerMinute = callsPerMinute
    self.now = now
    table = RouteTable(queryRoutes + inventoryRoutes + forecastRoutes + scheduleRoutes + fileRoutes + alertRoutes)
  }

  /// Nil for an address that is none of ours.
  package func respond(to request: HTTPRequest) async -> HTTPResponse? {
    guard request.path.hasPrefix(Self.root) else { return nil }
    let now = now()
    switch table.match(request.method, request.path) {
    case .nothing: return nil
    case .wrongMethod(let allowed): return Envelope.wrongMethod(allowed: allowed, at: now)
    case .route(let route, let values):
      do { return try await answer(request, by: route, values, at: now) } catch {
        return refusal(of: error, request).response(at: now)
      }
    }
  }

  /// What the server itself refused (a body too large, a head that is not clear), in our own words.
  package static func refusal(of request: HTTPRequest, _ response: HTTPResponse, at now: Date) -> HTTPResponse {
    guard request.path.hasPrefix(root) else { return response }
    switch response.status {
    case 413: return Envelope.failure(.payloadTooLarge, "At most \(Route.bodyBytesMax) bytes.", at: now)
    case 503: return Envelope.failure(.serviceUnavailable, "The server is stopping.", at: now)
    default: return Envelope.failure(.invalidRequest, "The request cannot be read.", at: now)
    }
  }

  /// What went wrong among us is told to the log, and to nobody else.
  private func refusal(of error: any Error, _ request: HTTPRequest) -> Refusal {
    if let refusal = error as? Refusal { return refusal }
    log.warning("a call failed", ["request": .text(request.id), "error": .text("\(error)")])
    let details: JSON = ["request": .string(request.id)]
    if (error as? DatabaseError)?.isPassing == true {
      return Refusal(.serviceUnavailable, "Try again in a moment.", details: details)
    }
    return Refusal(.internalError, "Something went wrong here; it was written down.", details: details)
  }

  private func answer(
    _ request: HTTPRequest, by route: Route, _ values: [PathPattern.Parameter: String], at now: Date
  ) async throws -> HTTPResponse {
    let caller = try await caller(of: request)
    let body = Result { () throws(Refusal) in try Self.body(of: request, for: route) }
    let named = Self.namedShop(route, values, body)
    let admission = try await database.admit(
      caller, to: named.flatMap(wholeNumber), perMinute: callsPerMinute, at: now)
    guard admission.waitSeconds == 0 else {
      throw Refusal.tooMany(waitSeconds: admission.waitSeconds, perMinute: callsPerMinute)
    }
    guard route.right == .read || caller.mayWrite else { throw Refusal.readsOnly }
    let call = Call(request: request, caller: caller, values: values, body: try body.get(), now: now)
    switch route.work {
    case .ofCaller(let answer): return try await answer(call)
    case .ofShop(_, let answer):
      guard let named else { throw Refusal.field("userId", "“userId” names the shop.") }
      guard let shop = wholeNumber(named), caller.mayEnter(shop) else {
        throw caller.shops == nil ? Refusal.noSuchShop : Refusal.foreignShop
      }
      guard admission.isShop else { throw Refusal.noSuchShop }
      return try await answer(call, ShopID(rawValue: shop))
    }
  }

  private func caller(of request: HTTPRequest) async throws -> Caller {
    let words = request.headers["Authorization"]?.split(separator: " ") ?? []
    guard words.count == 2, words[0].lowercased() == "bearer", let key = APIKey(words[1]),
      let caller = try await database.caller(with: key)
    else { throw Refusal.unauthorized }
    return caller
  }

  private static func body(of request: HTTPRequest, for route: Route) throws(Refusal) -> JSON {
    guard route.method == .post else { return [:] }
    guard request.body.count <= Route.bodyBytesMax else {
      throw Refusal(.payloadTooLarge, "At most \(Route.bodyBytesMax) bytes.")
    }
    guard !request.body.isEmpty else { return [:] }
    do {
      let body = try JSON(parsing: request.body)
      guard case .object = body else { throw Refusal(.invalidRequest, "Send a JSON object.") }
      return body
    } catch let refusal as Refusal {
      throw refusal
    } catch {
      throw Refusal(.invalidRequest, "The body is not JSON.")
    }
  }

  private static func namedShop(
    _ route: Route, _ values: [PathPattern.Parameter: String], _ body: Result<JSON, Refusal>
  ) -> String? {
    guard case .ofShop(let place, _) = route.work else { return nil }
    switch (place, body) {
    case (.path, _): return values[.user]
    case (.body, .success(let body)): return body["userId"]?.text
    case (.body, .failure): return nil
    }
  }
}

extension DatabaseError {
  /// The database is away or busy: the same call may well succeed later.
  fileprivate var isPassing: Bool {
    switch self {
    case .unavailable, .poolExhausted, .closed, .cancelled, .commitUnconfirmed: true
    case .server, .encoding, .decoding, .transactionAborted, .misuse: isWorthRetrying || isStatementTimeout
    }
  }
}
