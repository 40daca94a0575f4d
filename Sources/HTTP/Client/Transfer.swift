internal import CCurl
internal import Foundation

/// One request on its way out and its response on the way in.
///
/// Belongs to the courier's thread, but for `isCancelled`, which the courier's lock guards.
final class Transfer: @unchecked Sendable {
  var isCancelled = false
  private(set) var easy: UnsafeMutableRawPointer?
  private(set) var deadline = ContinuousClock.now

  private let request: HTTPClient.Request
  private var headerLines: UnsafeMutablePointer<curl_slist>?
  private var bodyBytesMax = 0
  private var bytesGiven = 0
  private var fields: [(name: String, value: String)] = []
  private var body: [UInt8] = []
  private var isTooLarge = false

  private static let headBytesMax = 64 << 10
  private var headBytes = 0

  init(_ request: HTTPClient.Request) {
    self.request = request
  }

  /// Whether the other side can have seen anything of the request.
  var hasSent: Bool {
    var bytes = 0
    _ = ccurl_get_long(easy, CURLINFO_REQUEST_SIZE, &bytes)
    return bytes > 0 || bytesGiven > 0
  }

  func outcome(_ code: CURLcode) -> Courier.Outcome {
    guard code == CURLE_OK else { return .failure(failure(code)) }
    var status = 0
    _ = ccurl_get_long(easy, CURLINFO_RESPONSE_CODE, &status)
    return .success(HTTPClient.Response(status: status, headers: HTTPHeaders(fields), body: body))
  }

  private func failure(_ code: CURLcode) -> HTTPClient.Failure {
    let text = String(cString: curl_easy_strerror(code))
    // The question whether it was sent comes first: libcurl has the same code for a URL of another protocol and for an
    // answer that is not HTTP.
    switch (code, hasSent) {
    case _ where isTooLarge, (CURLE_FILESIZE_EXCEEDED, _): return .tooLarge
    case (CURLE_OPERATION_TIMEDOUT, true): return .timedOut
    case (_, true): return .lost(text)
    case (CURLE_URL_MALFORMAT, false), (CURLE_UNSUPPORTED_PROTOCOL, false): return .badURL(text)
    case (_, false): return .couldNotConnect(text)
    }
  }

  func release() {
    curl_easy_cleanup(easy)
    curl_slist_free_all(headerLines)
    easy = nil
    headerLines = nil
  }
}

/// Telling libcurl what to do.
extension Transfer {
  func prepare(
    limits: HTTPClient.Limits, idleConnectionSeconds: Int
  ) throws(HTTPClient.Failure) -> UnsafeMutableRawPointer {
    guard isPlainField(request.method, "") else { throw .badURL("the method is no token") }
    guard !request.url.utf8.contains(0) else { throw .badURL("C would end the URL at its U+0000") }
    for (name, value) in request.headers where !isPlainField(name, value) {
      throw .badURL("a header named “\(name)” cannot be sent")
    }
    guard let easy = curl_easy_init() else { throw .couldNotConnect("libcurl has no memory") }
    self.easy = easy
    let seconds = request.timeoutSeconds ?? limits.totalSecondsMax
    deadline = .now + .seconds(seconds)
    bodyBytesMax = request.bodyBytesMax ?? limits.bodyBytesMax
    setRules(easy)
    set(CURLOPT_TIMEOUT_MS, Int(seconds * 1000))
    set(CURLOPT_CONNECTTIMEOUT_MS, Int(min(limits.connectSecondsMax, seconds) * 1000))
    set(CURLOPT_MAXAGE_CONN, idleConnectionSeconds)
    setRequest(easy)
    setResponse(easy)
    return easy
  }

  private func set(_ option: CURLoption, _ value: Int) {
    _ = ccurl_set_long(easy, option, value)
  }

  private func setRules(_ easy: UnsafeMutableRawPointer) {
    _ = ccurl_set_text(easy, CURLOPT_PROTOCOLS_STR, "http,https")
    _ = ccurl_set_text(easy, CURLOPT_PROXY, "")
    set(CURLOPT_FOLLOWLOCATION, 0)
    set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
    set(CURLOPT_NOSIGNAL, 1)
    // Else a name server that does not answer would hold up the thread when its transfer is given up.
    set(CURLOPT_QUICK_EXIT, 1)
  }

  /// libcurl repeats a request on its own if a reused connection ends before the first byte of an answer: a message
  /// could go out twice. It has to rewind the body for that, and one that is read through a callback without a seek
  /// function cannot be rewound: the transfer then fails with CURLE_SEND_FAIL_REWIND. A request without a body has
  /// nothing to rewind, so where repeating could do harm it goes over a fresh connection.
  private func setRequest(_ easy: UnsafeMutableRawPointer) {
    _ = ccurl_set_text(easy, CURLOPT_URL, request.url)
    let isRepeatable = !["POST", "PATCH"].contains(request.method)
    if request.method == "HEAD" {
      set(CURLOPT_NOBODY, 1)
    } else if !request.body.isEmpty || !isRepeatable || request.method == "PUT" {
      set(CURLOPT_UPLOAD, 1)
      _ = ccurl_set_size(easy, CURLOPT_INFILESIZE_LARGE, curl_off_t(request.body.count))
      _ = ccurl_set_transfer(easy, CURLOPT_READFUNCTION, giveBody)
      _ = ccurl_set_pointer(easy, CURLOPT_READDATA, Unmanaged.passUnretained(self).toOpaque())
    }
    if request.body.isEmpty, !isRepeatable { set(CURLOPT_FRESH_CONNECT, 1) }
    _ = ccurl_set_text(easy, CURLOPT_CUSTOMREQUEST, request.method)
    // Waiting for “100 Continue” costs a second with servers that do not know it.
    headerLines = curl_slist_append(nil, "Expect:")
    for (name, value) in request.headers {
      // libcurl's form for a header without a value.
      headerLines = curl_slist_append(headerLines, value.isEmpty ? "\(name);" : "\(name): \(value)")
    }
    _ = ccurl_set_list(easy, CURLOPT_HTTPHEADER, headerLines)
  }

  private func setResponse(_ easy: UnsafeMutableRawPointer) {
    let owner = Unmanaged.passUnretained(self).toOpaque()
    _ = ccurl_set_size(easy, CURLOPT_MAXFILESIZE_LARGE, curl_off_t(bodyBytesMax))
    _ = ccurl_set_transfer(easy, CURLOPT_HEADERFUNCTION, takeHeaderLine)
    _ = ccurl_set_pointer(easy, CURLOPT_HEADERDATA, owner)
    _ = ccurl_set_transfer(easy, CURLOPT_WRITEFUNCTION, takeBody)
    _ = ccurl_set_pointer(easy, CURLOPT_WRITEDATA, owner)
  }
}

/// What libcurl calls, always on the courier's thread while it performs. A wrong count makes it end the transfer.
extension Transfer {
  fileprivate func give(_ space: UnsafeMutableRawBufferPointer) -> Int {
    let piece = request.body[bytesGiven...].prefix(space.count)
    space.copyBytes(from: piece)
    bytesGiven += piece.count
    return piece.count
  }

  fileprivate func take(body bytes: UnsafeRawBufferPointer) -> Int {
    isTooLarge = body.count + bytes.count > bodyBytesMax
    guard !isTooLarge else { return 0 }
    body.append(contentsOf: bytes)
    return bytes.count
  }

  fileprivate func take(headerLine bytes: UnsafeRawBufferPointer) -> Int {
    headBytes += bytes.count
    isTooLarge = headBytes > Self.headBytesMax
    guard !isTooLarge else { return 0 }
    let line = String(decoding: bytes, as: UTF8.self)
    if line.hasPrefix("HTTP/") {
      fields = []  // an interim answer (100, 103) came before
    } else if let colon = line.firstIndex(of: ":") {
      let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespacesAndNewlines)
      fields.append((String(line[..<colon]), value))
    }
    return bytes.count
  }
}

private func transfer(_ owner: UnsafeMutableRawPointer?) -> Transfer? {
  owner.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
}

private func giveBody(
  _ space: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ owner: UnsafeMutableRawPointer?
)
  -> Int
{
  transfer(owner)?.give(UnsafeMutableRawBufferPointer(start: space, count: size * count)) ?? 0
}

private func takeBody(
  _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ owner: UnsafeMutableRawPointer?
)
  -> Int
{
  transfer(owner)?.take(body: UnsafeRawBufferPointer(start: bytes, count: size * count)) ?? 0
}

private func takeHeaderLine(
  _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ owner: UnsafeMutableRawPointer?
) -> Int {
  transfer(owner)?.take(headerLine: UnsafeRawBufferPointer(start: bytes, count: size * count)) ?? 0
}
