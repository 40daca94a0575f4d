internal import HTTP

/// How Meta says no: in the answer to a call, or later in a status.
struct GraphError: Error, Equatable {
  let httpStatus: Int
  let code: Int
  var subcode: Int?
  let title: String
  var details: String?
}

extension GraphError {
  static let badToken = GraphError(
    httpStatus: 401, code: 190, title: "Invalid OAuth access token - Cannot parse access token")
  static let expiredToken = GraphError(
    httpStatus: 401, code: 190, subcode: 463, title: "Error validating access token: Session has expired")
  static let invalidJSON = invalid("The request body is not a JSON object.")

  static func unknownObject(_ id: String) -> GraphError {
    GraphError(
      httpStatus: 400, code: 100, subcode: 33,
      title: "Unsupported request. Object with ID '\(id)' does not exist, cannot be loaded due to missing "
        + "permissions, or does not support this operation")
  }

  static func missing(_ parameter: String) -> GraphError {
    GraphError(httpStatus: 400, code: 100, title: "(#100) The parameter \(parameter) is required.")
  }

  static func invalid(_ details: String) -> GraphError {
    GraphError(httpStatus: 400, code: 100, title: "(#100) Invalid parameter", details: details)
  }

  /// A value is there but breaks a rule: too long, too many, twice the same.
  static func notValid(_ details: String) -> GraphError {
    GraphError(httpStatus: 400, code: 131_009, title: "(#131009) Parameter value is not valid", details: details)
  }

  static let undeliverable = status(131_026, details: "Message Undeliverable.")
  static let mediaFailed = status(131_053, details: "The media could not be fetched or processed.")
  static let outsideWindow = status(
    131_047,
    details: "Message failed to send because more than 24 hours have passed since the customer last replied to this "
      + "number.")
  static let pairRate = injected(
    131_056,
    details: "Too many messages sent from the sender phone number to the same recipient phone number in a short "
      + "period of time.")
  static let throughput = injected(130_429, details: "Cloud API message throughput has been reached.")

  /// Any code, as an answer to a call.
  static func injected(_ code: Int, details: String? = nil) -> GraphError {
    GraphError(
      httpStatus: httpStatus(of: code), code: code, title: "(#\(code)) \(title(of: code))",
      details: details ?? title(of: code))
  }

  private static func status(_ code: Int, details: String) -> GraphError {
    GraphError(httpStatus: 400, code: code, title: title(of: code), details: details)
  }

  private static func title(of code: Int) -> String {
    switch code {
    case 0: "AuthException"
    case 1: "API Unknown"
    case 2: "API Service"
    case 4: "Application request limit reached"
    case 10: "Permission denied"
    case 368: "Temporarily blocked for policies violations"
    case 80_007: "Rate limit issues"
    case 130_429: "Rate limit hit"
    case 130_472: "User's number is part of an experiment"
    case 131_000: "Something went wrong"
    case 131_016: "Service unavailable"
    case 131_026: "Message undeliverable"
    case 131_031: "Business Account locked"
    case 131_047: "Re-engagement message"
    case 131_048: "Spam rate limit hit"
    case 131_053: "Media upload error"
    case 131_056: "(Business Account, Consumer Account) pair rate limit hit"
    case 131_057: "Account in maintenance mode"
    case 132_000: "Number of parameters does not match the expected number of params"
    case 132_001: "Template name does not exist in the translation"
    case 132_012: "Parameter format does not match format in the created template"
    case 132_015: "Template is paused"
    case 132_016: "Template is disabled"
    case 133_010: "Phone number not registered"
    default: "Error"
    }
  }

  private static func httpStatus(of code: Int) -> Int {
    switch code {
    case 0, 190: 401
    case 3, 10, 200...299: 403
    case 4, 80_007, 130_429, 131_048, 131_056: 429
    case 1, 2, 131_000, 131_057: 500
    case 131_016: 503
    case 132_001: 404
    default: 400
    }
  }
}

extension GraphError {
  /// The body of an answer that refuses.
  func answer(trace: String) -> JSON {
    var error: [String: JSON] = [
      "message": .string(title), "type": "OAuthException", "code": .integer(Int64(code)), "fbtrace_id": .string(trace),
    ]
    error["error_subcode"] = subcode.map { .integer(Int64($0)) }
    error["error_data"] = details.map { ["messaging_product": "whatsapp", "details": .string($0)] }
    return ["error": .object(error)]
  }

  /// One of `errors[]` in a failed status.
  var statusError: JSON {
    [
      "code": .integer(Int64(code)), "title": .string(title), "message": .string(title),
      "error_data": ["details": .string(details ?? title)],
      "href": "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/",
    ]
  }
}
