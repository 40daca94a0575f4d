package import Foundation
package import HTTP

/// What every answer of `/api/v1` is wrapped in.
package enum Envelope {
  /// The error codes of the API, each with its HTTP status.
  package enum Code: String, CaseIterable, Sendable {
    case invalidRequest = "INVALID_REQUEST"
    case unauthorized = "UNAUTHORIZED"
    case forbidden = "FORBIDDEN"
    case userNotFound = "USER_NOT_FOUND"
    case itemNotFound = "ITEM_NOT_FOUND"
    case notFound = "NOT_FOUND"
    case methodNotAllowed = "METHOD_NOT_ALLOWED"
    case conflict = "CONFLICT"
    case payloadTooLarge = "PAYLOAD_TOO_LARGE"
    case rateLimitExceeded = "RATE_LIMIT_EXCEEDED"
    case internalError = "INTERNAL_ERROR"
    case serviceUnavailable = "SERVICE_UNAVAILABLE"

    var status: Int {
      switch self {
      case .invalidRequest: 400
      case .unauthorized: 401
      case .forbidden: 403
      case .userNotFound, .itemNotFound, .notFound: 404
      case .methodNotAllowed: 405
      case .conflict: 409
      case .payloadTooLarge: 413
      case .rateLimitExceeded: 429
      case .internalError: 500
      case .serviceUnavailable: 503
      }
    }
  }

  package static func success(_ data: JSON, at now: Date) -> HTTPResponse {
    .json(["success": true, "data": data, "timestamp": .string(stamp(now))])
  }

  package static func failure(_ code: Code, _ message: String, details: JSON? = nil, at now: Date) -> HTTPResponse {
    var error: [String: JSON] = ["code": .string(code.rawValue), "message": .string(message)]
    error["details"] = details
    return .json(
      ["success": false, "error": .object(error), "timestamp": .string(stamp(now))], status: code.status)
  }

  /// The address is right, the method is not.
  package static func wrongMethod(allowed: [String], at now: Date) -> HTTPResponse {
    let methods = allowed.joined(separator: ", ")
    var response = failure(.methodNotAllowed, "Use \(methods).", at: now)
    response.headers.append(("Allow", methods))
    return response
  }

  package static func stamp(_ now: Date) -> String {
    now.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
  }
}
