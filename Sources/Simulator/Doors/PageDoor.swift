internal import HTTP

/// The phone page: plain files, compiled into the program so that it can be moved anywhere.
extension WhatsAppSimulator {
  func page(_ request: HTTPRequest) -> HTTPResponse {
    guard admits(request) else { return .text("This page answers under a local name only.\n", status: 403) }
    guard ["GET", "HEAD"].contains(request.method) else { return HTTPResponse(status: 405) }
    if request.path == "/simulator" { return HTTPResponse(status: 308, headers: [("Location", "/simulator/")]) }
    guard let file = pageFiles[request.path] else { return .text("Not found\n", status: 404) }
    return HTTPResponse(
      status: 200,
      headers: [
        ("Content-Type", file.type), ("Cache-Control", "no-cache"), ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"), ("Content-Security-Policy", contentSecurityPolicy),
      ], body: file.bytes)
  }
}

private let contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; media-src 'self' blob:; "
  + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

private let pageFiles: [String: (type: String, bytes: [UInt8])] = [
  "/simulator/": ("text/html; charset=utf-8", PackageResources.phone_html),
  "/simulator/phone.css": ("text/css; charset=utf-8", PackageResources.phone_css),
  "/simulator/icon.svg": ("image/svg+xml", PackageResources.icon_svg),
  "/simulator/main.js": (javaScript, PackageResources.main_js),
  "/simulator/api.js": (javaScript, PackageResources.api_js),
  "/simulator/bubble.js": (javaScript, PackageResources.bubble_js),
  "/simulator/calls.js": (javaScript, PackageResources.calls_js),
  "/simulator/chatview.js": (javaScript, PackageResources.chatview_js),
  "/simulator/composer.js": (javaScript, PackageResources.composer_js),
  "/simulator/dom.js": (javaScript, PackageResources.dom_js),
  "/simulator/examples.js": (javaScript, PackageResources.examples_js),
  "/simulator/newcomer.js": (javaScript, PackageResources.newcomer_js),
  "/simulator/people.js": (javaScript, PackageResources.people_js),
  "/simulator/sheet.js": (javaScript, PackageResources.sheet_js),
  "/simulator/store.js": (javaScript, PackageResources.store_js),
  "/simulator/trouble.js": (javaScript, PackageResources.trouble_js),
]

private let javaScript = "text/javascript; charset=utf-8"
